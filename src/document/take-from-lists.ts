import type { BlockId, PageDefinition } from '../../schemas/page'
import type { PageDiff } from './diff'
import { type Parent, parentsOf } from './parents'
import { childrenOf, withChildren } from './placement'

/** Takes blocks out of the lists they stand in, each list gone through once. Their records stay. */
export function takeFromLists(page: PageDefinition, ids: ReadonlySet<BlockId>): PageDiff {
  const parents = parentsOf(page)
  // A list is one array of the page, so the array itself says which list it is.
  const lists = new Map<readonly BlockId[], Parent>()
  for (const id of ids) {
    const at = parents.get(id)
    if (at) lists.set(childrenOf(page, at), at)
  }
  const diff: PageDiff = {}
  for (const [children, at] of lists) {
    withChildren(
      page,
      diff,
      at,
      children.filter((id) => !ids.has(id)),
    )
  }
  return diff
}
