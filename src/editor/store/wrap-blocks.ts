import type { BlockId } from '@/schemas/page'
import { definitionOf, type NextOperation, newBlock, placeOf, slotsOf, topmostOf } from '@/src/document'
import type { ChangeResult } from './change'
import { stepBlocks } from './commands'
import type { EditorStore } from './editor-store'

/** What blocks are wrapped in at a touch. */
export const WRAPPER = 'columns'

/**
 * Puts a new container where the first of the blocks stands, and the blocks into it: one a slot,
 * what is left over into the last. One step; the container is selected afterwards.
 */
export function wrapBlocks(
  store: EditorStore,
  wanted: readonly BlockId[],
  type: string,
): ChangeResult | undefined {
  const { page } = store.getState()
  const definition = definitionOf(store.definitions, type)
  const ids = topmostOf(page, wanted)
  const [first] = ids
  if (!definition || first === undefined) return undefined
  const id = store.newId()
  const fragment = newBlock(definition, id)
  const container = fragment.blocks[id]
  const slots = container ? Object.keys(slotsOf(store.definitions, container)) : []
  const last = slots.at(-1)
  if (last === undefined) return undefined
  const moves = slots.map((slot, index): NextOperation => {
    const here = slot === last ? ids.slice(index) : ids.slice(index, index + 1)
    return { kind: 'move', ids: here, to: { parent: id, slot, index: 0 } }
  })
  return store.change({
    operation: [{ kind: 'insert', fragment, at: placeOf(page, first) }, ...moves.slice(0, ids.length)],
    name: { verb: 'wrap', ...stepBlocks(page, ids), type },
    select: id,
  })
}
