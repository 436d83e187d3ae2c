import { describe, expect, it } from 'vitest'
import { inMemoryEngine, NOON, seeded, shanghai } from '../kit/testing/in-memory-engine'
import type { Decision, RewardFacts } from '../kit/tool'
import { check, defaults, type LotteryConfig, type Prize } from './config'
import { fixtures } from './fixtures'
import { tool } from './tool'

const { draw, buyChance, visit } = tool.actions
const ann = { id: 'mbr_0000000001', name: '小*' }
const bob = { id: 'mbr_0000000002', name: '李*' }
const sample = fixtures.tool as NonNullable<typeof fixtures.tool>
const [, , , couponReward, , , pointsReward] = sample.rewards as RewardFacts[]
const COUPON = couponReward?.id ?? ''
const POINTS = pointsReward?.id ?? ''
const LINK = '/p/venue'

const thanks: Prize = {
  name: '谢谢参与',
  key: 'none',
  gives: 'nothing',
  weight: 0,
  isFallback: false,
  image: '',
}
const coupon: Prize = {
  name: '优惠券',
  key: 'coupon',
  gives: 'reward',
  rewardId: COUPON,
  weight: 1_000_000,
  isFallback: false,
  image: '',
}
const points: Prize = { ...coupon, name: '积分', key: 'points', rewardId: POINTS, weight: 0 }

/** A lottery that always draws the first prize; nothing else limits it unless it is said. */
function aLottery(
  over: Partial<LotteryConfig> = {},
  stock: Partial<RewardFacts> = {},
  chances: Record<string, number> = {},
) {
  const config: LotteryConfig = {
    ...defaults,
    prizes: [coupon, points, thanks],
    freePerDay: 100,
    ...over,
  }
  return inMemoryEngine<LotteryConfig>({
    config,
    rewards: [
      { ...(couponReward as RewardFacts), stock: 1_000, taken: 0, ...stock },
      { ...(pointsReward as RewardFacts), stock: 1_000, taken: 0 },
    ],
    wallets: { [ann.id]: { points: 250 } },
    chances,
  })
}

/** `granted coupon`, `no_prize none`, `sold_out`. */
function word({ outcome }: Decision): string {
  const detail = 'detail' in outcome ? (outcome.detail as { prize?: string } | undefined) : undefined
  return detail?.prize ? `${outcome.status} ${detail.prize}` : outcome.status
}

