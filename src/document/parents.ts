import type { Block, BlockId, PageDefinition } from '../../schemas/page'
import type { PageDiff } from './diff'

/** What holds a block: a slot of another one, or the page itself (both null). */
export interface Parent {
  parent: BlockId | null
  slot: string | null
}

export type ParentIndex = ReadonlyMap<BlockId, Parent>

const TOP: Parent = { parent: null, slot: null }
const indexes = new WeakMap<PageDefinition, Map<BlockId, Parent>>()

/** Who holds whom, found once for each page object and kept as long as the page is. */
export function parentsOf(page: PageDefinition): ParentIndex {
  let index = indexes.get(page)
  if (!index) {
    index = indexParents(page)
    indexes.set(page, index)
  }
  return index
}

/** The index computed afresh. One walk over every reference. */
export function indexParents(page: PageDefinition): Map<BlockId, Parent> {
  const index = new Map<BlockId, Parent>()
  for (const id of page.root) index.set(id, TOP)
  for (const block of Object.values(page.blocks)) addChildren(index, block)
  return index
}

/**
 * Hands the index of `before` on to the page that a diff made of it: shared when no block moved,
 * otherwise copied and changed only where the diff touches it. `isOwn` says that nobody asks for
 * the parents of `before` again, so that its index is changed in place. True when the new page's
 * index is nobody else's.
 */
export function passParentsOn(
  before: PageDefinition,
  { page: after, diff, inverse }: { page: PageDefinition; diff: PageDiff; inverse: PageDiff },
  isOwn = false,
): boolean {
  const index = indexes.get(before)
  if (!index) return false
  // Asked of the diffs, not of the pages: the two may share one map of blocks.
  const slotsIn = (one: PageDiff, id: BlockId) => one.blocks?.[id]?.slots
  const touched = Object.keys(diff.blocks ?? {}).filter((id) => slotsIn(inverse, id) !== slotsIn(diff, id))
  const root = diff.page?.root
  if (!root && touched.length === 0) {
    indexes.set(after, index)
    return isOwn
  }

  const next = isOwn ? index : new Map(index)
  // All that left is forgotten before all that came is entered: a block may have done both.
  if (root) forget(next, before.root, root, TOP)
  for (const id of touched) {
    const now = slotsIn(diff, id)
    for (const [slot, children] of Object.entries(slotsIn(inverse, id) ?? {})) {
      forget(next, children, now?.[slot] ?? [], { parent: id, slot })
    }
  }
  if (root) enter(next, root, TOP)
  for (const id of touched) {
    const block = diff.blocks?.[id]
    if (block) addChildren(next, block)
  }
  indexes.set(after, next)
  return true
}

function addChildren(index: Map<BlockId, Parent>, block: Block): void {
  if (!block.slots) return
  for (const [slot, children] of Object.entries(block.slots)) {
    enter(index, children, { parent: block.id, slot })
  }
}

/** Long lists mostly stay as they are, and to look is cheaper than to write. */
function enter(index: Map<BlockId, Parent>, ids: readonly BlockId[], parent: Parent): void {
  for (const id of ids) if (!stands(index, id, parent)) index.set(id, parent)
}

function forget(
  index: Map<BlockId, Parent>,
  before: readonly BlockId[],
  after: readonly BlockId[],
  parent: Parent,
): void {
  const staying = new Set(after)
  for (const id of before) if (!staying.has(id) && stands(index, id, parent)) index.delete(id)
}

function stands(index: Map<BlockId, Parent>, id: BlockId, { parent, slot }: Parent): boolean {
  const at = index.get(id)
  return at !== undefined && at.parent === parent && at.slot === slot
}

/** The blocks that hold this one, the nearest first. */
export function ancestorsOf(page: PageDefinition, id: BlockId): BlockId[] {
  const parents = parentsOf(page)
  const ancestors: BlockId[] = []
  // Bounded by the page's size: a checked page has no cycle.
  for (let at = parents.get(id)?.parent; at; at = parents.get(at)?.parent) ancestors.push(at)
  return ancestors
}
