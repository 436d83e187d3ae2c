import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Parts, REGION_FULL } from '@/schemas/region-parts'
import {
  besideRegion,
  clampRegion,
  drawnRegion,
  freePlace,
  HANDLES,
  MIN_SIDE,
  movedRegion,
  resizedRegion,
  sharedEdges,
  snappedMove,
  snappedResize,
} from './regions-geometry'

const box = (x: number, y: number, w: number, h: number): Parts => ({ x, y, w, h })

function isWhole({ x, y, w, h }: Parts): boolean {
  return (
    [x, y, w, h].every(Number.isInteger) &&
    x >= 0 &&
    y >= 0 &&
    w >= MIN_SIDE &&
    h >= MIN_SIDE &&
    x + w <= REGION_FULL &&
    y + h <= REGION_FULL
  )
}

const anyRegion = fc
  .record({
    x: fc.integer({ min: 0, max: REGION_FULL - MIN_SIDE }),
    y: fc.integer({ min: 0, max: REGION_FULL - MIN_SIDE }),
    w: fc.integer({ min: MIN_SIDE, max: REGION_FULL }),
    h: fc.integer({ min: MIN_SIDE, max: REGION_FULL }),
  })
  .map(clampRegion)
const anyWay = fc.record({
  x: fc.double({ min: -30_000, max: 30_000, noNaN: true }),
  y: fc.double({ min: -30_000, max: 30_000, noNaN: true }),
})

describe('a region on a picture', () => {
  it('stays inside it, whole and no smaller than the smallest, whatever is done to it', () => {
    fc.assert(
      fc.property(anyRegion, anyRegion, anyWay, fc.constantFrom(...HANDLES), (region, other, by, handle) => {
        const reach = { x: 120, y: 120 }
        const moved = movedRegion(region, by)
        expect(isWhole(moved)).toBe(true)
        expect([moved.w, moved.h]).toEqual([region.w, region.h])
        const resized = resizedRegion(region, handle, by)
        expect(isWhole(resized)).toBe(true)
        expect(isWhole(snappedMove(moved, [other], reach))).toBe(true)
        expect(isWhole(snappedResize(resized, handle, [other], reach))).toBe(true)
        expect(isWhole(besideRegion(region))).toBe(true)
        expect(isWhole(freePlace([region, other]))).toBe(true)
      }),
    )
  })

  it('is drawn in any direction, and a tap draws nothing', () => {
    const expected = box(1_000, 2_000, 3_000, 1_000)
    expect(drawnRegion({ x: 1_000, y: 2_000 }, { x: 4_000, y: 3_000 })).toEqual(expected)
    expect(drawnRegion({ x: 4_000, y: 3_000 }, { x: 1_000, y: 2_000 })).toEqual(expected)
    expect(drawnRegion({ x: 500, y: 500 }, { x: 500 + MIN_SIDE - 1, y: 3_000 })).toBeUndefined()
    expect(drawnRegion({ x: 8_000, y: 8_000 }, { x: 20_000, y: 20_000 })).toEqual(
      box(8_000, 8_000, 2_000, 2_000),
    )
  })

  it('stops at the edge across when it is resized past it', () => {
    const region = box(1_000, 1_000, 2_000, 2_000)
    expect(resizedRegion(region, 'e', { x: -9_000, y: 0 })).toEqual(box(1_000, 1_000, MIN_SIDE, 2_000))
    expect(resizedRegion(region, 'nw', { x: 9_000, y: 9_000 })).toEqual(
      box(3_000 - MIN_SIDE, 3_000 - MIN_SIDE, MIN_SIDE, MIN_SIDE),
    )
    expect(resizedRegion(region, 's', { x: 500, y: 300 })).toEqual(box(1_000, 1_000, 2_000, 2_300))
  })
})

describe('snapping', () => {
  const reach = { x: 100, y: 100 }
  const other = box(5_000, 5_000, 2_000, 2_000)

  it('draws a moved region to the nearest edge in reach, without changing its size', () => {
    expect(snappedMove(box(2_060, 1_000, 3_000, 1_000), [other], reach)).toEqual(
      box(2_000, 1_000, 3_000, 1_000),
    )
    expect(snappedMove(box(80, 95, 3_000, 1_000), [], reach)).toEqual(box(0, 0, 3_000, 1_000))
  })

  it('leaves alone what is out of reach', () => {
    const away = box(1_800, 1_000, 3_000, 1_000)
    expect(snappedMove(away, [other], reach)).toEqual(away)
  })

  it('draws only the edges that the handle moves', () => {
    const region = box(4_950, 3_000, 2_000, 1_960)
    expect(snappedResize(region, 's', [other], reach)).toEqual(box(4_950, 3_000, 2_000, 2_000))
    expect(snappedResize(region, 'w', [other], reach)).toEqual(box(5_000, 3_000, 1_950, 1_960))
  })

  it('names the edges that are shared, for guides', () => {
    expect(sharedEdges(box(5_000, 1_000, 500, 4_000), [other])).toEqual({ x: [5_000], y: [5_000] })
    expect(sharedEdges(box(10, 10, 500, 500), [other])).toEqual({ x: [], y: [] })
  })
})
