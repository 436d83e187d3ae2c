import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inMemoryEngine, NOON, RUNNING, shanghai } from '../kit/testing/in-memory-engine'
import type { RewardFacts } from '../kit/tool'
import { fixtures } from './fixtures'
import { type CouponWallConfig, tool } from './tool'

const { claim, claimAll } = tool.actions
const ann = { id: 'mbr_0000000001', name: '安*' }
const bob = { id: 'mbr_0000000002', name: '波*' }
const reward = fixtures.tool?.rewards[0] as RewardFacts
const rewardId = reward.id
const BEFORE_NOON = '2026-11-11T03:00:00.000Z'
const AFTER_NOON = '2026-11-11T05:00:00.000Z'

/** A wall with one coupon, of which ten are left. */
function aWall(coupon: Partial<CouponWallConfig['coupons'][number]> = {}, facts: Partial<RewardFacts> = {}) {
  return inMemoryEngine<CouponWallConfig>({
    config: { coupons: [{ rewardId, perMember: 1, ...coupon }] },
    rewards: [{ ...reward, stock: 10, taken: 0, ...facts }],
  })
}

describe('claiming a coupon', () => {
  it('grants one, and counts it for the member', () => {
    expect(aWall({ perMember: 3 }).act(claim, { rewardId }, ann)).toEqual({
      outcome: { status: 'granted' },
      effects: [
        { kind: 'take', counter: { name: `coupon.${rewardId}.member`, key: ann.id }, amount: 1, cap: 3 },
        { kind: 'grant', rewardId },
      ],
    })
  })

  it('names the limit that refused', () => {
    const wall = aWall({ perMember: 2 })
    const outcomes = [1, 2, 3].map(() => wall.act(claim, { rewardId }, ann).outcome)
    expect(outcomes[2]).toEqual({ status: 'limit_reached', rule: 'per_member', limit: 2 })
    expect(wall.act(claim, { rewardId }, bob).outcome.status).toBe('granted')
  })

  it('is sold out once the stock is gone', () => {
    const wall = aWall({}, { taken: 9 })
    expect(wall.act(claim, { rewardId }, ann).outcome.status).toBe('granted')
    expect(wall.act(claim, { rewardId }, bob).outcome).toEqual({ status: 'sold_out' })
  })

  it('keeps to the coupon’s own window: from the first instant, until before the last', () => {
    const at = NOON.at.toISOString()
    const outcomeOf = (wall: ReturnType<typeof aWall>) => wall.act(claim, { rewardId }, ann).outcome
    expect(outcomeOf(aWall({ from: AFTER_NOON }))).toEqual({ status: 'not_started', startsAt: AFTER_NOON })
    expect(outcomeOf(aWall({ from: at })).status).toBe('granted')
    expect(outcomeOf(aWall({ until: AFTER_NOON })).status).toBe('granted')
    expect(outcomeOf(aWall({ until: at }))).toEqual({ status: 'ended', endedAt: at })
  })

  it('closes when the coupon lapses, and says so beforehand', () => {
    const lapsing = (until: string) =>
      aWall({}, { terms: { ...reward.terms, validity: { kind: 'until', until } } as RewardFacts['terms'] })
    const shownAt = (until: string) => tool.present(lapsing(until).factsOf(ann.id), ann, NOON, {}).coupons[0]
    const at = NOON.at.toISOString()
    expect(lapsing(AFTER_NOON).act(claim, { rewardId }, ann).outcome.status).toBe('granted')
    expect(lapsing(at).act(claim, { rewardId }, ann).outcome).toEqual({ status: 'ended', endedAt: at })
    expect(lapsing(at).act(claimAll, {}, ann).outcome).toEqual({ status: 'ended', endedAt: at })
    expect(shownAt(AFTER_NOON)).toMatchObject({ state: 'claimable', closesAt: AFTER_NOON })
    expect(shownAt(at)).toMatchObject({ state: 'ended', closesAt: at })
  })

  it('refuses a coupon that is not on the wall, whoever asks', () => {
    const foreign = { rewardId: 'rwd_9999999999' }
    expect(aWall().act(claim, foreign, ann).outcome).toEqual({ status: 'not_eligible', rule: 'not_offered' })
  })

  it('pauses with its reward', () => {
    expect(aWall({}, { isEnabled: false }).act(claim, { rewardId }, ann).outcome).toEqual({
      status: 'suspended',
    })
  })

  it('never exceeds limit or stock, and refuses nobody without need, in any order of claims', () => {
    const ids = ['rwd_000000000a', 'rwd_000000000b', 'rwd_000000000c'] as const
    const terms = fc.record({
      perMember: fc.integer({ min: 1, max: 4 }),
      stock: fc.integer({ min: 0, max: 8 }),
    })
    const claims = fc.array(fc.tuple(fc.constantFrom(...ids), fc.integer({ min: 0, max: 4 })), {
      maxLength: 80,
    })
    fc.assert(
      fc.property(fc.tuple(terms, terms, terms), claims, (offered, sequence) => {
        const wall = inMemoryEngine<CouponWallConfig>({
          config: { coupons: offered.map(({ perMember }, i) => ({ rewardId: ids[i] ?? '', perMember })) },
          rewards: offered.map(({ stock }, i) => ({ ...reward, id: ids[i] ?? '', stock, taken: 0 })),
        })
        const given = new Map<string, number>()
        const count = (key: string) => given.get(key) ?? 0
        for (const [id, person] of sequence) {
          const { perMember = 0, stock = 0 } = offered[ids.indexOf(id)] ?? {}
          const { status } = wall.act(claim, { rewardId: id }, { id: `mbr_${person}`, name: '' }).outcome
          if (count(`${id} ${person}`) >= perMember) expect(status).toBe('limit_reached')
          else if (count(id) >= stock) expect(status).toBe('sold_out')
          else {
            expect(status).toBe('granted')
            given.set(`${id} ${person}`, count(`${id} ${person}`) + 1)
            given.set(id, count(id) + 1)
          }
        }
      }),
    )
  })
})

