import { overlap, type Parts, REGION_FULL } from '@/schemas/region-parts'

/*
 * Cells of a puzzle: rectangles in parts per ten thousand of its width and height. Pure, so that a
 * drag, a key press and a test mean the same thing.
 */

/** No cell becomes narrower or lower by splitting or dragging: 5 % of a side. */
const MIN_CELL = 500

export type Axis = 'x' | 'y'

/** A line between cells that moves as one: `before` lie left of it or above, `after` on its other side. */
export interface Divider {
  axis: Axis
  at: number
  from: number
  to: number
  before: readonly number[]
  after: readonly number[]
  /** How far it may go before a cell beside it gets too small. */
  min: number
  max: number
}

/** Along an axis: where a rectangle begins and how far it goes, and the same across. */
function along({ x, y, w, h }: Parts, axis: Axis) {
  return axis === 'x'
    ? { start: x, size: w, crossStart: y, crossSize: h }
    : { start: y, size: h, crossStart: x, crossSize: w }
}

function placed<Cell extends Parts>(cell: Cell, axis: Axis, start: number, size: number): Cell {
  return axis === 'x' ? { ...cell, x: start, w: size } : { ...cell, y: start, h: size }
}

/** Whether a cell has room for two beside each other (`x`) or one below the other (`y`). */
export function canSplit(cell: Parts, axis: Axis): boolean {
  return along(cell, axis).size >= 2 * MIN_CELL
}

/** The cells with one halved; what is new stands after it and is made from its place. */
export function splitCell<Cell extends Parts>(
  cells: readonly Cell[],
  index: number,
  axis: Axis,
  fresh: (place: Parts) => Cell,
): readonly Cell[] {
  const cell = cells[index]
  if (!cell || !canSplit(cell, axis)) return cells
  const { start, size } = along(cell, axis)
  const half = Math.round(size / 2)
  const second = placed(cell, axis, start + half, size - half)
  const { x, y, w, h } = second
  return cells.toSpliced(index, 1, placed(cell, axis, start, half), fresh({ x, y, w, h }))
}

/** The cells that together with this one make a rectangle: it may swallow them. */
export function mergeable(cells: readonly Parts[], index: number): number[] {
  const cell = cells[index]
  if (!cell) return []
  return cells.flatMap((other, i) => (i !== index && joined(cell, other) ? [i] : []))
}

function joined(a: Parts, b: Parts): Parts | undefined {
  const isInRow = a.y === b.y && a.h === b.h && (a.x + a.w === b.x || b.x + b.w === a.x)
  const isInColumn = a.x === b.x && a.w === b.w && (a.y + a.h === b.y || b.y + b.h === a.y)
  if (isInRow) return { ...a, x: Math.min(a.x, b.x), y: a.y, w: a.w + b.w, h: a.h }
  if (isInColumn) return { ...a, x: a.x, y: Math.min(a.y, b.y), w: a.w, h: a.h + b.h }
  return undefined
}

/** The cells with one swallowed by another, which keeps all but its place. */
export function mergedCells<Cell extends Parts>(
  cells: readonly Cell[],
  index: number,
  swallowed: number,
): readonly Cell[] {
  const [cell, other] = [cells[index], cells[swallowed]]
  const place = cell && other && joined(cell, other)
  if (!cell || !place) return cells
  const { x, y, w, h } = place
  return cells.with(index, { ...cell, x, y, w, h }).toSpliced(swallowed, 1)
}

/** Every line between cells, from the left and from above. */
export function dividersOf(cells: readonly Parts[]): Divider[] {
  return [...dividersAlong(cells, 'x'), ...dividersAlong(cells, 'y')]
}

function dividersAlong(cells: readonly Parts[], axis: Axis): Divider[] {
  const ends = new Set(cells.map((cell) => along(cell, axis)).map(({ start, size }) => start + size))
  return [...ends].sort((a, b) => a - b).flatMap((at) => (at < REGION_FULL ? linesAt(cells, axis, at) : []))
}