describe('drawing', () => {
  const play = (lottery: ReturnType<typeof aLottery>, member = ann, now = NOON) =>
    word(lottery.act(draw, {}, member, now, seeded(1)))

  it('takes the chance and gives the prize in one decision', () => {
    expect(aLottery({ prizes: [{ ...coupon, total: 5, perDay: 2 }, thanks] }).act(draw, {}, ann)).toEqual({
      outcome: { status: 'granted', detail: { prize: 'coupon' } },
      effects: [
        {
          kind: 'take',
          counter: { name: 'chance.free', key: `${ann.id}.2026-11-11` },
          amount: 1,
          cap: 100,
        },
        { kind: 'take', counter: { name: 'prize.total', key: 'coupon' }, amount: 1, cap: 5 },
        { kind: 'take', counter: { name: 'prize.day', key: '2026-11-11.coupon' }, amount: 1, cap: 2 },
        { kind: 'draw', drawn: 'coupon', given: 'coupon', why: null, draws: 0, losses: 0 },
        { kind: 'grant', rewardId: COUPON },
      ],
    })
  })

  it('takes the chance also when nothing is won', () => {
    const lottery = aLottery({
      prizes: [
        { ...coupon, weight: 0 },
        { ...thanks, weight: 1_000_000 },
      ],
      freePerDay: 1,
    })
    expect([1, 2].map(() => play(lottery))).toEqual(['no_prize none', 'no_chance'])
  })

  it('keeps to a prize’s own total, whoever draws', () => {
    const lottery = aLottery({ prizes: [{ ...coupon, total: 2 }, points, thanks] })
    expect([ann, bob, ann].map((member) => play(lottery, member))).toEqual([
      'granted coupon',
      'granted coupon',
      'no_prize none',
    ])
  })

  it('keeps to the day’s number, and has more after midnight in Shanghai', () => {
    const lottery = aLottery({ prizes: [{ ...coupon, perDay: 1 }, points, thanks] })
    const before = shanghai('2026-11-11T15:59:59.999Z')
    const after = shanghai('2026-11-11T16:00:00.000Z')
    expect([before, before, after, after].map((now) => play(lottery, ann, now))).toEqual([
      'granted coupon',
      'no_prize none',
      'granted coupon',
      'no_prize none',
    ])
  })

  it('gives the fallback for a prize that is out, and nothing when that is out as well', () => {
    const lottery = aLottery({
      prizes: [
        { ...coupon, total: 1 },
        { ...points, total: 1, isFallback: true },
        { ...coupon, key: 'other', weight: 0 },
        thanks,
      ],
    })
    expect([1, 2, 3].map(() => play(lottery))).toEqual(['granted coupon', 'granted points', 'no_prize none'])
  })

  it('gives the fallback for a prize whose coupon has lapsed, from that instant on', () => {
    const terms = {
      ...(couponReward as RewardFacts).terms,
      validity: { kind: 'until', until: NOON.at.toISOString() },
    }
    const lapsing = { terms: terms as RewardFacts['terms'] }
    const prizes = [coupon, { ...points, isFallback: true }, thanks]
    const before = shanghai('2026-11-11T03:59:59.999Z')
    expect(word(aLottery({ prizes }, lapsing).act(draw, {}, ann, before))).toBe('granted coupon')
    expect(word(aLottery({ prizes }, lapsing).act(draw, {}, ann, NOON))).toBe('granted points')
    expect(word(aLottery({ prizes: [coupon, thanks] }, lapsing).act(draw, {}, ann, NOON))).toBe('sold_out')
  })

  it('promises no prize for tomorrow that will have lapsed by then', () => {
    const outToday = { today: { stock: 5, taken: 5 } }
    const { nextDayAt } = NOON
    const until = (at: Date) => {
      const validity = { kind: 'until', until: at.toISOString() }
      return {
        ...outToday,
        terms: { ...(couponReward as RewardFacts).terms, validity } as RewardFacts['terms'],
      }
    }
    const outcome = (stock: Partial<RewardFacts>) =>
      aLottery({ prizes: [coupon, thanks] }, stock).act(draw, {}, ann).outcome
    expect(outcome(until(new Date(nextDayAt.getTime() + 1)))).toMatchObject({
      nextAt: nextDayAt.toISOString(),
    })
    expect(outcome(until(nextDayAt))).toEqual({ status: 'sold_out' })
  })

  it('does not give the fallback for a draw that was to win nothing', () => {
    const lottery = aLottery({
      prizes: [
        { ...coupon, weight: 0, isFallback: true },
        { ...thanks, weight: 1_000_000 },
      ],
    })
    expect(play(lottery)).toBe('no_prize none')
  })

  it('counts a reward that is gone, gone for today, paused or missing as out', () => {
    for (const gone of [
      { stock: 3, taken: 3 },
      { today: { stock: 1, taken: 1 } },
      { isEnabled: false },
      { id: 'rwd_9999999999' },
    ]) {
      expect(play(aLottery({}, gone)), JSON.stringify(gone)).toBe('no_prize none')
    }
  })

  it('takes no chance once nothing at all can be won, and says when there is more', () => {
    const prizes = [coupon, thanks]
    const gone = aLottery({ prizes, freePerDay: 1 }, { stock: 0 })
    expect(gone.act(draw, {}, ann)).toEqual({ outcome: { status: 'sold_out' }, effects: [] })
    const today = aLottery({ prizes }, { today: { stock: 0, taken: 0 } })
    expect(today.act(draw, {}, ann).outcome).toEqual({
      status: 'sold_out',
      nextAt: '2026-11-11T16:00:00.000Z',
    })
    const quota = aLottery({ prizes: [{ ...coupon, perDay: 1 }, thanks] })
    expect([1, 2].map(() => play(quota))).toEqual(['granted coupon', 'sold_out'])
  })

  it('keeps the chance when a prize is out where every draw wins', () => {
    const lottery = aLottery({
      prizes: [
        { ...coupon, total: 1 },
        { ...points, isFallback: true, total: 1 },
      ],
    })
    expect([1, 2, 3].map(() => play(lottery))).toEqual(['granted coupon', 'granted points', 'sold_out'])
  })

  it('stops at the limit of wins, which draws that win nothing do not count towards', () => {
    const lottery = aLottery({ winsPerMember: 2 })
    expect([ann, ann, ann, bob].map((member) => play(lottery, member))).toEqual([
      'granted coupon',
      'granted coupon',
      'limit_reached',
      'granted coupon',
    ])
  })
})