/** Sessions at ten, two and eight in the evening. */
const SESSIONS = [
  { hour: 20, minute: 0 },
  { hour: 10, minute: 0 },
  { hour: 14, minute: 30 },
]
const LONG = { ...RUNNING, startsAt: new Date('2026-11-09T16:00:00.000Z') }

/** A wall that gives its coupon in sessions, two in each, until midnight of 双11. */
function aSessionWall(
  coupon: Partial<CouponWallConfig['coupons'][number]> = {},
  facts: Partial<RewardFacts> = {},
) {
  return inMemoryEngine<CouponWallConfig>({
    config: { coupons: [{ rewardId, perMember: 9, perSession: 2, ...coupon }], sessions: SESSIONS },
    rewards: [{ ...reward, stock: 100, taken: 0, ...facts }],
    campaign: LONG,
  })
}

describe('sessions', () => {
  const at = (time: string, day = '2026-11-11') => shanghai(`${day}T${time}+08:00`)
  const outcome = (wall: ReturnType<typeof aSessionWall>, now: ReturnType<typeof at>, who = ann) =>
    wall.act(claim, { rewardId }, who, now).outcome

  it('begin to the millisecond, and last until the next', () => {
    const wall = aSessionWall()
    expect(outcome(wall, at('09:59:59.999'))).toEqual({
      status: 'not_started',
      startsAt: '2026-11-11T02:00:00.000Z',
    })
    expect(outcome(wall, at('10:00:00.000')).status).toBe('granted')
    expect(outcome(wall, at('14:29:59.999')).status).toBe('granted')
    expect(outcome(wall, at('14:29:59.999'))).toEqual({
      status: 'sold_out',
      nextAt: '2026-11-11T06:30:00.000Z',
    })
    expect(outcome(wall, at('14:30:00.000')).status).toBe('granted')
  })

  it('have a quota of their own every day, exact whoever asks', () => {
    const wall = aSessionWall()
    const given = (now: ReturnType<typeof at>) =>
      Array.from({ length: 5 }, (_, i) => outcome(wall, now, i % 2 ? ann : bob).status)
    const two = ['granted', 'granted', 'sold_out', 'sold_out', 'sold_out']
    expect(given(at('20:00:00', '2026-11-10'))).toEqual(two)
    expect(given(at('20:00:00'))).toEqual(two)
    expect(given(at('10:00:00', '2026-11-10'))).toEqual(two)
  })

  it('of the evening last until midnight, and come back in the morning', () => {
    const wall = aSessionWall()
    const eve = at('23:59:59.999', '2026-11-10')
    expect(outcome(wall, eve).status).toBe('granted')
    expect(outcome(wall, eve).status).toBe('granted')
    const morning = '2026-11-11T02:00:00.000Z'
    expect(outcome(wall, eve)).toEqual({ status: 'sold_out', nextAt: morning })
    expect(outcome(wall, at('00:00:00.000'))).toEqual({ status: 'not_started', startsAt: morning })
  })

  it('promise none that the campaign does not live to see', () => {
    const wall = aSessionWall({ perSession: 1 })
    expect(outcome(wall, at('20:00:00')).status).toBe('granted')
    expect(outcome(wall, at('20:00:00'))).toEqual({ status: 'sold_out' })
    const closing = aSessionWall({ until: '2026-11-11T01:00:00.000Z' })
    expect(outcome(closing, at('08:00:00'))).toEqual({ status: 'ended', endedAt: '2026-11-11T01:00:00.000Z' })
  })

  it('promise nothing once the whole stock is gone, and the next day when the day’s is', () => {
    expect(outcome(aSessionWall({}, { taken: 100 }), at('10:00:00'))).toEqual({ status: 'sold_out' })
    const today = { stock: 5, taken: 5 }
    expect(outcome(aSessionWall({}, { today }), at('10:00:00', '2026-11-10'))).toEqual({
      status: 'sold_out',
      nextAt: '2026-11-11T02:00:00.000Z',
    })
  })

  it('concern only coupons that say how many there are in each', () => {
    const wall = aSessionWall({ perSession: undefined })
    expect(outcome(wall, at('03:00:00')).status).toBe('granted')
  })

  it('are shown with the day’s tabs, and of the coupon how much of this session is gone', () => {
    const wall = aSessionWall()
    wall.act(claim, { rewardId }, bob, at('14:30:00'))
    const shown = tool.present(wall.factsOf(ann.id), ann, at('15:00:00'), {})
    expect(shown.sessions.map(({ startsAt, endsAt, state }) => [startsAt, endsAt, state])).toEqual([
      ['2026-11-11T02:00:00.000Z', '2026-11-11T06:30:00.000Z', 'ended'],
      ['2026-11-11T06:30:00.000Z', '2026-11-11T12:00:00.000Z', 'running'],
      ['2026-11-11T12:00:00.000Z', '2026-11-11T16:00:00.000Z', 'soon'],
    ])
    expect(shown.coupons[0]).toMatchObject({ takenPercent: 50, state: 'claimable', isInSession: true })
    const early = tool.present(wall.facts, undefined, at('09:00:00'), {}).coupons[0]
    expect(early).toMatchObject({
      state: 'not_started',
      opensAt: '2026-11-11T02:00:00.000Z',
      takenPercent: 0,
    })
  })
})

