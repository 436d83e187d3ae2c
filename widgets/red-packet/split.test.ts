import { describe, expect, it } from 'vitest'
import { seeded } from '../kit/testing/in-memory-engine'
import type { Rng } from '../kit/tool'
import { drawPart, isPayable } from './split'

/** All the parts of a packet, in the order of opening. */
function split(amountFen: number, parts: number, rng: Rng, mostFen?: number): number[] {
  const drawn: number[] = []
  let left = amountFen
  for (let open = parts; open > 0; open--) {
    const part = drawPart({ amountFen: left, parts: open }, rng, mostFen)
    drawn.push(part)
    left -= part
  }
  return drawn
}

/** Every part that could be drawn, by trying every number the generator could answer. */
function everyPart(amountFen: number, parts: number, mostFen: number): number[] {
  const found: number[] = []
  for (let round = 0; round < parts; round++) {
    for (let at = 0, bound = 1; at < bound; at++) {
      const answers = [round, at]
      const next = (max: number) => {
        const answer = answers.shift() ?? 0
        if (answers.length === 0) bound = max
        return answer
      }
      found.push(drawPart({ amountFen, parts }, { next }, mostFen))
    }
    if (parts === 1) break
  }
  return found
}

describe('splitting a packet', () => {
  it('is exact over 1,000,000 packets, with at least one fen in every part', () => {
    const rng = seeded(20261111)
    let worst = 0
    for (let i = 0; i < 1_000_000; i++) {
      const parts = 1 + rng.next(10)
      const amountFen = parts + rng.next(2_000)
      let sum = 0
      for (const part of split(amountFen, parts, rng)) {
        if (part < 1 || !Number.isInteger(part)) worst = Math.max(worst, 1)
        sum += part
      }
      if (sum !== amountFen) worst = Math.max(worst, 2)
    }
    expect(worst).toBe(0)
  })

  /*
   * Each opener's mean over n packets is told apart from the packet's mean only by chance: within
   * 4 standard errors for each of the 10 openers, so a true generator fails about once in 1,600
   * seeds, and the seed is fixed. A plain 2 × mean bound, rounded down, is off by far more.
   */
  it.each([
    { amountFen: 1_000, parts: 10, seed: 1 },
    { amountFen: 1_888, parts: 10, seed: 2 },
    { amountFen: 37, parts: 10, seed: 3 },
    { amountFen: 500, parts: 3, seed: 4 },
  ])(
    'leaves the first and the last of $parts equally well off: $amountFen fen',
    ({ amountFen, parts, seed }) => {
      const rng = seeded(seed)
      const n = 200_000
      const sums = new Array<number>(parts).fill(0)
      const squares = new Array<number>(parts).fill(0)
      for (let i = 0; i < n; i++) {
        split(amountFen, parts, rng).forEach((part, k) => {
          sums[k] = (sums[k] ?? 0) + part
          squares[k] = (squares[k] ?? 0) + part * part
        })
      }
      for (let k = 0; k < parts; k++) {
        const mean = (sums[k] ?? 0) / n
        const error = Math.sqrt(((squares[k] ?? 0) / n - mean * mean) / n)
        expect(Math.abs(mean - amountFen / parts), `opener ${k + 1}`).toBeLessThan(4 * error)
      }
    },
  )

  it('keeps the rest payable whatever is drawn, and no part above the most a grant may be', () => {
    let tried = 0
    for (let parts = 1; parts <= 6; parts++) {
      for (let amountFen = 1; amountFen <= 30; amountFen++) {
        for (let mostFen = 1; mostFen <= 30; mostFen++) {
          if (!isPayable({ amountFen, parts }, mostFen)) continue
          for (const part of everyPart(amountFen, parts, mostFen)) {
            tried++
            const rest = { amountFen: amountFen - part, parts: parts - 1 }
            const fits = part >= 1 && part <= mostFen
            const isOver = parts === 1 && rest.amountFen === 0
            if (!fits || !(isOver || isPayable(rest, mostFen))) {
              expect.fail(`${part} of ${amountFen} fen in ${parts} parts of at most ${mostFen}`)
            }
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(10_000)
  })

  it('goes up to twice the remaining mean, and gives the last the remainder', () => {
    const parts = everyPart(100, 5, 100)
    expect(Math.min(...parts)).toBe(1)
    expect(Math.max(...parts)).toBe(39)
    expect(drawPart({ amountFen: 77, parts: 1 }, seeded(1))).toBe(77)
  })

  it('refuses what cannot be paid', () => {
    for (const remainder of [
      { amountFen: 2, parts: 3 },
      { amountFen: 0, parts: 1 },
      { amountFen: 10, parts: 0 },
    ]) {
      expect(() => drawPart(remainder, seeded(1)), JSON.stringify(remainder)).toThrow(RangeError)
    }
    expect(() => drawPart({ amountFen: 100, parts: 3 }, seeded(1), 33)).toThrow(RangeError)
  })
})