/** The lines at one place: cells that face each other belong to one, others move by themselves. */
function linesAt(cells: readonly Parts[], axis: Axis, at: number): Divider[] {
  const sides = cells.flatMap((cell, index) => {
    const { start, size, crossStart, crossSize } = along(cell, axis)
    const side = start + size === at ? ('before' as const) : start === at ? ('after' as const) : undefined
    return side ? [{ index, side, from: crossStart, to: crossStart + crossSize }] : []
  })
  const left = new Set(sides)
  const lines: Divider[] = []
  for (const first of sides) {
    if (!left.delete(first)) continue
    const line = [first]
    for (const member of line) {
      for (const other of left) {
        if (other.side === member.side || other.from >= member.to || member.from >= other.to) continue
        left.delete(other)
        line.push(other)
      }
    }
    const of = (side: 'before' | 'after') =>
      line.filter((each) => each.side === side).map(({ index }) => index)
    const [before, after] = [of('before'), of('after')]
    if (before.length === 0 || after.length === 0) continue
    lines.push({
      axis,
      at,
      from: Math.min(...line.map(({ from }) => from)),
      to: Math.max(...line.map(({ to }) => to)),
      before,
      after,
      ...reachOf(cells, axis, before, after),
    })
  }
  return lines
}

function reachOf(cells: readonly Parts[], axis: Axis, before: readonly number[], after: readonly number[]) {
  const of = (index: number) => along(cells[index] ?? { x: 0, y: 0, w: 0, h: 0 }, axis)
  return {
    min: Math.max(...before.map((index) => of(index).start + MIN_CELL)),
    max: Math.min(...after.map((index) => of(index).start + of(index).size - MIN_CELL)),
  }
}

/** The cells with a line moved, as far as those beside it allow. */
export function movedDivider<Cell extends Parts>(
  cells: readonly Cell[],
  { axis, at, before, after, min, max }: Divider,
  to: number,
): readonly Cell[] {
  const next = Math.round(Math.min(Math.max(to, min), max))
  if (next === at || min > max) return cells
  const moved = cells.map((cell, index) => {
    const { start, size } = along(cell, axis)
    if (before.includes(index)) return placed(cell, axis, start, next - start)
    if (after.includes(index)) return placed(cell, axis, next, start + size - next)
    return cell
  })
  // Cells that face nothing of the line may be in its way where the puzzle has holes.
  const collides = moved.some((cell, i) => moved.slice(i + 1).some((other) => overlap(cell, other)))
  return collides ? cells : moved
}

/** Arrangements to begin with: rows from above, each of so many cells of one width. */
export const TEMPLATES: readonly { name: string; cells: readonly Parts[] }[] = [
  { name: '1', cells: rows(1) },
  { name: '2', cells: rows(2) },
  { name: '3', cells: rows(3) },
  { name: '4', cells: rows(4) },
  { name: '1-1', cells: rows(1, 1) },
  { name: '1-2', cells: rows(1, 2) },
  { name: '1-3', cells: rows(1, 3) },
  { name: '2-2', cells: rows(2, 2) },
  { name: '2-3', cells: rows(2, 3) },
  { name: '3-3-3', cells: rows(3, 3, 3) },
  { name: '1|2', cells: [{ x: 0, y: 0, w: 5_000, h: 10_000 }, ...beside(5_000, 5_000, 2)] },
  { name: '2|1', cells: [...beside(0, 5_000, 2), { x: 5_000, y: 0, w: 5_000, h: 10_000 }] },
]

function rows(...counts: number[]): Parts[] {
  return evenly(counts.length).flatMap(({ start, size }, i) =>
    evenly(counts[i] ?? 1).map((column) => ({ x: column.start, y: start, w: column.size, h: size })),
  )
}

function beside(x: number, w: number, count: number): Parts[] {
  return evenly(count).map(({ start, size }) => ({ x, y: start, w, h: size }))
}

/** So many whole parts that together are all of it. */
function evenly(count: number): { start: number; size: number }[] {
  const edge = (i: number) => Math.round((REGION_FULL * i) / count)
  return Array.from({ length: count }, (_, i) => ({ start: edge(i), size: edge(i + 1) - edge(i) }))
}
