import { expect, test } from 'vitest'
import { grant } from '@/src/db'
import { aCouponWall, aKey } from '@/src/testing/builders/coupon-wall'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { somePoints } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { transitionCampaign } from '../campaigns'
import { updateReward } from '../rewards'
import { bringWallets } from '../wallets'
import { forgetOldOutcomes } from './forget-old-outcomes'
import { myRewards } from './mine'
import { performAction } from './perform'

const grants = async (world: World) => (await world.ctx.db.read.select().from(grant)).length

test('a claim is granted, held and shown with when it expires', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { amountFen: 2_000 })
  const member = await world.asMember()
  const outcome = await wall.claim(member)
  expect(outcome).toMatchObject({
    status: 'granted',
    rewards: [
      { title: '满减券', given: { kind: 'coupon', amountFen: 2_000 }, expiresAt: '2026-11-14T04:00:00.000Z' },
    ],
  })
  const held = await myRewards({ ctx: member, input: {} })
  expect(held.rewards).toEqual(outcome.status === 'granted' ? outcome.rewards : [])
})

test('a repeated key answers the first outcome and grants once', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 5 })
  const member = await world.asMember()
  const key = aKey()
  const first = await wall.claim(member, key)
  world.clock.advance(60_000)
  expect(await wall.claim(member, key)).toEqual(first)
  expect(await grants(world)).toBe(1)
})

test('repeats that arrive together grant once', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 50 })
  const member = await world.asMember()
  const key = aKey()
  const outcomes = await Promise.all(Array.from({ length: 40 }, () => wall.claim(member, key)))
  expect(new Set(outcomes.map((o) => JSON.stringify(o))).size).toBe(1)
  expect(outcomes[0]?.status).toBe('granted')
  expect(await grants(world)).toBe(1)
})

test('a refusal is not kept: the same tap may be granted later', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { stock: 0 })
  const member = await world.asMember()
  const key = aKey()
  expect(await wall.claim(member, key)).toEqual({ status: 'sold_out' })
  await updateReward({ ctx: wall.admin, input: { id: wall.rewardId, stock: 1 } })
  expect((await wall.claim(member, key)).status).toBe('granted')
})

test('the same key for another request is an error, and changes nothing', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 5 })
  const other = await aCouponWall(world, { perMember: 5 })
  const member = await world.asMember()
  const key = aKey()
  await wall.claim(member, key)
  await expect(other.claim(member, key)).rejects.toMatchObject({ code: 'idempotency_mismatch' })
  expect(await grants(world)).toBe(1)
})

test('two members may use the same key', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const key = aKey()
  expect((await wall.claim(await world.asMember(), key)).status).toBe('granted')
  expect((await wall.claim(await world.asMember(), key)).status).toBe('granted')
})

test('each state of the campaign has its answer', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, {
    startsAt: '2026-11-11T16:00:00.000Z',
    endsAt: '2026-11-12T16:00:00.000Z',
  })
  const member = await world.asMember()
  expect(await wall.claim(world.asNobody())).toEqual({ status: 'login_required' })
  expect(await wall.claim(member)).toEqual({ status: 'not_started', startsAt: '2026-11-11T16:00:00.000Z' })
  world.clock.set('2026-11-11T16:00:00.000Z')
  expect((await wall.claim(member)).status).toBe('granted')
  expect(await wall.claim(member)).toEqual({ status: 'limit_reached', rule: 'per_member', limit: 1 })
  await transitionCampaign({ ctx: wall.admin, input: { id: wall.campaignId, event: 'suspend' } })
  expect(await wall.claim(member)).toEqual({ status: 'suspended' })
  await transitionCampaign({ ctx: wall.admin, input: { id: wall.campaignId, event: 'resume' } })
  world.clock.set('2026-11-12T16:00:00.000Z')
  expect(await wall.claim(member)).toEqual({ status: 'ended', endedAt: '2026-11-12T16:00:00.000Z' })
})

