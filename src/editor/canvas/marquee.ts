import type { CanvasLayout, CanvasRect } from '@/schemas/canvas'
import type { BlockId, PageDefinition } from '@/schemas/page'
import { blockOf } from '@/src/document'
import { indexLayout, type Point } from './layout-index'

/** The rectangle between two points, whichever way it was drawn. */
export function rectBetween(a: Point, b: Point): CanvasRect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  }
}

/**
 * The blocks that a rectangle touches, of one list: those of the page, or, where it lies wholly
 * within a container, those of the container. So what it selects can be moved or wrapped as one.
 */
export function blocksTouching(layout: CanvasLayout, page: PageDefinition, marquee: CanvasRect): BlockId[] {
  const index = indexLayout(layout)
  const touched = (ids: readonly BlockId[]) =>
    ids.filter((id) => {
      const rect = index.block(id)
      return rect !== undefined && touches(rect, marquee)
    })
  let found = touched(page.root)
  // Bounded by the depth of the page.
  for (;;) {
    const [only, ...others] = found
    const rect = only === undefined ? undefined : index.block(only)
    if (only === undefined || others.length > 0 || !rect || !holds(rect, marquee)) return found
    const lists = Object.entries(blockOf(page, only)?.slots ?? {})
    const inner = lists.map(([, ids]) => touched(ids)).find((ids) => ids.length > 0)
    if (!inner) return found
    found = inner
  }
}

function touches(a: CanvasRect, b: CanvasRect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
}

function holds(outer: CanvasRect, inner: CanvasRect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}
