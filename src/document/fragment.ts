import { Block, type BlockId, type PageDefinition } from '../../schemas/page'
import { structureProblems } from '../../schemas/page-structure'
import { currentDefinition, type Definitions, slotAccepts, slotOf } from './definitions'
import { DocumentError } from './errors'
import type { Fragment } from './operation'
import { withTargets } from './targets'
import { problemsOf } from './validate'
import { walkSubtree } from './walk'

/**
 * The blocks and all they hold, cut loose; of these blocks none may hold another. The records
 * are the page's own, unchanged.
 */
export function fragmentOf(page: PageDefinition, ids: readonly BlockId[]): Fragment {
  const blocks: Record<BlockId, Block> = {}
  for (const id of ids) for (const { block } of walkSubtree(page, id)) blocks[block.id] = block
  return { roots: [...ids], blocks }
}

/**
 * The same blocks under new ids; actions and conditions that name one of them name its copy. Locks
 * are left behind: a copy is there to be changed.
 */
export function withNewIds(fragment: Fragment, newId: () => BlockId): Fragment {
  const ids = new Map(Object.keys(fragment.blocks).map((id) => [id, newId()]))
  const renamed = (id: BlockId) => ids.get(id) ?? id
  const blocks: Record<BlockId, Block> = {}
  for (const block of Object.values(fragment.blocks)) {
    const copy: Block = { ...withTargets(block, renamed), id: renamed(block.id) }
    delete copy.locked
    if (block.slots) {
      copy.slots = Object.fromEntries(
        Object.entries(block.slots).map(([slot, children]) => [slot, children.map(renamed)]),
      )
    }
    blocks[copy.id] = copy
  }
  return { roots: fragment.roots.map(renamed), blocks }
}

/**
 * Refuses blocks that would not leave a valid page: no tree, of a wrong shape, props against
 * their widget's schema, or in slots that do not take them. Fragments may come from a
 * clipboard, so nothing about them is taken for granted.
 */
export function requireFragment(fragment: Fragment, definitions: Definitions, maxBlocks: number): void {
  const structure = structureProblems({ root: fragment.roots, blocks: fragment.blocks }, maxBlocks)
  if (structure.some((problem) => problem.code === 'too_many_blocks')) {
    throw new DocumentError('too_many_blocks')
  }
  if (structure.length > 0) throw new DocumentError('invalid_fragment', structure)
  for (const block of Object.values(fragment.blocks)) {
    const shape = Block.safeParse(block)
    if (!shape.success)
      throw new DocumentError('invalid_fragment', problemsOf(shape.error.issues, [block.id]))
    const props = currentDefinition(definitions, block)?.props.safeParse(block.props)
    if (props && !props.success) {
      throw new DocumentError('invalid_props', problemsOf(props.error.issues, [block.id, 'props']))
    }
    if (props) requireSlots(fragment, block, definitions)
  }
}

function requireSlots(fragment: Fragment, block: Block, definitions: Definitions): void {
  for (const [name, children] of Object.entries(block.slots ?? {})) {
    if (children.length === 0) continue
    const slot = slotOf(definitions, block, name)
    if (!slot) throw new DocumentError('unknown_slot')
    for (const child of children) {
      const type = fragment.blocks[child]?.type ?? ''
      if (!slotAccepts(slot, type)) throw new DocumentError('not_accepted')
    }
  }
}
