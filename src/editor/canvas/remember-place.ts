import type { BlockId, PageDefinition } from '@/schemas/page'
import { blockOf, childrenOf, type Parent, type Place, parentsOf } from '@/src/document'

/**
 * A place to come back to when something has arrived that took its time. It is remembered by the
 * blocks beside it, not by a number: others may have come, gone or moved meanwhile.
 */
export function rememberPlace(page: PageDefinition, place: Place): (now: PageDefinition) => Place {
  const list: Parent = { parent: place.parent, slot: place.slot ?? null }
  const siblings = childrenOf(page, list)
  const next = siblings.slice(place.index)
  const before = siblings.slice(0, place.index).reverse()

  return (now) => {
    if (list.parent !== null && !blockOf(now, list.parent)) {
      return { parent: null, index: now.root.length }
    }
    const isThere = (id: BlockId) => {
      const at = parentsOf(now).get(id)
      return at !== undefined && at.parent === list.parent && at.slot === list.slot
    }
    const present = childrenOf(now, list)
    const after = next.find(isThere)
    const ahead = before.find(isThere)
    const index =
      ahead !== undefined
        ? present.indexOf(ahead) + 1
        : after !== undefined
          ? present.indexOf(after)
          : present.length
    return { ...place, index }
  }
}
