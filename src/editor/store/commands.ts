import type { BlockId, PageDefinition } from '@/schemas/page'
import {
  ancestorsOf,
  blockOf,
  childrenOf,
  definitionOf,
  fragmentOf,
  newBlock,
  type Parent,
  type Place,
  parentsOf,
  placeOf,
  placeRefusal,
  slotsOf,
  topmostOf,
  withNewIds,
} from '@/src/document'
import type { ChangeResult } from './change'
import type { EditorStore } from './editor-store'
import type { StepBlock, StepPlace } from './step'

/* What the palette, the canvas, the layers and the keyboard all do to the page. */

/** A block as a step's name remembers it. */
export function stepBlock(page: PageDefinition, id: BlockId): StepBlock {
  const block = blockOf(page, id)
  return { type: block?.type ?? '', name: block?.name }
}

/** A place as a step's name remembers it. */
export function stepPlace(page: PageDefinition, place: Place): StepPlace {
  return place.parent === null ? 'page' : { ...stepBlock(page, place.parent), slot: place.slot }
}

/** Puts a new block of a widget there, and selects it. */
export function insertWidget(store: EditorStore, type: string, at: Place): ChangeResult | undefined {
  const definition = definitionOf(store.definitions, type)
  if (!definition) return undefined
  const { page } = store.getState()
  const id = store.newId()
  return store.change({
    operation: { kind: 'insert', fragment: newBlock(definition, id), at },
    name: { verb: 'insert', block: { type }, into: stepPlace(page, at) },
    select: id,
  })
}

/**
 * Where new blocks go without a pointer: right after the selected block, or after the nearest
 * block around it whose place takes all the types; at the end of the page when nothing is selected.
 */
export function placeAfterSelection(store: EditorStore, ...types: readonly string[]): Place {
  const { page, selectedId } = store.getState()
  if (selectedId !== null) {
    for (const id of [selectedId, ...ancestorsOf(page, selectedId)]) {
      const place = placeOf(page, id)
      const after = { ...place, index: place.index + 1 }
      if (types.every((type) => !placeRefusal(page, store.definitions, after, type))) return after
    }
  }
  return { parent: null, index: page.root.length }
}

/** Names what a step does to these blocks, as `StepName` wants them. */
export function stepBlocks(
  page: PageDefinition,
  ids: readonly BlockId[],
): { block: StepBlock; count?: number } {
  const block = stepBlock(page, ids[0] ?? '')
  return ids.length > 1 ? { block, count: ids.length } : { block }
}

/** Puts blocks next to each other, in document order, before what now stands at the place. */
export function moveBlocks(
  store: EditorStore,
  wanted: readonly BlockId[],
  to: Place,
): ChangeResult | undefined {
  const { page } = store.getState()
  const ids = topmostOf(page, wanted)
  if (ids.length === 0) return undefined
  const stays = ids.every((id) => {
    const at = parentsOf(page).get(id)
    return at?.parent === to.parent && at.slot === (to.slot ?? null)
  })
  const blocks = stepBlocks(page, ids)
  return store.change({
    operation: { kind: 'move', ids, to },
    name: stays ? { verb: 'reorder', ...blocks } : { verb: 'move', ...blocks, into: stepPlace(page, to) },
    select: ids,
  })
}

/** The place right after a block. */
function afterBlock(page: PageDefinition, id: BlockId): Place {
  const place = placeOf(page, id)
  return { ...place, index: place.index + 1 }
}

/** Removes blocks and selects what is then in the last one's place: the next, the one before, or the parent. */
export function removeBlocks(
  store: EditorStore,
  wanted: readonly BlockId[],
  verb: 'remove' | 'cut' = 'remove',
): ChangeResult | undefined {
  const { page } = store.getState()
  const ids = topmostOf(page, wanted)
  const last = ids.at(-1)
  if (last === undefined) return undefined
  const at = parentsOf(page).get(last)
  const siblings = at ? childrenOf(page, at) : []
  const index = siblings.indexOf(last)
  const staying = (id: BlockId) => !ids.includes(id)
  const next = siblings.slice(index).find(staying) ?? siblings.slice(0, index).findLast(staying)
  return store.change({
    operation: { kind: 'remove', ids },
    name: { verb, ...stepBlocks(page, ids) },
    select: next ?? at?.parent ?? null,
  })
}

