import type { Block, BlockId, PageDefinition } from '../../../schemas/page'
import { blockOf } from '../definitions'
import { type Parent, parentsOf } from '../parents'
import { childrenOf } from '../placement'
import { walkSubtree } from '../walk'
import type { MergeConflict } from './conflict'
import type { Side } from './lives'
import { mergeOrder } from './order'
import { own } from './values'

/**
 * The page with a conflict decided for one side, which may have been decided before. `sides` are
 * the two pages the conflict came of. A page that has no longer what the conflict is about stays
 * as it is; whether the result is valid is asked by whoever uses it.
 */
export function resolveConflict(
  page: PageDefinition,
  conflict: MergeConflict,
  side: Side,
  sides: Readonly<Record<Side, PageDefinition>>,
): PageDefinition {
  switch (conflict.kind) {
    case 'page':
      return sides[side]
    case 'value':
      return setValue(page, conflict.id, conflict.path, conflict[side])
    case 'removal':
      return side === conflict.removedBy ? without(page, conflict.id) : page
    case 'order':
      return setOrder(page, conflict.at, conflict[side])
    case 'place': {
      const to = conflict[side]
      return to ? place(page, conflict.id, to, sides[side]) : page
    }
  }
}

function setValue(page: PageDefinition, id: BlockId | null, path: readonly string[], value: unknown) {
  if (id === null) return setPath(page, path, value) as PageDefinition
  const block = blockOf(page, id)
  if (!block) return page
  // Of another widget altogether, it keeps what stands in it.
  const next = path.length === 0 ? { ...(value as Block), slots: block.slots } : setPath(block, path, value)
  return { ...page, blocks: { ...page.blocks, [id]: next as Block } }
}

function setPath(record: object, [key, ...rest]: readonly string[], value: unknown): object {
  if (key === undefined) return record
  const members = { ...record } as Record<string, unknown>
  const next = rest.length === 0 ? value : setPath((own(members, key) ?? {}) as object, rest, value)
  if (next === undefined) delete members[key]
  else members[key] = next
  return members
}

function setList(page: PageDefinition, at: Parent, ids: BlockId[]): PageDefinition {
  if (at.parent === null) return { ...page, root: ids }
  const block = blockOf(page, at.parent)
  if (!block) return page
  const slots = { ...block.slots, [at.slot ?? '']: ids }
  return { ...page, blocks: { ...page.blocks, [block.id]: { ...block, slots } } }
}

function setOrder(page: PageDefinition, at: Parent, wanted: readonly BlockId[]): PageDefinition {
  const now = childrenOf(page, at)
  const isWanted = new Set(wanted)
  // What is in neither list keeps its neighbour.
  const mine = wanted.filter((id) => now.includes(id))
  const { order } = mergeOrder(
    { base: now.filter((id) => isWanted.has(id)), mine, theirs: now },
    new Set(now),
  )
  return setList(page, at, order)
}

function without(page: PageDefinition, id: BlockId): PageDefinition {
  const at = parentsOf(page).get(id)
  if (!at) return page
  const gone = new Set([...walkSubtree(page, id)].map((visit) => visit.block.id))
  const list = childrenOf(page, at).filter((child) => child !== id)
  const cut = setList(page, at, list)
  const blocks = Object.fromEntries(Object.entries(cut.blocks).filter(([each]) => !gone.has(each)))
  return { ...cut, blocks }
}

/** Moves a block where the given page has it, next to what it stands next to there. */
function place(page: PageDefinition, id: BlockId, to: Parent, as: PageDefinition): PageDefinition {
  const at = parentsOf(page).get(id)
  const inside = new Set([...walkSubtree(page, id)].map((visit) => visit.block.id))
  const isThere = to.parent === null || (blockOf(page, to.parent) && !inside.has(to.parent))
  if (!at || !isThere) return page
  const left = setList(
    page,
    at,
    childrenOf(page, at).filter((child) => child !== id),
  )
  const now = childrenOf(left, to)
  const wanted = childrenOf(as, to).filter((child) => child === id || now.includes(child))
  const { order } = mergeOrder({ base: [...now], mine: [...now], theirs: wanted }, new Set([...now, id]))
  return setList(left, to, order)
}