test('a draft campaign gives nothing, even inside its window', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { isDraft: true })
  expect((await wall.claim(await world.asMember())).status).toBe('not_started')
})

test('a block that is not in the version, or plays another tool, is not found', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const ctx = await world.asMember()
  const tap = (over: { version?: string; block?: string }) =>
    performAction({
      ctx,
      type: 'coupon-wall',
      action: 'claim',
      input: {
        version: wall.version,
        block: 'wall',
        key: aKey(),
        input: { rewardId: wall.rewardId },
        ...over,
      },
    })
  await expect(tap({ block: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(tap({ version: '0'.repeat(64) })).rejects.toMatchObject({ code: 'not_found' })
})

test('a reward of another wall is not offered here', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const other = await aCouponWall(world)
  const ctx = await world.asMember()
  const outcome = await performAction({
    ctx,
    type: 'coupon-wall',
    action: 'claim',
    input: { version: wall.version, block: 'wall', key: aKey(), input: { rewardId: other.rewardId } },
  })
  expect(outcome).toEqual({ status: 'not_eligible', rule: 'not_offered' })
})

test('a coupon that would be expired already is not given', async () => {
  await using world = await aWorld()
  const until = '2026-11-20T00:00:00.000Z'
  const wall = await aCouponWall(world, { validity: { kind: 'until', until } })
  world.clock.set(until)
  expect(await wall.claim(await world.asMember())).toEqual({ status: 'ended', endedAt: until })
  expect(await grants(world)).toBe(0)
})

test('a session whose member is gone is told to sign in', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const ghost = { ...(await world.asMember()), member: { id: 'mbr_0000000000000' } }
  expect(await wall.claim(ghost)).toEqual({ status: 'login_required' })
})

test('a key used before answers were forgotten is an error, not a second grant', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 5, endsAt: '2027-01-01T00:00:00.000Z' })
  const member = await world.asMember()
  const key = aKey()
  await wall.claim(member, key)
  world.clock.advance(8 * 24 * 60 * 60 * 1000)
  await forgetOldOutcomes(world.ctx)
  await expect(wall.claim(member, key)).rejects.toMatchObject({ code: 'idempotency_mismatch' })
  expect(await grants(world)).toBe(1)
})

test('points spent under a key are not spent again after answers were forgotten', async () => {
  await using world = await aWorld()
  const { act } = await aPublishedTool(world, {
    type: 'lottery',
    rewards: [somePoints()],
    config: ([rewardId]) => ({
      prizes: [
        { key: 'a', name: '积分', gives: 'reward', rewardId, weight: 1_000_000, isFallback: true, image: '' },
      ],
      freePerDay: 0,
      freePerCampaign: 0,
      pointsPerChance: 10,
      buysPerDay: 9,
      visits: [],
      showOdds: false,
      useLink: '',
    }),
  })
  const member = await world.asMember()
  const now = world.clock.now()
  const pointsUntil = new Date(now.getTime() + 90 * 86_400_000)
  const brought = { memberId: member.member?.id ?? '', points: 100, pointsUntil, cashFen: 0 }
  await world.ctx.db.transaction((tx) => bringWallets(tx, [brought], now))
  const key = aKey()
  expect((await act(member, 'buyChance', {}, key)).status).toBe('done')
  world.clock.advance(8 * 86_400_000)
  await forgetOldOutcomes(world.ctx)
  await expect(act(member, 'buyChance', {}, key)).rejects.toMatchObject({ code: 'idempotency_mismatch' })
  expect((await myRewards({ ctx: member, input: {} })).wallet.points).toBe(90)
})

test('what is hidden or not on yet cannot be played', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { schedule: { from: '2026-11-12T00:00:00.000Z' } })
  const member = await world.asMember()
  await expect(wall.claim(member)).rejects.toMatchObject({ code: 'not_found' })
  world.clock.set('2026-11-12T00:00:00.000Z')
  expect((await wall.claim(member)).status).toBe('granted')
})