/** Copies blocks and all they hold, next to each other right after the last of them. */
export function duplicateBlocks(store: EditorStore, wanted: readonly BlockId[]): ChangeResult | undefined {
  const { page } = store.getState()
  const ids = topmostOf(page, wanted)
  const last = ids.at(-1)
  if (last === undefined) return undefined
  const fragment = withNewIds(fragmentOf(page, ids), store.newId)
  return store.change({
    operation: { kind: 'insert', fragment, at: afterBlock(page, last) },
    name: { verb: 'duplicate', ...stepBlocks(page, ids) },
    select: fragment.roots,
  })
}

/** Shows or hides, locks or unlocks blocks, as one step. */
export function setOnBlocks(
  store: EditorStore,
  ids: readonly BlockId[],
  patch: { hidden: boolean } | { locked: boolean },
): ChangeResult | undefined {
  const { page } = store.getState()
  if (ids.length === 0) return undefined
  const isHiding = 'hidden' in patch
  const verb = isHiding ? (patch.hidden ? 'hide' : 'show') : patch.locked ? 'lock' : 'unlock'
  // What is not so is left out of the document, not written down as false.
  const value = isHiding ? { hidden: patch.hidden || undefined } : { locked: patch.locked || undefined }
  return store.change({
    operation: ids.map((id) => ({ kind: 'setBlock', id, patch: value })),
    name: { verb, ...stepBlocks(page, ids) },
  })
}

/** Up or down within its list; past the list's end, out of its container on that side. */
export function shiftBlock(store: EditorStore, id: BlockId, by: -1 | 1): ChangeResult | undefined {
  const { page } = store.getState()
  const place = placeOf(page, id)
  const siblings = childrenOf(page, listOf(place))
  const next = place.index + by
  if (next >= 0 && next < siblings.length) {
    // Places are counted before the block is taken away, so one further down is two further on.
    return moveBlocks(store, [id], { ...place, index: by > 0 ? place.index + 2 : next })
  }
  if (place.parent === null) return undefined
  const outer = placeOf(page, place.parent)
  return moveBlocks(store, [id], { ...outer, index: by > 0 ? outer.index + 1 : outer.index })
}

/**
 * Sideways: into the next or previous slot of its container; on the page, into the container that
 * stands before it, else after it. Undefined when there is no such place.
 */
export function shiftBlockSideways(store: EditorStore, id: BlockId, by: -1 | 1): ChangeResult | undefined {
  const { page } = store.getState()
  const block = blockOf(page, id)
  if (!block) return undefined
  const place = placeOf(page, id)
  const takes = (parent: BlockId, slot: string): Place | undefined => {
    const at: Place = { parent, slot, index: Number.MAX_SAFE_INTEGER }
    return placeRefusal(page, store.definitions, at, block.type) ? undefined : at
  }
  if (place.parent !== null) {
    const container = blockOf(page, place.parent)
    const slots = container ? Object.keys(slotsOf(store.definitions, container)) : []
    const slot = slots[slots.indexOf(place.slot) + by]
    const to = slot === undefined ? undefined : takes(place.parent, slot)
    return to && moveBlocks(store, [id], to)
  }
  if (by < 0) return undefined
  for (const neighbour of [page.root[place.index - 1], page.root[place.index + 1]]) {
    const container = neighbour === undefined ? undefined : blockOf(page, neighbour)
    if (!container) continue
    for (const slot of Object.keys(slotsOf(store.definitions, container))) {
      const to = takes(container.id, slot)
      if (to) return moveBlocks(store, [id], to)
    }
  }
  return undefined
}

function listOf(place: Place): Parent {
  return { parent: place.parent, slot: place.slot ?? null }
}
