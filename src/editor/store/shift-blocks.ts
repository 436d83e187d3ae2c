import type { BlockId, PageDefinition } from '@/schemas/page'
import { childrenOf, type Parent, type Place, parentsOf, topmostOf } from '@/src/document'
import type { ChangeResult } from './change'
import { moveBlocks, shiftBlock } from './commands'
import type { EditorStore } from './editor-store'

/**
 * Up or down by one, as one step. Several blocks move together, within the list they stand in:
 * undefined when they stand in different ones, or at its end.
 */
export function shiftBlocks(
  store: EditorStore,
  wanted: readonly BlockId[],
  by: -1 | 1,
): ChangeResult | undefined {
  const { page } = store.getState()
  const ids = topmostOf(page, wanted)
  const [first] = ids
  if (first === undefined) return undefined
  if (ids.length === 1) return shiftBlock(store, first, by)
  const list = commonListOf(page, ids)
  if (!list) return undefined
  const siblings = childrenOf(page, list)
  const places = ids.map((id) => siblings.indexOf(id))
  // Places are counted before the blocks are taken away.
  const index = by < 0 ? Math.min(...places) - 1 : Math.max(...places) + 2
  if (index < 0 || index > siblings.length) return undefined
  const { parent } = list
  const to: Place = parent === null ? { parent, index } : { parent, slot: list.slot ?? '', index }
  return moveBlocks(store, ids, to)
}

/** The list in which all of these stand; undefined when they stand in several. */
export function commonListOf(page: PageDefinition, ids: readonly BlockId[]): Parent | undefined {
  const [first, ...others] = ids.map((id) => parentsOf(page).get(id))
  if (!first) return undefined
  return others.every((at) => at?.parent === first.parent && at.slot === first.slot) ? first : undefined
}
