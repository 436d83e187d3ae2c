import type { CanvasLayout, CanvasRect } from '@/schemas/canvas'
import type { BlockId } from '@/schemas/page'

/** A point in the canvas document's CSS px, from the top of the document. */
export interface Point {
  x: number
  y: number
}

export interface LayoutIndex {
  block: (id: BlockId) => CanvasRect | undefined
  slot: (id: BlockId, name: string) => CanvasRect | undefined
}

const indexes = new WeakMap<CanvasLayout, LayoutIndex>()

/** Rectangles by what they belong to; made once for each layout. */
export function indexLayout(layout: CanvasLayout): LayoutIndex {
  const known = indexes.get(layout)
  if (known) return known
  const blocks = new Map<BlockId, CanvasRect>(layout.blocks.map((rect) => [rect.id, rect]))
  const slots = new Map<BlockId, Map<string, CanvasRect>>()
  for (const rect of layout.slots) {
    const ofBlock = slots.get(rect.blockId) ?? new Map<string, CanvasRect>()
    slots.set(rect.blockId, ofBlock.set(rect.slot, rect))
  }
  const index: LayoutIndex = {
    block: (id) => blocks.get(id),
    slot: (id, name) => slots.get(id)?.get(name),
  }
  indexes.set(layout, index)
  return index
}

export function contains(rect: CanvasRect, { x, y }: Point): boolean {
  return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height
}

/** How far a point is from a rectangle, in px; 0 within it. */
export function distanceTo(rect: CanvasRect, { x, y }: Point): number {
  const dx = Math.max(rect.x - x, 0, x - (rect.x + rect.width))
  const dy = Math.max(rect.y - y, 0, y - (rect.y + rect.height))
  return Math.hypot(dx, dy)
}
