import { overlap, type Parts, REGION_FULL } from '@/schemas/region-parts'

/*
 * Geometry of regions on a picture, in parts per ten thousand of its width and height. Pure, so
 * that a drag, a key press and a test mean the same thing.
 */

/** Nothing smaller is drawn: 2 % of a side. */
export const MIN_SIDE = 200

export interface Point {
  x: number
  y: number
}

/** Compass points: which edges of a region a handle moves. */
export const HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const
export type Handle = (typeof HANDLES)[number]

/** How far away an edge is still drawn to another one, in parts of width and of height. */
export interface SnapReach {
  x: number
  y: number
}

const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max)

/** Whole parts, inside the picture, no smaller than the smallest. */
export function clampRegion({ x, y, w, h }: Parts): Parts {
  const width = clamp(Math.round(w), MIN_SIDE, REGION_FULL)
  const height = clamp(Math.round(h), MIN_SIDE, REGION_FULL)
  return {
    x: clamp(Math.round(x), 0, REGION_FULL - width),
    y: clamp(Math.round(y), 0, REGION_FULL - height),
    w: width,
    h: height,
  }
}

/** The region drawn from one corner to the other; undefined while it is too small to be meant. */
export function drawnRegion(from: Point, to: Point): Parts | undefined {
  const inside = (value: number) => clamp(Math.round(value), 0, REGION_FULL)
  const [left, right] = [inside(Math.min(from.x, to.x)), inside(Math.max(from.x, to.x))]
  const [top, bottom] = [inside(Math.min(from.y, to.y)), inside(Math.max(from.y, to.y))]
  if (right - left < MIN_SIDE || bottom - top < MIN_SIDE) return undefined
  return { x: left, y: top, w: right - left, h: bottom - top }
}

/** The region moved by some parts; at the picture's edge it stops and keeps its size. */
export function movedRegion(region: Parts, by: Point): Parts {
  return clampRegion({ ...region, x: region.x + by.x, y: region.y + by.y })
}

/** The region with a handle moved. The other edges stay, and no edge crosses the one across. */
export function resizedRegion({ x, y, w, h }: Parts, handle: Handle, by: Point): Parts {
  const [right, bottom] = [x + w, y + h]
  const edge = (value: number, min: number, max: number) => Math.round(clamp(value, min, max))
  const left = handle.includes('w') ? edge(x + by.x, 0, right - MIN_SIDE) : x
  const top = handle.includes('n') ? edge(y + by.y, 0, bottom - MIN_SIDE) : y
  const newRight = handle.includes('e') ? edge(right + by.x, x + MIN_SIDE, REGION_FULL) : right
  const newBottom = handle.includes('s') ? edge(bottom + by.y, y + MIN_SIDE, REGION_FULL) : bottom
  return { x: left, y: top, w: newRight - left, h: newBottom - top }
}

/** The nearest of the lines to any of the edges: how far to go to it; 0 when none is in reach. */
function pull(edges: readonly number[], lines: readonly number[], reach: number): number {
  let best = 0
  let nearest = reach
  for (const edge of edges) {
    for (const line of lines) {
      const distance = Math.abs(line - edge)
      if (distance <= nearest) {
        nearest = distance
        best = line - edge
      }
    }
  }
  return best
}

const linesAcross = (others: readonly Parts[]) => [
  0,
  REGION_FULL,
  ...others.flatMap(({ x, w }) => [x, x + w]),
]
const linesDown = (others: readonly Parts[]) => [0, REGION_FULL, ...others.flatMap(({ y, h }) => [y, y + h])]

/** A moved region, drawn to the edges of the others and of the picture. */
export function snappedMove(region: Parts, others: readonly Parts[], reach: SnapReach): Parts {
  const { x, y, w, h } = region
  return movedRegion(region, {
    x: pull([x, x + w], linesAcross(others), reach.x),
    y: pull([y, y + h], linesDown(others), reach.y),
  })
}

/** A resized region: only the edges that its handle moves are drawn to others. */
export function snappedResize(
  region: Parts,
  handle: Handle,
  others: readonly Parts[],
  reach: SnapReach,
): Parts {
  const { x, y, w, h } = region
  const moving = {
    x: handle.includes('w') ? [x] : handle.includes('e') ? [x + w] : [],
    y: handle.includes('n') ? [y] : handle.includes('s') ? [y + h] : [],
  }
  return resizedRegion(region, handle, {
    x: pull(moving.x, linesAcross(others), reach.x),
    y: pull(moving.y, linesDown(others), reach.y),
  })
}

/** Edges the region shares with others, to be shown as guides while it moves. */
export function sharedEdges(region: Parts, others: readonly Parts[]): { x: number[]; y: number[] } {
  const across = new Set(others.flatMap(({ x, w }) => [x, x + w]))
  const down = new Set(others.flatMap(({ y, h }) => [y, y + h]))
  return {
    x: [region.x, region.x + region.w].filter((edge) => across.has(edge)),
    y: [region.y, region.y + region.h].filter((edge) => down.has(edge)),
  }
}

/** A copy's place: a little below and to the right, or the other way where there is no room. */
export function besideRegion(region: Parts): Parts {
  const offset = 300
  const fits = region.x + region.w + offset <= REGION_FULL && region.y + region.h + offset <= REGION_FULL
  return movedRegion(region, { x: fits ? offset : -offset, y: fits ? offset : -offset })
}

/** Where a region added by a button is put: the first free place of a coarse grid, or the middle. */
export function freePlace(others: readonly Parts[]): Parts {
  const size = { w: 3_000, h: 2_000 }
  for (let y = 500; y + size.h <= REGION_FULL; y += 500) {
    for (let x = 500; x + size.w <= REGION_FULL; x += 500) {
      const place = { x, y, ...size }
      if (!others.some((other) => overlap(place, other))) return place
    }
  }
  return { x: 3_500, y: 4_000, ...size }
}
