import { describe, expect, it } from 'vitest'
import { inMemoryEngine, NOON, RUNNING, shanghai } from '../kit/testing/in-memory-engine'
import type { RewardFacts, Wallet } from '../kit/tool'
import { fixtures } from './fixtures'
import { type PointsMallConfig, tool } from './tool'

const { redeem } = tool.actions
const ann = { id: 'mbr_0000000001', name: '小*' }
const bob = { id: 'mbr_0000000002', name: '阿*' }
const coupon = fixtures.tool?.rewards[0] as RewardFacts
const rewardId = coupon.id

interface MallOptions {
  item?: Partial<PointsMallConfig['items'][number]>
  reward?: Partial<RewardFacts>
  wallet?: Partial<Wallet>
  campaign?: Partial<typeof RUNNING>
}

/** A mall with one coupon for 500 points and ¥9.90, of which there are ten; Ann can pay for many. */
function aMall(o: MallOptions = {}) {
  return inMemoryEngine<PointsMallConfig>({
    config: {
      items: [{ rewardId, pointsPrice: 500, cashFen: 990, perMember: 5, tag: '', ...o.item }],
      earnLink: '',
      topUpLink: '',
    },
    rewards: [{ ...coupon, stock: 10, taken: 0, ...o.reward }],
    campaign: { ...RUNNING, endsAt: new Date('2026-12-01T00:00:00.000Z'), ...o.campaign },
    wallets: { [ann.id]: { points: 10_000, cashFen: 100_000, ...o.wallet }, [bob.id]: { points: 499 } },
  })
}

const tap = (mall: ReturnType<typeof aMall>, member = ann, now = NOON) =>
  mall.act(redeem, { rewardId }, member, now).outcome

const shown = (mall: ReturnType<typeof aMall>, member?: typeof ann, now = NOON) =>
  tool.present(mall.factsOf(member?.id), member, now, {}).items[0]

/** The coupon, void from then on. */
const until = (at: Date) => {
  const validity = { kind: 'until', until: at.toISOString() }
  return { terms: { ...coupon.terms, validity } as RewardFacts['terms'] }
}

