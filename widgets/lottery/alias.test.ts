import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inMemoryEngine, NOON, seeded } from '../kit/testing/in-memory-engine'
import { aliasTable, drawFrom } from './alias'
import { defaults, type LotteryConfig } from './config'
import { fixtures } from './fixtures'
import { tool } from './tool'

const TOTAL = 1_000_000

/** What each item has of all columns together. */
function sharesOf({ total, keeps, others }: ReturnType<typeof aliasTable>): number[] {
  const shares = Array.from(keeps, () => 0)
  keeps.forEach((parts, column) => {
    shares[column] = (shares[column] ?? 0) + parts
    const other = others[column] ?? -1
    shares[other] = (shares[other] ?? Number.NaN) + total - parts
  })
  return shares
}

/** `count` whole weights that sum to `TOTAL`, by cutting it at the given places. */
function cutAt(cuts: number[]): number[] {
  const places = [0, ...cuts.sort((a, b) => a - b), TOTAL]
  return places.slice(1).map((place, i) => place - (places[i] ?? 0))
}

/** How far the counts are from what the weights promise, and how many of them count. */
function chiSquare(counts: number[], weights: number[], draws: number) {
  let sum = 0
  let kinds = 0
  counts.forEach((count, i) => {
    const expected = (draws * (weights[i] ?? 0)) / TOTAL
    if (expected === 0) {
      expect(count).toBe(0)
      return
    }
    kinds++
    sum += (count - expected) ** 2 / expected
  })
  // Wilson and Hilferty: the 0.1 % point of the distribution with kinds - 1 degrees of freedom.
  const k = kinds - 1
  const limit = k * (1 - 2 / (9 * k) + 3.09 * Math.sqrt(2 / (9 * k))) ** 3
  return { sum, limit }
}

describe('the alias table', () => {
  it('gives each item exactly its weight, whatever the weights', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: TOTAL }), { minLength: 0, maxLength: 999 })
    fc.assert(
      fc.property(cuts, (places) => {
        const weights = cutAt(places)
        expect(sharesOf(aliasTable(weights))).toEqual(weights.map((weight) => weight * weights.length))
      }),
    )
  })

  it('draws each item for exactly as many of the pairs of numbers as its weight says', () => {
    for (const weights of [[0, 1, 9], [5, 0, 0, 5], [10], [1, 2, 3, 4], [0, 0, 10]]) {
      const counts = weights.map(() => 0)
      for (let column = 0; column < weights.length; column++) {
        for (let part = 0; part < 10; part++) {
          const numbers = [column, part]
          const drawn = drawFrom(aliasTable(weights), { next: () => numbers.shift() as number })
          counts[drawn] = (counts[drawn] ?? 0) + 1
        }
      }
      expect(counts).toEqual(weights.map((weight) => weight * weights.length))
    }
  })

  it('holds a thousand prizes, the rarest one in a million', () => {
    const weights = cutAt(Array.from({ length: 999 }, (_, i) => i + 1))
    expect(weights).toHaveLength(1_000)
    expect(sharesOf(aliasTable(weights))).toEqual(weights.map((weight) => weight * 1_000))
  })

  it('refuses weights that sum to nothing, or to more than it can count', () => {
    expect(() => aliasTable([0, 0])).toThrow(RangeError)
    expect(() => aliasTable(Array.from({ length: 3_000 }, () => TOTAL))).toThrow(RangeError)
  })

  it('keeps every part within its column', () => {
    const { keeps, total } = aliasTable(cutAt([3, 500, 999_999]))
    for (const parts of keeps) {
      expect(parts).toBeGreaterThanOrEqual(0)
      expect(parts).toBeLessThanOrEqual(total)
    }
  })
})

describe('a million draws', () => {
  const DRAWS = 1_000_000

  it.each([1, 2, 3])('follow a thousand uneven weights, seed %i', (seed) => {
    const rng = seeded(seed)
    const weights = cutAt(Array.from({ length: 999 }, () => rng.next(TOTAL + 1)))
    const table = aliasTable(weights)
    const counts = weights.map(() => 0)
    for (let i = 0; i < DRAWS; i++) {
      const drawn = drawFrom(table, rng)
      counts[drawn] = (counts[drawn] ?? 0) + 1
    }
    const { sum, limit } = chiSquare(counts, weights, DRAWS)
    expect(sum).toBeLessThan(limit)
  })

  it.each([11, 12])('of the whole decision follow the lottery’s weights, seed %i', (seed) => {
    const config: LotteryConfig = {
      ...defaults,
      prizes: (fixtures.tool?.config.prizes ?? []).map(({ total, perDay, ...prize }) => prize),
    }
    const rewards = (fixtures.tool?.rewards ?? []).map((reward) => ({ ...reward, stock: 1_000_000_000 }))
    const facts = inMemoryEngine({ config, rewards }).factsOf('mbr_0000000001')
    const member = { id: 'mbr_0000000001', name: '小*' }
    const rng = seeded(seed)
    const counts = new Map<string, number>()
    for (let i = 0; i < DRAWS; i++) {
      const { outcome } = tool.actions.draw.decide(facts, {}, member, NOON, rng)
      const { prize } = ('detail' in outcome && outcome.detail) as { prize: string }
      counts.set(prize, (counts.get(prize) ?? 0) + 1)
    }
    const { sum, limit } = chiSquare(
      config.prizes.map(({ key }) => counts.get(key) ?? 0),
      config.prizes.map(({ weight }) => weight),
      DRAWS,
    )
    expect(sum).toBeLessThan(limit)
  })
})
