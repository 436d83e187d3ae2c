import { describe, expect, it } from 'vitest'
import { rngFrom } from './rng'

const SEED = '00000001000000020000000300000004'

describe('a generator from a seed', () => {
  it('makes the numbers its authors publish', () => {
    const rng = rngFrom(SEED)
    // xoshiro128** from the state 1, 2, 3, 4, by the reference implementation.
    expect([1, 2, 3, 4, 5, 6, 7].map(() => rng.next(4_294_967_296))).toEqual([
      11_520, 0, 5_927_040, 70_819_200, 2_031_721_883, 1_637_235_492, 1_287_239_034,
    ])
  })

  it('makes the same numbers from the same seed, and others from another', () => {
    const take = (seed: string) => {
      const rng = rngFrom(seed)
      return Array.from({ length: 20 }, () => rng.next(1_000_000))
    }
    expect(take(SEED)).toEqual(take(SEED))
    expect(take(SEED)).not.toEqual(take('00000001000000020000000300000005'))
  })

  it('is uniform where the range divides nothing evenly', () => {
    const rng = rngFrom('9e3779b97f4a7c15f39cc0605cedc834')
    // Three quarters of 2^32: without drawing again, the first third would come twice as often.
    const max = 3_221_225_472
    const thirds = [0, 0, 0]
    for (let i = 0; i < 30_000; i++) {
      const third = Math.floor((rng.next(max) / max) * 3)
      thirds[third] = (thirds[third] ?? 0) + 1
    }
    const chiSquare = thirds.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)
    expect(chiSquare).toBeLessThan(13.8)
  })

  it.each(['', 'x'.repeat(32), '0'.repeat(32), SEED.slice(1), `${SEED}0`])('refuses %j', (seed) => {
    expect(() => rngFrom(seed)).toThrow(RangeError)
  })
})