describe('chances', () => {
  const play = (lottery: ReturnType<typeof aLottery>, now = NOON) =>
    lottery.act(draw, {}, ann, now).outcome.status
  const shown = (lottery: ReturnType<typeof aLottery>, now = NOON) =>
    tool.present(lottery.factsOf(ann.id), ann, now, {})

  it('are free once a day by Shanghai’s calendar, and once for the campaign', () => {
    const lottery = aLottery({ freePerDay: 1, freePerCampaign: 1 })
    const before = shanghai('2026-11-11T15:59:59.999Z')
    const after = shanghai('2026-11-11T16:00:00.000Z')
    expect(shown(lottery, before).chances).toBe(2)
    expect([before, before, before, after, after].map((now) => play(lottery, now))).toEqual([
      'granted',
      'granted',
      'no_chance',
      'granted',
      'no_chance',
    ])
    expect(shown(lottery, after).chances).toBe(0)
  })

  it('are bought with points, as often as the day and the points allow', () => {
    const lottery = aLottery({ freePerDay: 0, pointsPerChance: 100, buysPerDay: 3 })
    const buy = () => lottery.act(buyChance, {}, ann).outcome
    expect(play(lottery)).toBe('no_chance')
    expect(buy()).toEqual({ status: 'done', detail: { chances: 1 } })
    expect(buy()).toEqual({ status: 'done', detail: { chances: 2 } })
    expect(buy()).toEqual({ status: 'points_short', missing: 50 })
    expect(shown(lottery)).toMatchObject({
      chances: 2,
      points: 50,
      tasks: [{ kind: 'points', points: 100, done: 2, limit: 3 }],
    })
    expect([1, 2, 3].map(() => play(lottery))).toEqual(['granted', 'granted', 'no_chance'])
  })

  it('cannot be bought beyond the day’s limit, and again the day after', () => {
    const lottery = aLottery({ pointsPerChance: 1, buysPerDay: 1 })
    const buy = (now = NOON) => lottery.act(buyChance, {}, ann, now).outcome
    buy()
    expect(buy()).toEqual({ status: 'limit_reached', rule: 'buys_per_day', limit: 1 })
    expect(buy(shanghai('2026-11-11T16:00:00.000Z')).status).toBe('done')
  })

  it('are earned by visiting each link once a day', () => {
    const visits = [LINK, '/p/other'].map((link) => ({ title: '会场', link }))
    const lottery = aLottery({ freePerDay: 0, visits })
    const go = (link: string, now = NOON) => lottery.act(visit, { link }, ann, now).outcome.status
    expect([go(LINK), go(LINK), go('/p/other'), go('/p/elsewhere')]).toEqual([
      'done',
      'limit_reached',
      'done',
      'not_eligible',
    ])
    expect(shown(lottery)).toMatchObject({ chances: 2, tasks: [{ isDone: true }, { isDone: true }] })
    const tomorrow = shanghai('2026-11-11T16:00:00.000Z')
    expect(shown(lottery, tomorrow)).toMatchObject({
      chances: 2,
      tasks: [{ isDone: false }, { isDone: false }],
    })
    expect(go(LINK, tomorrow)).toBe('done')
  })

  it('of the ledger are used after those that lapse, and never below none', () => {
    const lottery = aLottery({ freePerDay: 1, freePerCampaign: 1 }, {}, { [ann.id]: 2 })
    expect(shown(lottery).chances).toBe(4)
    const left = () => lottery.factsOf(ann.id).chances
    const used = [1, 2, 3, 4, 5].map(() => `${play(lottery)} ${left()}`)
    expect(used).toEqual(['granted 2', 'granted 2', 'granted 1', 'granted 0', 'no_chance 0'])
    expect(lottery.factsOf(bob.id).chances).toBe(0)
  })

  it('stay a member’s own when the way to earn them is taken back', () => {
    const lottery = aLottery({ freePerDay: 0, pointsPerChance: 100 })
    lottery.act(buyChance, {}, ann)
    lottery.facts.config.pointsPerChance = 0
    expect(lottery.act(buyChance, {}, ann).outcome).toEqual({ status: 'not_eligible', rule: 'not_offered' })
    expect(play(lottery)).toBe('granted')
  })

  it('are not sold to whoever cannot use them', () => {
    const gone = aLottery(
      { prizes: [coupon, thanks], pointsPerChance: 1, visits: [{ title: '', link: LINK }] },
      { stock: 0 },
    )
    expect(gone.act(buyChance, {}, ann).outcome).toEqual({ status: 'sold_out' })
    expect(gone.act(visit, { link: LINK }, ann).outcome).toEqual({ status: 'sold_out' })
    const full = aLottery({ winsPerMember: 1, pointsPerChance: 1 })
    play(full)
    expect(full.act(buyChance, {}, ann).outcome.status).toBe('limit_reached')
  })
})

