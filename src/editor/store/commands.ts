import type { BlockId, PageDefinition } from '@/schemas/page'
import {
  ancestorsOf,
  blockOf,
  childrenOf,
  definitionOf,
  newBlock,
  type Parent,
  type Place,
  parentsOf,
  placeOf,
  placeRefusal,
  slotsOf,
} from '@/src/document'
import type { ChangeResult, EditorStore } from './editor-store'
import type { StepBlock, StepPlace } from './step'

/* What the palette, the canvas, the layers and the keyboard all do to the page. */

/** A block as a step's name remembers it. */
export function stepBlock(page: PageDefinition, id: BlockId): StepBlock {
  const block = blockOf(page, id)
  return { type: block?.type ?? '', name: block?.name }
}

function stepPlace(page: PageDefinition, place: Place): StepPlace {
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
 * Where a new block goes without a pointer: right after the selected block, or after the nearest
 * block around it whose place takes the type; at the end of the page when nothing is selected.
 */
export function placeAfterSelection(store: EditorStore, type: string): Place {
  const { page, selectedId } = store.getState()
  if (selectedId !== null) {
    for (const id of [selectedId, ...ancestorsOf(page, selectedId)]) {
      const place = placeOf(page, id)
      const after = { ...place, index: place.index + 1 }
      if (!placeRefusal(page, store.definitions, after, type)) return after
    }
  }
  return { parent: null, index: page.root.length }
}

export function moveBlock(store: EditorStore, id: BlockId, to: Place): ChangeResult {
  const { page } = store.getState()
  const at = parentsOf(page).get(id)
  const block = stepBlock(page, id)
  const stays = at?.parent === to.parent && at.slot === (to.slot ?? null)
  return store.change({
    operation: { kind: 'move', id, to },
    name: stays ? { verb: 'reorder', block } : { verb: 'move', block, into: stepPlace(page, to) },
    select: id,
  })
}

/** Removes a block and selects what is then in its place: the next, the one before, or the parent. */
export function removeBlock(store: EditorStore, id: BlockId): ChangeResult {
  const { page } = store.getState()
  const at = parentsOf(page).get(id)
  const siblings = at ? childrenOf(page, at) : []
  const index = siblings.indexOf(id)
  return store.change({
    operation: { kind: 'remove', id },
    name: { verb: 'remove', block: stepBlock(page, id) },
    select: siblings[index + 1] ?? siblings[index - 1] ?? at?.parent ?? null,
  })
}

export function duplicateBlock(store: EditorStore, id: BlockId): ChangeResult {
  const { page } = store.getState()
  return store.change({
    operation: { kind: 'duplicate', id },
    name: { verb: 'duplicate', block: stepBlock(page, id) },
    select: (after) => {
      const place = placeOf(after, id)
      return childrenOf(after, { parent: place.parent, slot: place.slot ?? null })[place.index + 1] ?? id
    },
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
    return moveBlock(store, id, { ...place, index: by > 0 ? place.index + 2 : next })
  }
  if (place.parent === null) return undefined
  const outer = placeOf(page, place.parent)
  return moveBlock(store, id, { ...outer, index: by > 0 ? outer.index + 1 : outer.index })
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
    return to && moveBlock(store, id, to)
  }
  if (by < 0) return undefined
  for (const neighbour of [page.root[place.index - 1], page.root[place.index + 1]]) {
    const container = neighbour === undefined ? undefined : blockOf(page, neighbour)
    if (!container) continue
    for (const slot of Object.keys(slotsOf(store.definitions, container))) {
      const to = takes(container.id, slot)
      if (to) return moveBlock(store, id, to)
    }
  }
  return undefined
}

function listOf(place: Place): Parent {
  return { parent: place.parent, slot: place.slot ?? null }
}
