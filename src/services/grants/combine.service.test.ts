import { expect, test } from 'vitest'
import { account, count, grant, member, openDatabase } from '@/src/db'
import { databaseDialect } from '@/src/lib/env'
import { aCouponWall, aKey, type PublishedCouponWall } from '@/src/testing/builders/coupon-wall'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aCoupon } from '@/src/testing/builders/rewards'
import { aWorld } from '@/src/testing/world'
import type { MemberContext } from '../context'
import type { ActionRequest } from './batch'
import { createCombiner } from './combine'

const requestBy = (ctx: MemberContext, wall: PublishedCouponWall): ActionRequest => ({
  memberId: ctx.member?.id ?? '',
  toolId: wall.toolId,
  action: 'claim',
  input: { rewardId: wall.rewardId },
  key: aKey(),
  inputHash: '',
})

test('a request that fails does not take its neighbours with it', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const members = await Promise.all(Array.from({ length: 9 }, () => world.asMember()))
  const requests = members.map((ctx) => requestBy(ctx, wall))
  // What a tool throws on, whatever the reason.
  const broken: ActionRequest = { ...requestBy(await world.asMember(), wall), input: null }
  const { combiner } = world.ctx
  const ends = await Promise.allSettled(
    [...requests.slice(0, 4), broken, ...requests.slice(4)].map((r) => combiner.submit(wall.campaignId, r)),
  )
  expect(ends.filter((end) => end.status === 'fulfilled' && end.value.status === 'granted')).toHaveLength(9)
  expect(ends[4]?.status).toBe('rejected')
  expect(await world.ctx.db.read.select().from(grant)).toHaveLength(9)
})

test('when too many wait, the next ones are told to come back, and nothing of theirs happens', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const { db, clock, timeZone } = world.ctx
  const combiner = createCombiner({ db, clock, timeZone, maxWaiting: 5 })
  const members = await Promise.all(Array.from({ length: 8 }, () => world.asMember()))
  const outcomes = await Promise.all(
    members.map((ctx) => combiner.submit(wall.campaignId, requestBy(ctx, wall))),
  )
  expect(outcomes.map((o) => o.status)).toEqual([...Array(5).fill('granted'), ...Array(3).fill('busy')])
  expect(await db.read.select().from(grant)).toHaveLength(5)
})

// SQLite has exactly one writing process, so only PostgreSQL can have two.
test.runIf(databaseDialect() === 'postgres')(
  'two processes that share a budget grant exactly what it holds',
  async () => {
    await using world = await aWorld()
    const wall = await aCouponWall(world, { budgetFen: 7_350, amountFen: 100, stock: 1_000, perMember: 50 })
    const other = openDatabase(world.databaseUrl)
    const { clock, timeZone } = world.ctx
    const combiner = createCombiner({ db: other, clock, timeZone })
    const members = await Promise.all(Array.from({ length: 20 }, () => world.asMember()))
    const taps = Array.from({ length: 10 }, () =>
      members.map((ctx, i) => wall.claim(i % 2 ? ctx : { ...ctx, db: other, combiner }, aKey())),
    )
    const outcomes = await Promise.all(taps.flat())
    await other.close()
    expect(outcomes.filter((o) => o.status === 'granted')).toHaveLength(73)
    expect(outcomes.filter((o) => o.status === 'busy')).toHaveLength(0)
    const accounts = await world.ctx.db.read.select().from(account)
    expect(
      accounts
        .filter((a) => a.ownerId === wall.campaignId)
        .map((a) => a.balanceFen)
        .filter((fen) => fen > 0)
        .sort(),
    ).toEqual([50, 7_300])
  },
)

test.runIf(databaseDialect() === 'postgres')(
  'a tap repeated through another process is the same tap',
  async () => {
    await using world = await aWorld()
    const wall = await aCouponWall(world, { perMember: 1 })
    const other = openDatabase(world.databaseUrl)
    const { clock, timeZone } = world.ctx
    const combiner = createCombiner({ db: other, clock, timeZone })
    const members = await Promise.all(Array.from({ length: 60 }, () => world.asMember()))
    const pairs = await Promise.all(
      members.map((ctx) => {
        const key = aKey()
        return Promise.all([wall.claim(ctx, key), wall.claim({ ...ctx, db: other, combiner }, key)])
      }),
    )
    await other.close()
    expect(pairs.filter(([first, second]) => JSON.stringify(first) !== JSON.stringify(second))).toEqual([])
    expect(await world.ctx.db.read.select().from(grant)).toHaveLength(60)
  },
)

test('everybody claiming everything is one transaction, however many rows that is', async () => {
  await using world = await aWorld()
  const wall = await aPublishedTool(world, {
    type: 'coupon-wall',
    budgetFen: 1_000_000,
    rewards: Array.from({ length: 30 }, () => aCoupon({ stock: 1_000, amountFen: 1 })),
    config: (ids) => ({ coupons: ids.map((rewardId) => ({ rewardId, perMember: 1 })) }),
  })
  // With twelve columns each, so many grants are more parameters than a statement of PostgreSQL takes.
  const members = Array.from({ length: 190 }, (_, i) => ({ id: `mbr_${i}`, shopMemberId: `shop-${i}` }))
  const { db, clock, timeZone } = world.ctx
  const createdAt = clock.now()
  await db.transaction(async (tx) => {
    await tx.insert(member).values(members.map((row) => ({ ...row, nickname: 'M', createdAt })))
  })
  let transactions = 0
  const transaction: typeof db.transaction = (work) => {
    transactions++
    return db.transaction(work)
  }
  const combiner = createCombiner({ db: { ...db, transaction }, clock, timeZone })
  const requests = members.map(({ id }) => ({
    memberId: id,
    toolId: wall.toolId,
    action: 'claimAll',
    input: {},
    key: aKey(),
    inputHash: '',
  }))
  const outcomes = await Promise.all(requests.map((request) => combiner.submit(wall.campaignId, request)))
  expect(outcomes.filter(({ status }) => status === 'granted')).toHaveLength(190)
  expect(transactions).toBe(1)
  const [granted] = await db.read.select({ grants: count() }).from(grant)
  expect(granted?.grants).toBe(190 * 30)
})

test.each(['40P01', 'SQLITE_BUSY'])('a request in the way of others (%s) is tried again', async (code) => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const member = await world.asMember()
  const { db, clock, timeZone } = world.ctx
  let tries = 0
  const inTheWay = (until: number): typeof db => ({
    ...db,
    transaction: (work) => {
      if (++tries < until) return Promise.reject(Object.assign(new Error('in the way'), { code }))
      return db.transaction(work)
    },
  })
  const combiner = createCombiner({ db: inTheWay(4), clock, timeZone })
  expect((await wall.claim({ ...member, combiner })).status).toBe('granted')
  tries = 0
  const never = createCombiner({ db: inTheWay(Number.POSITIVE_INFINITY), clock, timeZone })
  expect((await wall.claim({ ...member, combiner: never })).status).toBe('busy')
})

test('when the database is gone everybody is told at once, and nothing is tried one by one', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const members = await Promise.all(Array.from({ length: 20 }, () => world.asMember()))
  const { db, clock, timeZone } = world.ctx
  await wall.claim(await world.asMember())
  let tries = 0
  const transaction = async () => {
    tries++
    throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
  }
  const combiner = createCombiner({ db: { ...db, transaction }, clock, timeZone })
  const ends = await Promise.allSettled(members.map((ctx) => wall.claim({ ...ctx, combiner })))
  expect(new Set(ends.map((end) => end.status))).toEqual(new Set(['rejected']))
  expect(tries).toBe(1)
})
