import { expect, test } from 'vitest'
import { account, eq, grant, pointLot, walletEntry } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aCoupon, somePoints } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import type { MemberContext } from '../context'
import { createCombiner, myRewards } from '../grants'
import { bringWallets } from './bring'
import { expirePoints } from './expire'

const DAY_MS = 86_400_000

/** A mall with one coupon at 100 points and ¥9.90. */
async function aMall(world: World) {
  const mall = await aPublishedTool(world, {
    type: 'points-mall',
    rewards: [aCoupon()],
    config: ([rewardId]) => ({
      items: [{ rewardId, pointsPrice: 100, cashFen: 990, perMember: 99, tag: '' }],
      earnLink: '',
      topUpLink: '',
    }),
  })
  const [rewardId] = mall.rewardIds
  return { ...mall, redeem: (member: MemberContext) => mall.act(member, 'redeem', { rewardId }) }
}

/** Gives a member points that lapse in so many days, and cash. */
async function bring(
  world: World,
  member: MemberContext,
  o: { points: number; days: number; cashFen: number },
) {
  const now = world.clock.now()
  const memberId = member.member?.id ?? ''
  const pointsUntil = new Date(now.getTime() + o.days * DAY_MS)
  await world.ctx.db.transaction((tx) =>
    bringWallets(tx, [{ memberId, points: o.points, pointsUntil, cashFen: o.cashFen }], now),
  )
}

const walletOf = async (ctx: MemberContext) => (await myRewards({ ctx, input: {} })).wallet

test('a member who taps everywhere at once spends what there is, once', async () => {
  await using world = await aWorld()
  const mall = await aMall(world)
  const member = await world.asMember()
  await bring(world, member, { points: 350, days: 90, cashFen: 5_000 })
  const { db, clock, timeZone } = world.ctx
  const elsewhere = { ...member, combiner: createCombiner({ db, clock, timeZone }) }
  const taps = Array.from({ length: 20 }, (_, i) => mall.redeem(i % 2 ? member : elsewhere))
  const outcomes = await Promise.all(taps)
  expect(outcomes.filter(({ status }) => status === 'granted')).toHaveLength(3)
  expect(outcomes.find(({ status }) => status !== 'granted')).toEqual({ status: 'points_short', missing: 50 })
  expect(await walletOf(member)).toMatchObject({ points: 50, cashFen: 5_000 - 3 * 990 })
  expect(await db.read.select().from(grant)).toHaveLength(3)
  expect(await bookErrors(db.read)).toEqual([])
})

test('a balance that is short takes no points', async () => {
  await using world = await aWorld()
  const mall = await aMall(world)
  const member = await world.asMember()
  await bring(world, member, { points: 100, days: 90, cashFen: 989 })
  expect(await mall.redeem(member)).toEqual({ status: 'balance_short', missingFen: 1 })
  expect(await walletOf(member)).toMatchObject({ points: 100, cashFen: 989 })
})

test('points become a coupon in one transaction: burnt and granted, or neither', async () => {
  await using world = await aWorld()
  const mall = await aMall(world)
  const { db } = world.ctx
  const member = await world.asMember()
  await bring(world, member, { points: 250, days: 90, cashFen: 5_000 })
  expect((await mall.redeem(member)).status).toBe('granted')
  const entries = await db.read.select().from(walletEntry).where(eq(walletEntry.cause, 'spend'))
  expect(entries.map(({ unit, amount }) => `${unit} ${amount}`).sort()).toEqual(['cash -990', 'points -100'])
  expect(await db.read.select().from(grant)).toMatchObject([{ state: 'granted', given: { kind: 'coupon' } }])

  // Of the coupon nothing can be set aside any more: no points are burnt for it.
  await db.transaction((tx) => tx.update(account).set({ balanceFen: 0 }).where(eq(account.kind, 'allocated')))
  expect(await mall.redeem(member)).toMatchObject({ status: 'budget_exhausted' })
  expect(await walletOf(member)).toMatchObject({ points: 150, cashFen: 5_000 - 990 })
  expect(await db.read.select().from(grant)).toHaveLength(1)
})

test('points that lapsed cannot be spent, before and after the books say so', async () => {
  await using world = await aWorld()
  const mall = await aMall(world)
  const member = await world.asMember()
  await bring(world, member, { points: 150, days: 10, cashFen: 5_000 })
  expect((await walletOf(member)).expiring).toEqual({
    points: 150,
    at: new Date(world.clock.now().getTime() + 10 * DAY_MS),
  })
  expect((await mall.redeem(member)).status).toBe('granted')
  world.clock.advance(10 * DAY_MS)
  expect(await mall.redeem(member)).toEqual({ status: 'points_short', missing: 100 })
  expect(await walletOf(member)).toMatchObject({ points: 0, expiring: undefined })

  await expirePoints(world.ctx)
  await expirePoints(world.ctx)
  const db = world.ctx.db.read
  expect((await db.select().from(pointLot)).map(({ left }) => left)).toEqual([0])
  const lapsed = (await db.select().from(walletEntry)).filter(({ cause }) => cause === 'expiry')
  expect(lapsed.map(({ amount }) => amount)).toEqual([-50])
  expect(await walletOf(member)).toMatchObject({ points: 0 })
  expect(await bookErrors(db)).toEqual([])
})

test('points granted on one day lapse together, at its end in the shop', async () => {
  await using world = await aWorld()
  const wall = await aPublishedTool(world, {
    type: 'coupon-wall',
    rewards: [somePoints({ points: 10, validDays: 5 })],
    config: ([rewardId]) => ({ coupons: [{ rewardId, perMember: 99 }] }),
  })
  const member = await world.asMember()
  const claim = () => wall.act(member, 'claim', { rewardId: wall.rewardIds[0] })
  // 15:59:58 UTC is two seconds before midnight in the shop.
  world.clock.set('2026-11-11T15:59:58.000Z')
  for (let i = 0; i < 3; i++) {
    expect((await claim()).status).toBe('granted')
    world.clock.advance(1_000)
  }
  const lots = await world.ctx.db.read.select().from(pointLot)
  expect(lots.map(({ points, left }) => [points, left]).sort()).toEqual([
    [10, 10],
    [20, 20],
  ])
  const at = new Date('2026-11-16T16:00:00.000Z')
  expect(await walletOf(member)).toMatchObject({ points: 30, expiring: { points: 20, at } })
  world.clock.set(at.toISOString())
  await expirePoints(world.ctx)
  expect(await walletOf(member)).toMatchObject({ points: 10 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('what a member brought along is brought once', async () => {
  await using world = await aWorld()
  const member = await world.asMember()
  const it = { points: 10, days: 5, cashFen: 5 }
  await bring(world, member, it)
  await expect(bring(world, member, it)).rejects.toThrow()
  expect(await walletOf(member)).toMatchObject({ points: 10, cashFen: 5 })
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})
