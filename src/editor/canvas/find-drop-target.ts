import type { CanvasLayout, CanvasRect } from '@/schemas/canvas'
import type { Block, BlockId, PageDefinition } from '@/schemas/page'
import {
  blockOf,
  childrenOf,
  type Definitions,
  type Parent,
  type Place,
  placeRefusal,
  slotsOf,
} from '@/src/document'
import { contains, distanceTo, indexLayout, type LayoutIndex, type Point } from './layout-index'

/** What is being dragged: blocks of the page, or new ones. All of them go to one place. */
export interface Dragged {
  /** The widgets of the outermost blocks, without repetitions. */
  types: readonly string[]
  /** The blocks, when they are of the page; empty for new ones. */
  ids: readonly BlockId[]
}

export interface DropTarget {
  place: Place
  /** Where the insertion line is drawn. */
  line: { x: number; y: number; width: number }
  /** The slot or page that would take it, to be outlined; its name says where the block goes. */
  container: CanvasRect
  /** True when a dragged block would stay where it is. */
  isSamePlace: boolean
  /** The same place in the layers, when it was found there. */
  row?: { row: number; depth: number; isInside: boolean }
}

/** The canvas as it was last measured. `width` in CSS px, of the canvas document. */
export interface MeasuredCanvas {
  layout: CanvasLayout
  width: number
}

/**
 * Within this many px of a container's upper or lower edge, a block goes beside it, not into it.
 * Where edges of nested containers lie upon each other, each has as much for itself, further in.
 */
const EDGE_PX = 10
/** A container too low for two such edges keeps at least this share of its height for its slots. */
const INSIDE_SHARE = 0.6

/** A stretch of the page from top to bottom. */
interface Band {
  top: number
  bottom: number
}

/**
 * Where a block dropped at `point` would go: the innermost place that takes it. Null when the
 * point is outside the page's width. Pure, from rectangles measured before the drag, so a move of
 * the pointer costs one path through the page and no layout.
 *
 * Along the way down from the page, each block that holds the point is either entered (through
 * its slot at the point, or its nearest one, so that small and empty slots can be hit) or, near
 * its edges, passed by. The last list on that way which takes the block wins, so a slot that
 * refuses it never swallows a drop.
 */
export function findDropTarget(
  { layout, width }: MeasuredCanvas,
  page: PageDefinition,
  definitions: Definitions,
  point: Point,
  dragged: Dragged,
): DropTarget | null {
  const index = indexLayout(layout)
  if (point.x < 0 || point.x >= width) return null
  const pageRect = pageRectOf(width, layout, page, index)

  let list: Parent = { parent: null, slot: null }
  let container = pageRect
  let room: Band = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY }
  let target: DropTarget | null = null
  // Bounded by the depth of the page: every turn goes one slot further in.
  for (;;) {
    const children = childrenOf(page, list)
    const at = { ...list, index: indexAt(children, index, point) } as Place
    if (dragged.types.every((type) => !placeRefusal(page, definitions, at, type))) {
      target = targetOf(at, children, index, container, dragged)
    }
    const inner = enter(page, definitions, children, index, point, dragged, room)
    if (!inner) return target
    list = { parent: inner.parent, slot: inner.slot }
    container = inner.rect
    room = inner.room
  }
}

/** A place found elsewhere than on the canvas, as it is shown there. */
export function targetAtPlace(
  { layout, width }: { layout: CanvasLayout | undefined; width: number },
  page: PageDefinition,
  place: Place,
  dragged: Dragged,
): DropTarget {
  const measured = layout ?? { height: 0, blocks: [], slots: [] }
  const index = indexLayout(measured)
  const list = { parent: place.parent, slot: place.slot ?? null }
  const slot = place.parent === null ? undefined : index.slot(place.parent, place.slot)
  const container = slot ?? pageRectOf(width, measured, page, index)
  return targetOf(place, childrenOf(page, list), index, container, dragged)
}

