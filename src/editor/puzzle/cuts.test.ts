import { describe, expect, test } from 'vitest'
import { addedCut, evenCuts, fittedCuts, MAX_STRIPS, movedCut, regionsByStrip } from './cuts'

test('cuts are in order, whole, and leave strips that can be cut', () => {
  expect(fittedCuts([500.4, 100, 108, 995, 3], 1_000)).toEqual([100, 500])
  expect(evenCuts(4, 1_000)).toEqual([250, 500, 750])
  expect(evenCuts(99, 100_000)).toHaveLength(MAX_STRIPS - 1)
})

test('a cut stays between those beside it', () => {
  expect(movedCut([100, 500], 0, 900, 1_000)).toEqual([484, 500])
  expect(movedCut([100, 500], 1, -5, 1_000)).toEqual([100, 116])
  expect(movedCut([100, 500], 1, 5_000, 1_000)).toEqual([100, 984])
})

test('one more goes where there is most room, while there is any', () => {
  expect(addedCut([100], 1_000)).toEqual([100, 550])
  expect(addedCut([16], 32)).toEqual([16])
})

describe('regions are dealt out to the strips', () => {
  const region = { x: 1_000, y: 0, w: 5_000, h: 1_000, link: '/a', label: 'a' }

  test('in parts of the strip they lie on', () => {
    const dealt = regionsByStrip([{ ...region, y: 5_000 }], [400], 1_000)
    expect(dealt).toEqual([[], [{ ...region, y: 1_667, h: 1_666 }]])
  })

  test('to both where one reaches over a cut, but not for a sliver', () => {
    const over = regionsByStrip([{ ...region, y: 4_000, h: 2_000 }], [500], 1_000)
    expect(over).toEqual([[{ ...region, y: 8_000, h: 2_000 }], [{ ...region, y: 0, h: 2_000 }]])
    const sliver = regionsByStrip([{ ...region, y: 4_000, h: 2_000 }], [590], 1_000)
    expect(sliver.map(({ length }) => length)).toEqual([1, 0])
  })

  test('all of them, when nothing is cut', () => {
    expect(regionsByStrip([region], [], 1_000)).toEqual([[region]])
  })
})