describe('a limit of the day', () => {
  it('is over at midnight in the shop’s zone, and the member’s own', () => {
    const wall = inMemoryEngine<CouponWallConfig>({
      config: { coupons: [{ rewardId, perMember: 3, perDay: 1 }] },
      rewards: [{ ...reward, stock: 10, taken: 0 }],
      campaign: LONG,
    })
    const ask = (iso: string, who = ann) => wall.act(claim, { rewardId }, who, shanghai(iso)).outcome
    expect(ask('2026-11-10T15:59:59.998Z').status).toBe('granted')
    expect(ask('2026-11-10T15:59:59.999Z')).toEqual({ status: 'limit_reached', rule: 'per_day', limit: 1 })
    const shown = tool.present(wall.factsOf(ann.id), ann, shanghai('2026-11-10T15:59:59.999Z'), {}).coupons[0]
    expect(shown).toMatchObject({ state: 'taken', mine: 1, nextAt: '2026-11-10T16:00:00.000Z', dayLimit: 1 })
    expect(ask('2026-11-10T15:59:59.999Z', bob).status).toBe('granted')
    expect(ask('2026-11-10T16:00:00.000Z').status).toBe('granted')
  })
})

describe('claiming all at once', () => {
  const ids = ['rwd_000000000a', 'rwd_000000000b', 'rwd_000000000c', 'rwd_000000000d'] as const
  const aFullWall = (over: Partial<RewardFacts>[] = []) =>
    inMemoryEngine<CouponWallConfig>({
      config: {
        coupons: [
          { rewardId: ids[0], perMember: 1 },
          { rewardId: ids[1], perMember: 1 },
          { rewardId: ids[2], perMember: 2 },
          { rewardId: ids[3], perMember: 1, perSession: 1 },
        ],
        sessions: [{ hour: 20, minute: 0 }],
      },
      rewards: ids.map((id, i) => ({ ...reward, id, stock: 1, taken: 0, ...over[i] })),
    })
  const all = (wall: ReturnType<typeof aFullWall>, who = ann) => {
    const decision = wall.act(claimAll, {}, who)
    const parts = 'parts' in decision ? (decision.parts ?? []) : []
    return {
      status: decision.outcome.status,
      parts: parts.map((part) => ('refusal' in part ? part.refusal.status : 'granted')),
    }
  }

  it('takes or refuses each by itself, and names what each came to', () => {
    const wall = aFullWall([{}, { taken: 1 }])
    wall.act(claim, { rewardId: ids[0] }, ann)
    expect(all(wall)).toEqual({
      status: 'granted',
      parts: ['limit_reached', 'sold_out', 'granted', 'not_started'],
    })
  })

  it('counts like single claims do, and takes one of each at a time', () => {
    const wall = aFullWall([{}, {}, { stock: 9 }])
    expect(all(wall).parts).toEqual(['granted', 'granted', 'granted', 'not_started'])
    expect(wall.act(claim, { rewardId: ids[0] }, ann).outcome.status).toBe('limit_reached')
    expect(all(wall, bob).parts).toEqual(['sold_out', 'sold_out', 'granted', 'not_started'])
    expect(all(wall).parts).toEqual(['limit_reached', 'limit_reached', 'granted', 'not_started'])
  })

  it('is a refusal when nothing could be had, of the kind that can still change', () => {
    const wall = aFullWall()
    all(wall, bob)
    const decision = wall.act(claimAll, {}, ann)
    expect(decision).toEqual({
      outcome: { status: 'not_started', startsAt: '2026-11-11T12:00:00.000Z' },
      effects: [],
    })
  })
})

