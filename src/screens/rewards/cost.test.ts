import { describe, expect, it } from 'vitest'
import { costOfStock } from './cost'

describe('costOfStock', () => {
  it('sets the whole face value aside under a full reservation', () => {
    expect(costOfStock(2_000, 10, { kind: 'full' })).toEqual({ each: 2_000, expected: 20_000, worst: 20_000 })
  })

  it('rounds each reservation up to the fen under an expected rate', () => {
    // 30 % of ¥0.99 is 29.7 fen.
    expect(costOfStock(99, 10, { kind: 'expected', ratePpm: 300_000 })).toEqual({
      each: 30,
      expected: 300,
      worst: 990,
    })
  })
})
