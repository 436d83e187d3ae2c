import { describe, expect, it } from 'vitest'
import { NOON, shanghai } from '../kit/testing/in-memory-engine'
import type { RewardFacts } from '../kit/tool'
import type { CostedReward } from '../kit/tool-form'
import { defaults, type LotteryConfig, type Prize, WEIGHT_TOTAL } from './config'
import { fixtures } from './fixtures'
import { type SimulationInput, startSimulation } from './simulate'

const [, cash, , coupon] = (fixtures.tool?.rewards ?? []) as RewardFacts[]
const SEED = '9e3779b97f4a7c15f39cc0605cedc834'

const aReward = (
  reward: RewardFacts | undefined,
  costFen: number,
  over: Partial<RewardFacts> = {},
): CostedReward => ({
  ...(reward as RewardFacts),
  stock: 10_000_000,
  taken: 0,
  costFen,
  ...over,
})

const won = (
  key: string,
  rewardId: string | undefined,
  weight: number,
  more: Partial<Prize> = {},
): Prize => ({
  name: key,
  key,
  gives: 'reward',
  rewardId,
  weight,
  isFallback: false,
  image: '',
  ...more,
})

const thanks = (weight: number): Prize => ({
  name: '谢谢参与',
  key: 'none',
  gives: 'nothing',
  weight,
  isFallback: false,
  image: '',
})

function simulate(prizes: Prize[], over: Partial<SimulationInput> = {}, config: Partial<LotteryConfig> = {}) {
  const rewards = [aReward(cash, 8_800), aReward(coupon, 500)]
  const input: SimulationInput = {
    config: { ...defaults, prizes, ...config },
    rewards: new Map(rewards.map((reward) => [reward.id, reward])),
    draws: 1_000,
    drawsPerDay: 100,
    drawsPerMember: 5,
    startsAt: NOON.dayStartsAt,
    endsAt: new Date(NOON.dayStartsAt.getTime() + 5 * 86_400_000),
    budgetFen: 1_000_000_000,
    momentOf: (at) => shanghai(at.toISOString()),
    seed: SEED,
    ...over,
  }
  const simulation = startSimulation(input)
  while (simulation.step(97) < input.draws);
  return simulation.result()
}

const byKey = (result: ReturnType<typeof simulate>, key: string) => {
  const found = result.prizes.find((prize) => prize.key === key)
  if (!found) throw new Error(`no prize ${key}`)
  return found
}

describe('simulating a lottery', () => {
  it('draws by the odds over a million draws (χ²), and sums up what that costs', () => {
    const prizes = [won('cash', cash?.id, 1_000), won('coupon', coupon?.id, 299_000), thanks(700_000)]
    const draws = 1_000_000
    const result = simulate(prizes, { draws, drawsPerDay: 100_000 })
    expect(result).toMatchObject({ made: draws, refused: 0 })
    const chiSquare = result.prizes.reduce((sum, { drawn, weight }) => {
      const expected = (draws * weight) / WEIGHT_TOTAL
      return sum + (drawn - expected) ** 2 / expected
    }, 0)
    expect(chiSquare).toBeLessThan(13.8)
    const cost = byKey(result, 'cash').given * 8_800 + byKey(result, 'coupon').given * 500
    expect(result.costFen).toBe(cost)
    expect(result.won).toBe(byKey(result, 'cash').given + byKey(result, 'coupon').given)
    // Five of the ten days are the campaign's.
    expect(result.byEnd.draws).toBe(500_000)
    expect(result.byEnd.costFen).toBeLessThan(cost)
    expect(result.byEnd.costFen).toBeGreaterThan(cost * 0.45)
  })

  it('tells when a prize runs out, and what takes its place', () => {
    const prizes = [
      won('cash', cash?.id, 500_000, { total: 100 }),
      won('coupon', coupon?.id, 0, { isFallback: true }),
      thanks(500_000),
    ]
    const result = simulate(prizes)
    const cashOut = byKey(result, 'cash')
    expect(cashOut.given).toBe(100)
    expect(cashOut.drawn).toBeGreaterThan(400)
    expect(byKey(result, 'coupon').given).toBe(cashOut.drawn - 100)
    // A hundred wins take about two hundred draws, a hundred a day.
    const days = ((cashOut.goneAt?.getTime() ?? 0) - NOON.dayStartsAt.getTime()) / 86_400_000
    expect(days).toBeGreaterThan(1.7)
    expect(days).toBeLessThan(2.3)
    expect(byKey(result, 'coupon').goneAt).toBeUndefined()
  })

  it('refuses draws once nothing is left, and tells when the budget is gone', () => {
    const rewards = new Map([[cash?.id ?? '', aReward(cash, 1_000, { stock: 60, taken: 10 })]])
    const result = simulate([won('cash', cash?.id, 1_000_000), thanks(0)], { rewards, budgetFen: 20_000 })
    expect(result).toMatchObject({ made: 50, refused: 950, won: 50, costFen: 50_000 })
    expect(byKey(result, 'cash').goneAt).toEqual(
      new Date(NOON.dayStartsAt.getTime() + (49 / 100) * 86_400_000),
    )
    expect(result.budgetGoneAt).toEqual(new Date(NOON.dayStartsAt.getTime() + (20 / 100) * 86_400_000))
  })

  it('keeps to the day’s stock, the release plan, pity and what is locked', () => {
    const daily = simulate([
      won('cash', cash?.id, 1_000_000, { perDay: 3 }),
      thanks(0),
      won('coupon', coupon?.id, 0),
    ])
    expect(byKey(daily, 'cash').given).toBe(30)
    const hourly = simulate([
      won('cash', cash?.id, 1_000_000, { perHour: 1 }),
      thanks(0),
      won('coupon', coupon?.id, 0),
    ])
    expect(byKey(hourly, 'cash').given).toBe(240)
    // Each member draws five times: the third and the last of them are consoled.
    const pity = simulate(
      [thanks(1_000_000), won('cash', cash?.id, 0, { isPity: true })],
      {},
      { pityAfter: 2 },
    )
    expect(byKey(pity, 'cash').given).toBe(200)
    const locked = simulate([won('cash', cash?.id, 1_000_000, { unlockAfter: 4 }), thanks(0)])
    expect(byKey(locked, 'cash').given).toBe(200)
  })

  it('comes to the same from the same seed, in whatever steps, and leaves its input alone', () => {
    const prizes = [won('cash', cash?.id, 500_000), thanks(500_000)]
    const rewards = new Map([[cash?.id ?? '', Object.freeze(aReward(cash, 100))]])
    expect(simulate(prizes, { rewards })).toEqual(simulate(prizes, { rewards }))
    expect(simulate(prizes, { rewards, seed: '0000000100000002000000030000000f' })).not.toEqual(
      simulate(prizes, { rewards }),
    )
  })
})
