import type { Region } from '@/schemas/region'
import { REGION_FULL } from '@/schemas/region-parts'

/*
 * A long picture is cut across at these px from its top, in order. Pure, so that a drag, a key
 * press and a test mean the same thing.
 */

/** No strip is lower, px. The server refuses lower ones. */
export const MIN_STRIP = 16
export const MAX_STRIPS = 30

/** In order, whole, far enough from each other and from both ends; at most as many as are allowed. */
export function fittedCuts(wanted: readonly number[], height: number): number[] {
  const cuts: number[] = []
  for (const cut of wanted.map(Math.round).toSorted((a, b) => a - b)) {
    const last = cuts.at(-1) ?? 0
    if (cut - last >= MIN_STRIP && height - cut >= MIN_STRIP && cuts.length < MAX_STRIPS - 1) cuts.push(cut)
  }
  return cuts
}

/** One cut elsewhere, between those beside it. */
export function movedCut(
  cuts: readonly number[],
  index: number,
  to: number,
  height: number,
): readonly number[] {
  const min = (cuts[index - 1] ?? 0) + MIN_STRIP
  const max = (cuts[index + 1] ?? height) - MIN_STRIP
  const next = Math.round(Math.min(Math.max(to, min), max))
  return min > max || next === cuts[index] ? cuts : cuts.with(index, next)
}

/** One more, where there is most room. */
export function addedCut(cuts: readonly number[], height: number): readonly number[] {
  const edges = [0, ...cuts, height]
  const gaps = edges.slice(1).map((edge, i) => ({ from: edges[i] ?? 0, size: edge - (edges[i] ?? 0) }))
  const widest = gaps.reduce((best, gap) => (gap.size > best.size ? gap : best))
  return fittedCuts([...cuts, widest.from + widest.size / 2], height)
}

/** So many strips of one height. */
export function evenCuts(strips: number, height: number): number[] {
  return fittedCuts(
    Array.from({ length: strips - 1 }, (_, i) => (height * (i + 1)) / strips),
    height,
  )
}

/** What is less than this of a region's height falls on a strip by accident, in parts of it. */
const SLIVER = 0.15

/**
 * The regions of the whole picture, strip by strip, in parts of each strip. One that reaches over
 * a cut lies on both strips, so that no part of it stops answering.
 */
export function regionsByStrip(
  regions: readonly Region[],
  cuts: readonly number[],
  height: number,
): Region[][] {
  const edges = [0, ...cuts, height]
  return edges.slice(0, -1).map((top, i) => {
    const bottom = edges[i + 1] ?? height
    return regions.flatMap((region) => {
      const from = (region.y / REGION_FULL) * height
      const to = ((region.y + region.h) / REGION_FULL) * height
      const [upper, lower] = [Math.max(from, top), Math.min(to, bottom)]
      if (lower <= upper || (lower - upper) / (to - from) < SLIVER) return []
      const parts = (px: number) => Math.round(((px - top) / (bottom - top)) * REGION_FULL)
      const y = parts(upper)
      return [{ ...region, y, h: Math.max(1, parts(lower) - y) }]
    })
  })
}