describe('what the phone is shown', () => {
  const shown = (wall: ReturnType<typeof aWall>, member?: typeof ann) =>
    tool.present(wall.facts, member, NOON, {}).coupons[0]

  it('rounds what is gone down, and says 100 only when nothing is left', () => {
    expect(shown(aWall({}, { stock: 1_000, taken: 999 }))?.takenPercent).toBe(99)
    expect(shown(aWall({}, { stock: 1_000, taken: 1_000 }))).toMatchObject({
      takenPercent: 100,
      state: 'sold_out',
    })
    expect(shown(aWall({}, { stock: 0 }))).toMatchObject({ takenPercent: 100, state: 'sold_out' })
  })

  it('tells a member what is theirs, also when there is no more to be had', () => {
    const wall = aWall({ perMember: 2 }, { taken: 9 })
    wall.act(claim, { rewardId }, ann)
    expect(shown(wall, ann)).toMatchObject({ mine: 1, limit: 2, state: 'taken' })
    expect(shown(wall, bob)).toMatchObject({ mine: 0, state: 'sold_out' })
    expect(shown(wall)).toMatchObject({ mine: 0, state: 'sold_out' })
  })

  it('opens a coupon when both the campaign and its own window are open', () => {
    const { startsAt, endsAt } = RUNNING
    expect(shown(aWall())).toMatchObject({
      opensAt: startsAt.toISOString(),
      closesAt: endsAt.toISOString(),
      state: 'claimable',
    })
    expect(shown(aWall({ from: AFTER_NOON }))).toMatchObject({ opensAt: AFTER_NOON, state: 'not_started' })
    expect(shown(aWall({ until: BEFORE_NOON }))).toMatchObject({ closesAt: BEFORE_NOON, state: 'ended' })
    const early = '2026-11-01T00:00:00.000Z'
    expect(shown(aWall({ from: early }))?.opensAt).toBe(startsAt.toISOString())
  })

  it('follows the campaign’s phase', () => {
    const state = (phase: 'not_started' | 'suspended' | 'ended') => {
      const { facts } = aWall()
      return tool.present({ ...facts, campaign: { ...RUNNING, phase } }, ann, NOON, {}).coupons[0]?.state
    }
    expect([state('not_started'), state('suspended'), state('ended')]).toEqual([
      'not_started',
      'suspended',
      'ended',
    ])
  })

  it('leaves out a coupon whose reward is gone', () => {
    const { facts } = aWall()
    expect(tool.present({ ...facts, reward: () => undefined }, ann, NOON, {}).coupons).toEqual([])
  })

  it('says whether anybody is signed in', () => {
    expect(tool.present(aWall().facts, undefined, NOON, {}).isSignedIn).toBe(false)
    expect(tool.present(aWall().facts, ann, NOON, {}).isSignedIn).toBe(true)
  })
})

