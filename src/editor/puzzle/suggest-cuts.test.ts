import { expect, test } from 'vitest'
import { type PixelRow, suggestCuts } from './suggest-cuts'

const busy = (rows: number, colour = 120): PixelRow[] =>
  Array.from({ length: rows }, () => ({ mean: [colour, colour, colour], spread: 40 }))
const even = (rows: number, colour = 120): PixelRow[] =>
  Array.from({ length: rows }, () => ({ mean: [colour, colour, colour], spread: 0 }))
const size = (rows: readonly PixelRow[]) => ({ width: 200, height: rows.length * 2 })

test('an edge across the whole width is where a new part begins', () => {
  const rows = [...busy(100, 20), ...busy(100, 200)]
  expect(suggestCuts(rows, size(rows))).toEqual([200])
})

test('an empty band is cut in its middle', () => {
  const rows = [...busy(100), ...even(20), ...busy(100)]
  expect(suggestCuts(rows, size(rows))).toEqual([220])
})

test('bands at both ends are margins, and lines close to each other are one', () => {
  const rows = [...even(20), ...busy(60), ...even(4), ...busy(4), ...even(12), ...busy(60), ...even(20)]
  expect(suggestCuts(rows, size(rows))).toHaveLength(1)
})

test('a ground that slowly changes its colour is not empty', () => {
  const ground = even(100).map((row, i): PixelRow => ({ ...row, mean: [100 + i, 100, 100] }))
  const rows = [...busy(100), ...ground, ...busy(100, 160)]
  expect(suggestCuts(rows, size(rows)).filter((cut) => cut > 210 && cut < 390)).toEqual([])
})

test('a picture without a mark is not cut, nor is one without lines', () => {
  const rows = busy(300)
  expect(suggestCuts(rows, size(rows))).toEqual([])
  expect(suggestCuts([], { width: 100, height: 100 })).toEqual([])
})
