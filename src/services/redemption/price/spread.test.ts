import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadFen } from './spread'

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
const worths = fc.array(fc.integer({ min: 0, max: 1_000_000_000_000 }), { minLength: 1, maxLength: 30 })

describe('spreading a discount over lines', () => {
  it('is in proportion, and the last line takes the remainder', () => {
    expect(spreadFen(100, [100, 100, 100])).toEqual([33, 33, 34])
    expect(spreadFen(2_000, [9_900, 10_000])).toEqual([994, 1_006])
  })

  it('never takes more from a line than it is worth: what is over goes to the lines before it', () => {
    expect(spreadFen(2, [1, 1, 1])).toEqual([0, 1, 1])
    expect(spreadFen(5, [4, 2, 0])).toEqual([3, 2, 0])
  })

  it('is exact where products of amounts are past what a float holds', () => {
    expect(spreadFen(999_999_999_999, [333_333_333_333, 1_000_000_000_000])).toEqual([
      249_999_999_999, 750_000_000_000,
    ])
  })

  it('refuses an amount that the lines are not worth', () => {
    expect(() => spreadFen(4, [1, 2])).toThrow('cannot be spread')
    expect(spreadFen(0, [0, 0])).toEqual([0, 0])
  })

  it('adds up for any lines, each between its share rounded down and its worth', () => {
    fc.assert(
      fc.property(worths, fc.integer({ min: 0, max: 1_000_000 }), (lines, ppm) => {
        const totalFen = sum(lines)
        const amountFen = Number((BigInt(totalFen) * BigInt(ppm)) / 1_000_000n)
        const shares = spreadFen(amountFen, lines)
        expect(sum(shares)).toBe(amountFen)
        lines.forEach((worth, i) => {
          const share = shares[i] ?? -1
          expect(share).toBeLessThanOrEqual(worth)
          // share + 1 > amount × worth ÷ total, without dividing
          expect(BigInt(share + 1) * BigInt(Math.max(totalFen, 1))).toBeGreaterThan(
            BigInt(amountFen) * BigInt(worth),
          )
        })
      }),
      { numRuns: 1_000 },
    )
  })
})
