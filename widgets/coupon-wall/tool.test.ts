import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inMemoryEngine, NOON, RUNNING } from '../kit/testing/in-memory-engine'
import type { RewardFacts } from '../kit/tool'
import { fixtures } from './fixtures'
import { type CouponWallConfig, tool } from './tool'

const { claim } = tool.actions
const ann = { id: 'mbr_0000000001' }
const bob = { id: 'mbr_0000000002' }
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
          const { status } = wall.act(claim, { rewardId: id }, { id: `mbr_${person}` }).outcome
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

describe('what the phone is shown', () => {
  const shown = (wall: ReturnType<typeof aWall>, member?: typeof ann) =>
    tool.present(wall.facts, member, NOON).coupons[0]

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
      return tool.present({ ...facts, campaign: { ...RUNNING, phase } }, ann, NOON).coupons[0]?.state
    }
    expect([state('not_started'), state('suspended'), state('ended')]).toEqual([
      'not_started',
      'suspended',
      'ended',
    ])
  })

  it('leaves out a coupon whose reward is gone', () => {
    const { facts } = aWall()
    expect(tool.present({ ...facts, reward: () => undefined }, ann, NOON).coupons).toEqual([])
  })

  it('says whether anybody is signed in', () => {
    expect(tool.present(aWall().facts, undefined, NOON).isSignedIn).toBe(false)
    expect(tool.present(aWall().facts, ann, NOON).isSignedIn).toBe(true)
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
    for (const perMember of [0, -1, 1.5, 100]) {
      expect(tool.config.safeParse({ coupons: [{ rewardId, perMember }] }).success, `${perMember}`).toBe(
        false,
      )
    }
  })
})
