import type { BlockId, PageDefinition } from '@/schemas/page'
import {
  ancestorsOf,
  blockOf,
  childrenOf,
  type Definitions,
  type Place,
  parentsOf,
  placeOf,
  placeRefusal,
  slotsOf,
} from '@/src/document'
import type { Dragged } from '../canvas/find-drop-target'
import type { LayerRowData } from './layer-rows'
import { ROW_PX } from './use-row-window'

/** How far each level is indented, px. */
export const INDENT_PX = 14

/** A place in the tree, and how it is shown there. */
interface RowTarget {
  place: Place
  /** The row the line is drawn above; of a place inside a row, that row. */
  row: number
  depth: number
  isInside: boolean
}

/** The upper and lower part of a container's row that mean beside it, as a share of its height. */
const EDGE_SHARE = 0.28

interface Tree {
  rows: readonly LayerRowData[]
  page: PageDefinition
  definitions: Definitions
}

/**
 * Where blocks dropped on the layers would go. `x` and `y` in px from the tree's upper left
 * corner, however far it is scrolled. Below the last row of a container, the further to the left
 * the pointer is, the further out the place. Null where the blocks cannot go.
 */
export function findRowTarget(
  tree: Tree,
  { x, y }: { x: number; y: number },
  dragged: Dragged,
): RowTarget | null {
  const { rows, page } = tree
  const index = Math.floor(y / ROW_PX)
  const row = rows[index]
  if (!row) {
    const end = { place: { parent: null, index: page.root.length }, depth: 0, isInside: false } as const
    return accepted(tree, { ...end, row: rows.length }, dragged)
  }
  const share = y / ROW_PX - index
  const inside = insideOf(tree, index, dragged)
  if (inside && share >= EDGE_SHARE && share < 1 - EDGE_SHARE) return inside
  const isBefore = share < (inside ? EDGE_SHARE : 0.5)
  const place = placeOf(page, row.id)
  if (isBefore) return accepted(tree, { place, row: index, depth: row.depth, isInside: false }, dragged)
  const next = rows[index + 1]
  if (next && next.depth > row.depth) {
    const first = { place: placeOf(page, next.id), row: index + 1, depth: next.depth, isInside: false }
    return accepted(tree, first, dragged)
  }
  return accepted(tree, afterRow(tree, index, x), dragged)
}

/** After the block, or after one that holds it and ends here, by how far to the left the pointer is. */
function afterRow({ rows, page }: Tree, index: number, x: number): RowTarget {
  let id = rows[index]?.id ?? ''
  let depth = rows[index]?.depth ?? 0
  const nextDepth = rows[index + 1]?.depth ?? 0
  while (depth > nextDepth && x < (depth + 1) * INDENT_PX) {
    const holder = parentsOf(page).get(id)?.parent
    if (!holder) break
    id = holder
    depth -= 1
  }
  const place = placeOf(page, id)
  return { place: { ...place, index: place.index + 1 }, row: index + 1, depth, isInside: false }
}

/** The end of the first slot of a row's block that takes the blocks. */
function insideOf(tree: Tree, index: number, dragged: Dragged): RowTarget | undefined {
  const { rows, page, definitions } = tree
  const row = rows[index]
  const block = row && blockOf(page, row.id)
  if (!row || !block) return undefined
  for (const slot of Object.keys(slotsOf(definitions, block))) {
    const count = childrenOf(page, { parent: block.id, slot }).length
    const place = { parent: block.id, slot, index: count }
    const target = accepted(tree, { place, row: index, depth: row.depth + 1, isInside: true }, dragged)
    if (target) return target
  }
  return undefined
}

function accepted({ page, definitions }: Tree, target: RowTarget, dragged: Dragged): RowTarget | null {
  const { place } = target
  if (place.parent !== null && isWithin(page, place.parent, dragged.ids)) return null
  const isTaken = dragged.types.every((type) => !placeRefusal(page, definitions, place, type))
  return isTaken ? target : null
}

/** Nothing goes into itself. */
function isWithin(page: PageDefinition, id: BlockId, ids: readonly BlockId[]): boolean {
  return [id, ...ancestorsOf(page, id)].some((holder) => ids.includes(holder))
}
