import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isArranged } from '@/schemas/puzzle-parts'
import type { Parts } from '@/schemas/region-parts'
import { dividersOf, mergeable, mergedCells, movedDivider, splitCell, TEMPLATES } from './puzzle-geometry'

const whole: Parts = { x: 0, y: 0, w: 10_000, h: 10_000 }
const fresh = (place: Parts) => place
const area = (cells: readonly Parts[]) => cells.reduce((sum, { w, h }) => sum + w * h, 0)
const FULL_AREA = 10_000 * 10_000

test('every template fills the whole', () => {
  for (const { cells } of TEMPLATES) {
    expect(isArranged(cells)).toBe(true)
    expect(area(cells)).toBe(FULL_AREA)
  }
})

test('a split halves a cell, and merging takes it back', () => {
  const cells = splitCell([whole], 0, 'x', fresh)
  expect(cells).toEqual([
    { x: 0, y: 0, w: 5_000, h: 10_000 },
    { x: 5_000, y: 0, w: 5_000, h: 10_000 },
  ])
  expect(mergeable(cells, 0)).toEqual([1])
  expect(mergedCells(cells, 0, 1)).toEqual([whole])
  expect(mergedCells(cells, 1, 0)).toEqual([whole])
})

test('only what makes a rectangle together is merged', () => {
  const cells = splitCell(splitCell([whole], 0, 'x', fresh), 1, 'y', fresh)
  expect(mergeable(cells, 0)).toEqual([])
  expect(mergeable(cells, 1)).toEqual([2])
  expect(mergedCells(cells, 0, 1)).toBe(cells)
})

test('a cell too small for two is not split', () => {
  const thin = { ...whole, w: 999 }
  expect(splitCell([thin], 0, 'x', fresh)).toEqual([thin])
})

test('a line moves all cells that end at it, as far as they allow', () => {
  const cells = splitCell(splitCell([whole], 0, 'x', fresh), 1, 'y', fresh)
  const [line] = dividersOf(cells)
  expect(line).toMatchObject({ axis: 'x', at: 5_000, from: 0, to: 10_000, before: [0], after: [1, 2] })
  const moved = movedDivider(cells, line as never, 7_000)
  expect(moved.map(({ x, w }) => [x, w])).toEqual([
    [0, 7_000],
    [7_000, 3_000],
    [7_000, 3_000],
  ])
  expect(movedDivider(cells, line as never, 20_000)[0]?.w).toBe(9_500)
  expect(movedDivider(cells, line as never, -5)[0]?.w).toBe(500)
})

test('where four cells meet, each row has a line of its own', () => {
  const { cells = [] } = TEMPLATES.find(({ name }) => name === '2-2') ?? {}
  const lines = dividersOf(cells).filter(({ axis }) => axis === 'x')
  expect(lines.map(({ from, to }) => [from, to])).toEqual([
    [0, 5_000],
    [5_000, 10_000],
  ])
})

test('whatever is split, dragged and merged, the cells fill the whole and none lies on another', () => {
  const act = fc.record({
    what: fc.constantFrom('x', 'y', 'drag', 'merge'),
    at: fc.nat(30),
    to: fc.integer({ min: -1_000, max: 11_000 }),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      let cells: readonly Parts[] = [whole]
      for (const { what, at, to } of acts) {
        const index = at % cells.length
        const lines = dividersOf(cells)
        const line = lines[at % Math.max(1, lines.length)]
        const [other] = mergeable(cells, index)
        if (what === 'drag') cells = line ? movedDivider(cells, line, to) : cells
        else if (what === 'merge') cells = other === undefined ? cells : mergedCells(cells, index, other)
        else cells = splitCell(cells, index, what as 'x' | 'y', fresh)
        expect(isArranged(cells)).toBe(true)
        expect(area(cells)).toBe(FULL_AREA)
      }
    }),
    { numRuns: 150 },
  )
})
