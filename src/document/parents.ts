import type { BlockId, PageDefinition } from '../../schemas/page'

/** What holds a block: a slot of another one, or the page itself (both null). */
export interface Parent {
  parent: BlockId | null
  slot: string | null
}

export type ParentIndex = ReadonlyMap<BlockId, Parent>

const indexes = new WeakMap<PageDefinition, ParentIndex>()

/** Who holds whom, found once for each page object and kept as long as the page is. */
export function parentsOf(page: PageDefinition): ParentIndex {
  let index = indexes.get(page)
  if (!index) {
    index = indexParents(page)
    indexes.set(page, index)
  }
  return index
}

/** Lets a page whose blocks stand as they stood in `before` share its index. */
export function shareParents(before: PageDefinition, page: PageDefinition): void {
  const index = indexes.get(before)
  if (index) indexes.set(page, index)
}

/** The index computed afresh. One walk over every reference. */
export function indexParents(page: PageDefinition): ParentIndex {
  const index = new Map<BlockId, Parent>()
  const top: Parent = { parent: null, slot: null }
  for (const id of page.root) index.set(id, top)
  for (const [id, block] of Object.entries(page.blocks)) {
    for (const [slot, children] of Object.entries(block.slots ?? {})) {
      const parent: Parent = { parent: id, slot }
      for (const child of children) index.set(child, parent)
    }
  }
  return index
}

/** The blocks that hold this one, the nearest first. */
export function ancestorsOf(page: PageDefinition, id: BlockId): BlockId[] {
  const parents = parentsOf(page)
  const ancestors: BlockId[] = []
  // Bounded by the page's size: a checked page has no cycle.
  for (let at = parents.get(id)?.parent; at; at = parents.get(at)?.parent) ancestors.push(at)
  return ancestors
}