/** The slot to go on with, when the point lies in a block that has any and is not the dragged one. */
function enter(
  page: PageDefinition,
  definitions: Definitions,
  children: readonly BlockId[],
  index: LayoutIndex,
  point: Point,
  dragged: Dragged,
  room: Band,
): { parent: BlockId; slot: string; rect: CanvasRect; room: Band } | undefined {
  const id = children.findLast((child) => {
    const rect = index.block(child)
    return rect !== undefined && contains(rect, point)
  })
  const block = id === undefined ? undefined : blockOf(page, id)
  const rect = id === undefined ? undefined : index.block(id)
  if (!block || !rect || dragged.ids.includes(block.id)) return undefined
  const inside = withoutEdges(rect, room)
  if (point.y < inside.top || point.y >= inside.bottom) return undefined
  const slot = nearestSlot(definitions, block, index, point)
  return slot && { ...slot, room: inside }
}

function nearestSlot(definitions: Definitions, block: Block, index: LayoutIndex, point: Point) {
  let nearest: { parent: BlockId; slot: string; rect: CanvasRect } | undefined
  let least = Number.POSITIVE_INFINITY
  for (const slot of Object.keys(slotsOf(definitions, block))) {
    const rect = index.slot(block.id, slot)
    if (!rect) continue
    const distance = distanceTo(rect, point)
    if (distance < least) {
      least = distance
      nearest = { parent: block.id, slot, rect }
    }
  }
  return nearest
}

/** What of the block is left for its slots, within what those around it left. */
function withoutEdges(rect: CanvasRect, room: Band): Band {
  const top = Math.max(rect.y, room.top)
  const bottom = Math.min(rect.y + rect.height, room.bottom)
  const edge = Math.min(EDGE_PX, ((bottom - top) * (1 - INSIDE_SHARE)) / 2)
  return { top: top + edge, bottom: bottom - edge }
}

/** How many blocks of the list lie above the point, by their middles. Unseen ones do not count. */
function indexAt(children: readonly BlockId[], index: LayoutIndex, { y }: Point): number {
  const below = children.findIndex((id) => {
    const rect = index.block(id)
    return rect !== undefined && rect.height > 0 && y < rect.y + rect.height / 2
  })
  return below < 0 ? children.length : below
}

function targetOf(
  place: Place,
  children: readonly BlockId[],
  index: LayoutIndex,
  container: CanvasRect,
  dragged: Dragged,
): DropTarget {
  return {
    place,
    container,
    line: { x: container.x, width: container.width, y: lineAt(children, place.index, index, container) },
    isSamePlace: isWhereTheyStand(children, place.index, dragged.ids),
  }
}

/** True when the blocks stand next to each other already, right before or after the place. */
function isWhereTheyStand(children: readonly BlockId[], at: number, ids: readonly BlockId[]): boolean {
  const places = ids.map((id) => children.indexOf(id))
  const first = Math.min(...places)
  const last = Math.max(...places)
  return ids.length > 0 && first >= 0 && last - first === ids.length - 1 && at >= first && at <= last + 1
}

/** Halfway between the neighbours, or at the edge of the only one; in an empty place its middle. */
function lineAt(children: readonly BlockId[], at: number, index: LayoutIndex, container: CanvasRect): number {
  const seen = (id: BlockId) => {
    const rect = index.block(id)
    return rect && rect.height > 0 ? rect : undefined
  }
  const above = children
    .slice(0, at)
    .map(seen)
    .findLast((rect) => rect !== undefined)
  const below = children
    .slice(at)
    .map(seen)
    .find((rect) => rect !== undefined)
  if (above && below) return (above.y + above.height + below.y) / 2
  if (above) return above.y + above.height
  if (below) return below.y
  return container.y + container.height / 2
}

/** The whole page as a container: as wide as the canvas, as high as what stands on it. */
function pageRectOf(
  width: number,
  layout: CanvasLayout,
  page: PageDefinition,
  index: LayoutIndex,
): CanvasRect {
  const last = page.root.map((id) => index.block(id)).findLast((rect) => rect !== undefined)
  return { x: 0, y: 0, width, height: last ? last.y + last.height : layout.height }
}
