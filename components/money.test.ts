import { describe, expect, it } from 'vitest'
import { fenOfYuan, formatFen, formatFenShort } from './money'

describe('money', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [123_450, '¥1,234.50'],
    [-2_000, '-¥20.00'],
    [1_000_000_000_000, '¥10,000,000,000.00'],
  ])('writes %i fen as %s', (fen, text) => {
    expect(formatFen(fen)).toBe(text)
  })

  it.each([
    [2_000, '¥20'],
    [990, '¥9.90'],
    [200_000, '¥2,000'],
  ])('writes %i fen in a sentence as %s', (fen, text) => {
    expect(formatFenShort(fen)).toBe(text)
  })

  it.each([
    ['1234.5', 123_450],
    ['0.29', 29],
    ['.5', 50],
    ['8', 800],
    // 100.29 × 100 is 10029.000000000002 in binary.
    ['100.29', 10_029],
  ])('reads %s yuan as %i fen', (text, fen) => {
    expect(fenOfYuan(text)).toBe(fen)
  })
})
