import type { Block, BlockId, PageDefinition } from '../../schemas/page'
import type { AnyWidgetDefinition } from '../../widgets/kit/definition'
import { type Definitions, definitionOf } from './definitions'

export type MigrationProblemCode =
  | 'unknown_widget'
  | 'newer_version'
  | 'migration_missing'
  | 'migration_failed'
  | 'migration_invalid'

export interface MigrationProblem {
  code: MigrationProblemCode
  blockId: BlockId
  /** The migration at fault, by its name. */
  migration?: string
}

export interface MigratedBlock {
  /** The block at its widget's version; the very same object when nothing was to be done. */
  block: Block
  /** Why the block was kept as it was. */
  problem?: MigrationProblem
}

/**
 * Brings a block to its widget's version, one named migration after another. Never throws and
 * never loses anything: an unknown widget, a newer version, a missing or throwing migration, or
 * a result that does not satisfy the widget's schema, keeps the block as it was and is reported.
 */
export function migrateBlock(block: Block, definition: AnyWidgetDefinition | undefined): MigratedBlock {
  const kept = (code: MigrationProblemCode, migration?: string): MigratedBlock => ({
    block,
    problem: { code, blockId: block.id, migration },
  })
  if (!definition) return kept('unknown_widget')
  if (block.version > definition.version) return kept('newer_version')
  if (block.version === definition.version) return { block }

  let props: Record<string, unknown> = structuredClone(block.props)
  for (let to = block.version + 1; to <= definition.version; to++) {
    const migration = definition.migrations.find((candidate) => candidate.to === to)
    if (!migration) return kept('migration_missing', String(to))
    try {
      props = migration.up(props)
    } catch {
      return kept('migration_failed', migration.name)
    }
  }
  if (!definition.props.safeParse(props).success) return kept('migration_invalid')
  return { block: { ...block, version: definition.version, props: props as Block['props'] } }
}

/**
 * Every block brought to its widget's version. Shares what did not change; the page itself when
 * nothing did.
 */
export function migratePage(
  page: PageDefinition,
  definitions: Definitions,
): { page: PageDefinition; problems: MigrationProblem[] } {
  const problems: MigrationProblem[] = []
  const changed: Record<BlockId, Block> = {}
  for (const block of Object.values(page.blocks)) {
    const migrated = migrateBlock(block, definitionOf(definitions, block.type))
    if (migrated.problem) problems.push(migrated.problem)
    if (migrated.block !== block) changed[block.id] = migrated.block
  }
  if (Object.keys(changed).length === 0) return { page, problems }
  return { page: { ...page, blocks: { ...page.blocks, ...changed } }, problems }
}
