import type { Block, BlockId, PageDefinition } from '@/schemas/page'
import {
  ancestorsOf,
  blockOf,
  childrenOf,
  type Definitions,
  type Place,
  placeOf,
  placeRefusal,
  slotsOf,
} from '@/src/document'
import { stepPlace } from '../store/commands'
import type { StepPlace } from '../store/step'

/** Where a block stands, as it is said: in what, and which of how many, from 1. */
interface Standing {
  place: StepPlace
  position: number
  count: number
}

export function standingOf(page: PageDefinition, id: BlockId): Standing | undefined {
  if (!blockOf(page, id)) return undefined
  const at = placeOf(page, id)
  const list = { parent: at.parent, slot: at.slot ?? null }
  return {
    place: stepPlace(page, at),
    position: at.index + 1,
    count: childrenOf(page, list).length,
  }
}

/** A place as it is offered for a new block, beside or inside the selected one. */
export interface OfferedPlace {
  how: 'after' | 'before' | 'inside' | 'top' | 'bottom'
  at: Place
  /** What it is beside or inside of; undefined for the ends of the page. */
  block: Block | undefined
}

/** The places a new block of the type may go to without a pointer, the likeliest first. */
export function offeredPlaces(
  page: PageDefinition,
  definitions: Definitions,
  selectedId: BlockId | null,
  type: string,
): OfferedPlace[] {
  const selected = selectedId === null ? undefined : blockOf(page, selectedId)
  const offered: OfferedPlace[] = []
  if (selected) {
    const at = placeOf(page, selected.id)
    offered.push({ how: 'after', at: { ...at, index: at.index + 1 }, block: selected })
    for (const slot of Object.keys(slotsOf(definitions, selected))) {
      offered.push({ how: 'inside', at: endOf(selected.id, slot), block: selected })
    }
    offered.push({ how: 'before', at, block: selected })
    for (const id of ancestorsOf(page, selected.id)) {
      const outer = placeOf(page, id)
      offered.push({ how: 'after', at: { ...outer, index: outer.index + 1 }, block: blockOf(page, id) })
    }
  }
  offered.push({ how: 'bottom', at: { parent: null, index: page.root.length }, block: undefined })
  if (page.root.length > 0) offered.push({ how: 'top', at: { parent: null, index: 0 }, block: undefined })
  return offered.filter(({ at }) => !placeRefusal(page, definitions, at, type))
}

/** One row of the tree of places: the page, a container, or a slot of one. */
export interface PlaceRow {
  key: string
  depth: number
  /** Undefined for the page itself. */
  block: Block | undefined
  /** Undefined for a container: its slots are the places. */
  slot: string | undefined
  /** The end of the list; undefined when the blocks cannot go there. */
  at: Place | undefined
  count: number
}

/** Every list of the page as a tree, with where the blocks may go. What holds nothing is left out. */
export function placeRows(
  page: PageDefinition,
  definitions: Definitions,
  moved: readonly BlockId[],
): PlaceRow[] {
  const types = [...new Set(moved.flatMap((id) => blockOf(page, id)?.type ?? []))]
  const takes = (at: Place) => types.every((type) => !placeRefusal(page, definitions, at, type))
  const rows: PlaceRow[] = [
    {
      key: 'page',
      depth: 0,
      block: undefined,
      slot: undefined,
      at: { parent: null, index: page.root.length },
      count: page.root.length,
    },
  ]
  const addContainers = (ids: readonly BlockId[], depth: number) => {
    for (const id of ids) {
      const block = blockOf(page, id)
      // Nothing goes into itself.
      if (!block || moved.includes(id)) continue
      const slots = Object.keys(slotsOf(definitions, block))
      if (slots.length === 0) continue
      rows.push({ key: id, depth, block, slot: undefined, at: undefined, count: 0 })
      for (const slot of slots) {
        const at = endOf(id, slot)
        const children = childrenOf(page, { parent: id, slot })
        rows.push({
          key: `${id}/${slot}`,
          depth: depth + 1,
          block,
          slot,
          at: takes(at) ? at : undefined,
          count: children.length,
        })
        addContainers(children, depth + 2)
      }
    }
  }
  addContainers(page.root, 1)
  return rows
}

function endOf(parent: BlockId, slot: string): Place {
  // Past the end means the end.
  return { parent, slot, index: Number.MAX_SAFE_INTEGER }
}
