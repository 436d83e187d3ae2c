import type { CanvasLayout } from '@/schemas/canvas'
import type { BlockId, PageDefinition } from '@/schemas/page'
import { blockOf } from '@/src/document'
import { contains, indexLayout, type Point } from './layout-index'

/**
 * The innermost block at a point of the canvas. Looks only inside blocks that hold the point, so
 * the cost is that of one path through the page. A later sibling lies over an earlier one.
 */
export function findBlockAt(layout: CanvasLayout, page: PageDefinition, point: Point): BlockId | null {
  const index = indexLayout(layout)
  const hit = (ids: readonly BlockId[]) =>
    ids.findLast((id) => {
      const rect = index.block(id)
      return rect !== undefined && contains(rect, point)
    })
  let found: BlockId | null = null
  for (let at = hit(page.root); at !== undefined; ) {
    found = at
    at = hit(Object.values(blockOf(page, at)?.slots ?? {}).flat())
  }
  return found
}