describe('what the phone is shown', () => {
  const recent = (names: string[]) =>
    names.map((name) => ({ name, rewardId: COUPON, amount: 0, at: NOON.at }))
  const winners = (names: string[]) =>
    tool.present({ ...aLottery().facts, recentGrants: recent(names) }, undefined, NOON, {}).winners

  it('broadcasts real winners, and nobody when they are few', () => {
    expect(winners(['小*', '李*', '王*', '阿*'])).toEqual([])
    expect(winners(['小*', '小*', '小*', '小*', '小*', '李*'])).toEqual([])
    expect(winners(['小*', '李*', '王*', '阿*', '大*'])[0]).toEqual({ name: '小*', prize: '优惠券' })
  })

  it('publishes the odds only when it is told to', () => {
    const texts = (showOdds: boolean) =>
      tool
        .present(
          aLottery({
            showOdds,
            prizes: [
              { ...coupon, weight: 5 },
              { ...thanks, weight: 999_995 },
            ],
          }).facts,
          undefined,
          NOON,
          {},
        )
        .prizes.map(({ chanceText }) => chanceText)
    expect(texts(true)).toEqual(['0.0005%', '99.9995%'])
    expect(texts(false)).toEqual([undefined, undefined])
  })

  it('marks prizes that are out, and says when everything is', () => {
    const out = tool.present(aLottery({}, { stock: 0 }).facts, undefined, NOON, {})
    expect(out.prizes.map(({ isGone }) => isGone)).toEqual([true, false, false])
    expect(out.soldOut).toBeUndefined()
    const all = tool.present(aLottery({ prizes: [coupon, thanks] }, { stock: 0 }).facts, undefined, NOON, {})
    expect(all.soldOut).toEqual({})
  })

  it('shows whoever is not signed in what a new member would have', () => {
    const { facts } = aLottery({ freePerDay: 1, freePerCampaign: 2 })
    expect(tool.present(facts, undefined, NOON, {})).toMatchObject({
      isSignedIn: false,
      chances: 3,
      points: 0,
    })
  })
})

const aSlice = (hour: string) => ({ from: `2026-11-11T${hour}:00:00.000Z`, count: 1 })

describe('checking a lottery', () => {
  const codes = (over: Partial<LotteryConfig>) =>
    check({ ...defaults, prizes: [coupon, thanks], ...over }).map(
      ({ code, path }) => `${path.join('.')} ${code}`,
    )

  it.each<[string, Partial<LotteryConfig>]>([
    ['prizes no_prizes', { prizes: [{ ...thanks, weight: 1_000_000 }] }],
    ['prizes weights_sum', { prizes: [{ ...coupon, weight: 999_999 }, thanks] }],
    ['prizes nothing_catches', { prizes: [coupon] }],
    ['prizes.1.key key_twice', { prizes: [coupon, { ...thanks, key: 'coupon' }] }],
    ['prizes.0.rewardId reward_missing', { prizes: [{ ...coupon, rewardId: undefined }, thanks] }],
    [
      'prizes.1.isFallback fallback_twice',
      { prizes: [{ ...coupon, isFallback: true }, { ...points, isFallback: true }, thanks] },
    ],
    ['prizes.0.perHour plan_twice', { prizes: [{ ...coupon, perHour: 1, slices: [aSlice('04')] }, thanks] }],
    [
      'prizes.0.slices.1.from slices_unordered',
      { prizes: [{ ...coupon, slices: [aSlice('04'), aSlice('04')] }, thanks] },
    ],
    [
      'prizes.1.isPity pity_twice',
      { prizes: [{ ...coupon, isPity: true }, { ...points, isPity: true }, thanks], pityAfter: 3 },
    ],
    ['pityAfter pity_never', { prizes: [{ ...coupon, isPity: true }, thanks] }],
    ['pityAfter pity_prize_missing', { pityAfter: 3 }],
    ['prizes.0.perDay day_above_total', { prizes: [{ ...coupon, total: 1, perDay: 2 }, thanks] }],
    ['visits.0.link link_missing', { visits: [{ title: '会场', link: '' }] }],
    ['visits.1.link link_twice', { visits: [1, 2].map(() => ({ title: '会场', link: LINK })) }],
    ['freePerDay no_chances', { freePerDay: 0 }],
  ])('finds %s', (found, over) => {
    expect(codes(over)).toEqual([found])
  })

  it('finds nothing wrong with a sound one', () => {
    expect(codes({})).toEqual([])
    expect(codes({ prizes: [{ ...coupon, isFallback: true }] })).toEqual([])
  })

  it('refuses weights that are no whole parts per million', () => {
    for (const weight of [-1, 0.5, 1_000_001]) {
      const prizes = [{ ...coupon, weight }, thanks]
      expect(tool.config.safeParse({ ...defaults, prizes }).success, `${weight}`).toBe(false)
    }
  })
})
