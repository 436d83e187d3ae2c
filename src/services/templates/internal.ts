import type { z } from 'zod'
import type { Block, PageDefinition } from '@/schemas/page'
import { type GroupContent, MAX_GROUP_BLOCKS, type TemplateContent } from '@/schemas/template'
import { count, desc, eq, ne, product, type ReadDb, template } from '@/src/db'
import { newPage } from '@/src/document'
import { AppError } from '@/src/lib/errors'
import { requireValidPage } from '../pages/internal'
import { BUILT_IN } from './library'
import type { BuiltInTemplate, PlayTemplate, Shop } from './library/template'
import type { SaveTemplate } from './schemas'

export type SavedRow = typeof template.$inferSelect

/** One that staff saved. Throws `not_found`. */
export async function getSaved(db: ReadDb, id: string): Promise<SavedRow> {
  const [row] = await db.select().from(template).where(eq(template.id, id))
  if (!row) throw new AppError('not_found', `no template ${id}`)
  return row
}

/** One that comes with the product. Throws `not_found`. */
export function getBuiltIn(key: string): BuiltInTemplate {
  const found = BUILT_IN.find((each) => each.key === key)
  if (!found) throw new AppError('not_found', `no template ${key}`)
  return found
}

/** Throws `not_found` for one that is no play template. */
export function getPlay(key: string): PlayTemplate {
  const found = getBuiltIn(key)
  if (found.kind !== 'play') throw new AppError('not_found', `${key} is no play template`)
  return found
}

/** Templates take up the largest groups of the shop's products: no more than so many. */
const MOST_GROUPS = 3

export async function readShop(db: ReadDb): Promise<Shop> {
  const rows = await db
    .select({ group: product.group, products: count() })
    .from(product)
    .where(ne(product.group, ''))
    .groupBy(product.group)
    .orderBy(desc(count()), product.group)
    .limit(MOST_GROUPS)
  return { groups: rows.map(({ group }) => group) }
}

/** A group as a page of its own, so that it is shown and checked as pages are. */
export function asPage(
  { root, blocks }: GroupContent,
  head: Pick<PageDefinition, 'title'> & Partial<PageDefinition>,
): PageDefinition {
  return { ...newPage({ title: head.title, locale: 'zh-CN' }), ...head, root, blocks }
}

/**
 * What is kept of blocks. Tools belong to a campaign, schedules to its days and locks to a page:
 * none of them goes along.
 */
function loose({ tool: _tool, schedule: _schedule, locked: _locked, ...block }: Block): Block {
  return block
}

const looseAll = (blocks: Record<string, Block>) =>
  Object.fromEntries(Object.entries(blocks).map(([id, block]) => [id, loose(block)]))

/** What a template will keep. Throws `page_invalid` with every problem. */
export function contentToKeep(input: z.output<typeof SaveTemplate>): TemplateContent {
  if (input.kind === 'page') {
    const page = requireValidPage(input.page)
    return { kind: 'page', page: { ...page, blocks: looseAll(page.blocks) } }
  }
  const { name, root, blocks } = input
  const page = requireValidPage(asPage({ root, blocks: looseAll(blocks) }, { title: name }))
  if (Object.keys(page.blocks).length > MAX_GROUP_BLOCKS) {
    throw new AppError('page_invalid', 'the group holds too many blocks', [
      { code: 'too_many_blocks', path: ['blocks'], params: { most: MAX_GROUP_BLOCKS } },
    ])
  }
  return { kind: 'group', root: page.root, blocks: page.blocks }
}