describe('redeeming', () => {
  it('takes nothing for a coupon that has lapsed, and does not offer it', () => {
    const { at, nextDayAt } = NOON
    expect(tap(aMall({ reward: until(new Date(at.getTime() + 1)) }))).toEqual({ status: 'granted' })
    expect(tap(aMall({ reward: until(at) }))).toEqual({ status: 'ended', endedAt: at.toISOString() })
    expect(shown(aMall({ reward: until(at) }), ann)?.state).toBe('ended')
    const outToday = { today: { stock: 1, taken: 1 }, ...until(nextDayAt) }
    expect(tap(aMall({ reward: outToday }))).toEqual({ status: 'sold_out' })
    expect(shown(aMall({ reward: outToday }), ann)?.state).toBe('sold_out')
  })

  it('burns points and balance and grants, as one decision', () => {
    const mall = aMall({ item: { perDay: 2 } })
    const decision = mall.act(redeem, { rewardId }, ann)
    expect(decision.outcome).toEqual({ status: 'granted' })
    expect(decision.effects).toEqual([
      {
        kind: 'take',
        counter: { name: `item.${rewardId}.day`, key: `${ann.id}.2026-11-11` },
        amount: 1,
        cap: 2,
      },
      { kind: 'take', counter: { name: `item.${rewardId}.member`, key: ann.id }, amount: 1, cap: 5 },
      { kind: 'spend', points: 500, cashFen: 990 },
      { kind: 'grant', rewardId },
    ])
    expect(mall.factsOf(ann.id).wallet).toMatchObject({ points: 9_500, cashFen: 99_010 })
  })

  it('may be paid with the very last point and fen', () => {
    const mall = aMall({ wallet: { points: 500, cashFen: 990 } })
    expect(tap(mall)).toEqual({ status: 'granted' })
    expect(mall.factsOf(ann.id).wallet).toMatchObject({ points: 0, cashFen: 0 })
    expect(tap(mall)).toEqual({ status: 'points_short', missing: 500 })
  })

  it('says how many points are missing, then how much of the balance, and takes nothing', () => {
    const mall = aMall({ wallet: { points: 380, cashFen: 0 } })
    expect(tap(mall)).toEqual({ status: 'points_short', missing: 120 })
    expect(mall.factsOf(ann.id).wallet).toMatchObject({ points: 380, cashFen: 0 })
    expect(tap(aMall({ wallet: { cashFen: 989 } }))).toEqual({ status: 'balance_short', missingFen: 1 })
    expect(tap(mall, bob)).toEqual({ status: 'points_short', missing: 1 })
  })

  it('asks for no balance where an item costs points alone', () => {
    expect(tap(aMall({ item: { cashFen: 0 }, wallet: { cashFen: 0 } }))).toEqual({ status: 'granted' })
  })

  it('stops at the limit of the member, and no member is in another’s way', () => {
    const mall = aMall({ item: { perMember: 2, pointsPrice: 400, cashFen: 0 } })
    expect([tap(mall), tap(mall)]).toEqual([{ status: 'granted' }, { status: 'granted' }])
    expect(tap(mall)).toEqual({ status: 'limit_reached', rule: 'per_member', limit: 2 })
    expect(tap(mall, bob)).toEqual({ status: 'granted' })
  })

  it('counts the limit of the day by the days of Shanghai', () => {
    const mall = aMall({ item: { perDay: 1 } })
    const lastSecond = shanghai('2026-11-11T15:59:59.999Z')
    const midnight = shanghai('2026-11-11T16:00:00.000Z')
    expect(tap(mall, ann, lastSecond)).toEqual({ status: 'granted' })
    expect(tap(mall, ann, lastSecond)).toEqual({ status: 'limit_reached', rule: 'per_day', limit: 1 })
    expect(tap(mall, ann, midnight)).toEqual({ status: 'granted' })
    // Eight in the morning in Shanghai is where the day of UTC changes: it is still the same day.
    expect(tap(mall, ann, shanghai('2026-11-12T00:00:00.000Z'))).toMatchObject({ rule: 'per_day' })
  })

  it('is sold out for good or until the next day, whatever the member could pay', () => {
    expect(tap(aMall({ reward: { taken: 10 }, wallet: { points: 0 } }))).toEqual({ status: 'sold_out' })
    expect(tap(aMall({ reward: { today: { stock: 3, taken: 3 } } }))).toEqual({
      status: 'sold_out',
      nextAt: '2026-11-11T16:00:00.000Z',
    })
  })

  it('promises no tomorrow on the last day', () => {
    const campaign = { endsAt: NOON.nextDayAt }
    const reward = { today: { stock: 3, taken: 3 } }
    expect(tap(aMall({ reward, campaign }))).toEqual({ status: 'sold_out' })
    expect(shown(aMall({ reward, campaign }), ann)?.state).toBe('sold_out')
    const mall = aMall({ item: { perDay: 1 }, campaign })
    tap(mall)
    expect(shown(mall, ann)?.state).toBe('limit')
  })

  it('tells a member at the limit about the limit, also when nothing is left', () => {
    const mall = aMall({ item: { perMember: 1 }, reward: { stock: 1 } })
    tap(mall)
    expect(tap(mall)).toMatchObject({ status: 'limit_reached' })
    expect(tap(mall, bob)).toEqual({ status: 'sold_out' })
  })

  it('refuses what is switched off and what is not offered', () => {
    expect(tap(aMall({ reward: { isEnabled: false } }))).toEqual({ status: 'suspended' })
    const { outcome, effects } = aMall().act(redeem, { rewardId: 'rwd_9999999999' }, ann)
    expect(outcome).toEqual({ status: 'not_eligible', rule: 'not_offered' })
    expect(effects).toEqual([])
  })

  it('grants exactly the stock to a queue of members, and charges nobody else', () => {
    const members = Array.from({ length: 25 }, (_, i) => ({ id: `mbr_10000000${10 + i}`, name: '会*' }))
    const mall = inMemoryEngine<PointsMallConfig>({
      config: {
        items: [{ rewardId, pointsPrice: 500, cashFen: 0, perMember: 1, tag: '' }],
        earnLink: '',
        topUpLink: '',
      },
      rewards: [{ ...coupon, stock: 10, taken: 0 }],
      wallets: Object.fromEntries(members.map(({ id }) => [id, { points: 500 }])),
    })
    const ends = members.map((member) => mall.act(redeem, { rewardId }, member).outcome.status)
    expect(ends.filter((status) => status === 'granted')).toHaveLength(10)
    expect(members.filter(({ id }) => mall.factsOf(id).wallet.points === 0)).toHaveLength(10)
  })
})

