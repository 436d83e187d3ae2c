import { expect, test } from 'vitest'
import { account, grant, openDatabase } from '@/src/db'
import { databaseDialect } from '@/src/lib/env'
import { aCouponWall, aKey } from '@/src/testing/builders/coupon-wall'
import { aWorld } from '@/src/testing/world'
import { createCombiner } from './combine'

test('a request that fails does not take its neighbours with it', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const members = await Promise.all(Array.from({ length: 9 }, () => world.asMember()))
  const stranger = { ...(await world.asMember()), member: { id: 'mbr_0000000000000' } }
  const taps = [...members.slice(0, 4), stranger, ...members.slice(4)].map((member) => wall.claim(member))
  const ends = await Promise.allSettled(taps)
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
  const outcomes = await Promise.all(members.map((ctx) => wall.claim({ ...ctx, combiner })))
  expect(outcomes.filter((o) => o.status === 'granted')).toHaveLength(5)
  expect(outcomes.filter((o) => o.status === 'busy')).toHaveLength(3)
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
        .sort(),
    ).toEqual([50, 7_300])
  },
)
