import type { Block, BlockId, PageDefinition } from '../../schemas/page'

/**
 * What becomes of the records an operation touches: whole records, so that taking a diff back
 * restores exactly what was there. A block that is null is not there.
 */
export interface PageDiff {
  page?: Partial<Omit<PageDefinition, 'blocks'>>
  blocks?: Record<BlockId, Block | null>
}

/**
 * The page with the diff applied, and the diff that takes it back. Shares every record that the
 * diff does not name; the blocks map is copied once, and only when a block changed.
 */
export function patchPage(page: PageDefinition, diff: PageDiff): { page: PageDefinition; inverse: PageDiff } {
  const inverse: PageDiff = {}
  const next = { ...page, ...diff.page }
  if (diff.page) {
    const keys = Object.keys(diff.page) as (keyof typeof diff.page)[]
    inverse.page = Object.fromEntries(keys.map((key) => [key, page[key]]))
  }
  if (diff.blocks) {
    const before: Record<BlockId, Block | null> = {}
    const blocks = { ...page.blocks }
    for (const [id, block] of Object.entries(diff.blocks)) {
      before[id] = (Object.hasOwn(blocks, id) && blocks[id]) || null
      if (block) blocks[id] = block
      else delete blocks[id]
    }
    inverse.blocks = before
    next.blocks = blocks
  }
  return { page: next, inverse }
}

/**
 * One diff that does what `first` and then `then` do. Inverses are joined in the order they are
 * taken back: the later operation's first.
 */
export function joinDiffs(first: PageDiff, then: PageDiff): PageDiff {
  const joined: PageDiff = {}
  if (first.page || then.page) joined.page = { ...first.page, ...then.page }
  if (first.blocks || then.blocks) joined.blocks = { ...first.blocks, ...then.blocks }
  return joined
}