describe('checking a wall', () => {
  const codes = (coupons: CouponWallConfig['coupons']) => tool.check?.({ coupons })

  it('finds an empty wall, a coupon placed twice and a window that ends before it begins', () => {
    expect(codes([])).toEqual([{ code: 'no_coupons', path: ['coupons'] }])
    expect(
      codes([
        { rewardId, perMember: 1 },
        { rewardId, perMember: 2 },
      ]),
    ).toEqual([{ code: 'coupon_twice', path: ['coupons', 1, 'rewardId'] }])
    expect(codes([{ rewardId, perMember: 1, from: AFTER_NOON, until: BEFORE_NOON }])).toEqual([
      { code: 'window_reversed', path: ['coupons', 0, 'until'] },
    ])
  })

  it('refuses limits out of bounds', () => {
    expect(tool.config.safeParse({ coupons: [], sessions: [{ hour: 24, minute: 0 }] }).success).toBe(false)
    for (const perMember of [0, -1, 1.5, 100]) {
      expect(tool.config.safeParse({ coupons: [{ rewardId, perMember }] }).success, `${perMember}`).toBe(
        false,
      )
    }
  })

  it('finds sessions without coupons, coupons without sessions, and one session twice', () => {
    const found = (config: CouponWallConfig) =>
      tool.check?.(config).map(({ code, path }) => [code, path.join('.')])
    const one = { rewardId, perMember: 1 }
    expect(found({ coupons: [{ ...one, perSession: 5 }] })).toEqual([['no_sessions', 'coupons.0.perSession']])
    expect(found({ coupons: [one], sessions: SESSIONS })).toEqual([['session_empty', 'sessions']])
    const twice = [...SESSIONS, { hour: 10, minute: 0 }]
    expect(found({ coupons: [{ ...one, perSession: 5 }], sessions: twice })).toEqual([
      ['session_twice', 'sessions.3.hour'],
    ])
    expect(found({ coupons: [{ ...one, perDay: 2 }] })).toEqual([['day_above_member', 'coupons.0.perDay']])
  })
})