describe('what the phone is shown', () => {
  it('is what the member has and can do', () => {
    const mall = aMall({ item: { perDay: 2 } })
    tap(mall)
    expect(shown(mall, ann)).toMatchObject({ state: 'open', mine: 1, mineToday: 1, gonePercent: 10 })
    expect(shown(mall)).toMatchObject({ state: 'open', mine: 0, mineToday: 0, gonePercent: 10 })
    tap(mall)
    expect(shown(mall, ann)?.state).toBe('limit_today')
    expect(shown(mall, ann, shanghai('2026-11-11T16:00:00.000Z'))).toMatchObject({
      state: 'open',
      mine: 2,
      mineToday: 0,
    })
  })

  it('names the wallet and what lapses, to its owner only', () => {
    const at = new Date('2026-11-30T16:00:00.000Z')
    const mall = aMall({ wallet: { expiring: { points: 120, at } } })
    expect(tool.present(mall.factsOf(ann.id), ann, NOON, {}).wallet).toEqual({
      points: 10_000,
      cashFen: 100_000,
      expiring: { points: 120, at: '2026-11-30T16:00:00.000Z' },
    })
    const nobody = tool.present(mall.factsOf(undefined), undefined, NOON, {})
    expect([nobody.wallet, nobody.records]).toEqual([null, []])
  })

  it('tells a stock that is gone from one that is gone for today', () => {
    expect(shown(aMall({ reward: { taken: 10, today: { stock: 5, taken: 5 } } }))?.state).toBe('sold_out')
    expect(shown(aMall({ reward: { today: { stock: 5, taken: 5 } } }))).toMatchObject({
      state: 'sold_out_today',
      gonePercent: 100,
    })
    expect(shown(aMall({ reward: { today: { stock: 5, taken: 2 } } }))).toMatchObject({
      state: 'open',
      gonePercent: 40,
    })
  })

  it('follows the campaign’s phase', () => {
    for (const phase of ['not_started', 'suspended', 'ended'] as const) {
      expect(shown(aMall({ campaign: { phase } }), ann)?.state).toBe(phase)
    }
  })

  it('prefers the item’s own picture and knows each kind of reward', () => {
    const sample = fixtures.tool?.config as PointsMallConfig
    const items = sample.items.map((item, i) => (i === 2 ? { ...item, image: '/assets/u/cup.webp' } : item))
    const mall = inMemoryEngine({
      config: { items, earnLink: '', topUpLink: '' },
      rewards: fixtures.tool?.rewards ?? [],
    })
    const drawn = tool.present(mall.facts, undefined, NOON, {}).items
    expect(drawn.map(({ offer }) => offer.kind)).toEqual([
      'coupon',
      'partner_voucher',
      'physical',
      'cash',
      'points',
    ])
    expect(drawn[2]?.image).toBe('/assets/u/cup.webp')
    // The fixtures, which the gallery and the preview draw, are what the tool would present.
    expect(drawn.map(({ offer }) => offer)).toEqual(
      fixtures.states?.running?.state.items.map(({ offer }) => offer),
    )
    expect(drawn.map(({ gonePercent }) => gonePercent)).toEqual(
      fixtures.states?.running?.state.items.map(({ gonePercent }) => gonePercent),
    )
  })

  it('leaves out an item whose reward is gone', () => {
    const mall = aMall()
    expect(tool.present({ ...mall.facts, reward: () => undefined }, ann, NOON, {}).items).toEqual([])
  })
})

describe('checking a mall', () => {
  const item = { rewardId, pointsPrice: 1, cashFen: 0, perMember: 1, tag: '' }
  const codes = (items: PointsMallConfig['items']) =>
    tool.check?.({ items, earnLink: '', topUpLink: '' }).map(({ code, path }) => [code, ...path])

  it('finds an empty mall, an item placed twice and a day that allows more than all days', () => {
    expect(codes([])).toEqual([['no_items', 'items']])
    expect(codes([item, item])).toEqual([['item_twice', 'items', 1, 'rewardId']])
    expect(codes([{ ...item, perDay: 2 }])).toEqual([['day_above_member', 'items', 0, 'perDay']])
  })

  it('refuses prices and limits out of bounds', () => {
    for (const wrong of [
      { pointsPrice: 0 },
      { pointsPrice: 1.5 },
      { cashFen: -1 },
      { perMember: 0 },
      { perDay: 0 },
    ]) {
      const config = { items: [{ ...item, ...wrong }], earnLink: '', topUpLink: '' }
      expect(tool.config.safeParse(config).success, JSON.stringify(wrong)).toBe(false)
    }
  })
})
