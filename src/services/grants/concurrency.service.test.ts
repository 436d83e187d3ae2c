import { expect, test } from 'vitest'
import type { Outcome } from '@/schemas/outcome'
import { account, counter, entry, eq, grant } from '@/src/db'
import { aCouponWall, type CouponWallOptions } from '@/src/testing/builders/coupon-wall'
import { aWorld, type World } from '@/src/testing/world'

const MEMBERS = 20
const CLAIMS_EACH = 50

/** Everybody taps fifty times at once; answers how each tap ended. */
async function rush(world: World, options: CouponWallOptions) {
  const wall = await aCouponWall(world, options)
  const members = await Promise.all(Array.from({ length: MEMBERS }, () => world.asMember()))
  const taps = Array.from({ length: CLAIMS_EACH }, () => members.map((member) => wall.claim(member))).flat()
  return { wall, outcomes: await Promise.all(taps) }
}

const granted = (outcomes: Outcome[]) => outcomes.filter((o) => o.status === 'granted').length
const rest = (outcomes: Outcome[]) =>
  [...new Set(outcomes.map((o) => o.status))].filter((s) => s !== 'granted')

/** What the tables hold of a campaign, each counted on its own. */
async function written(world: World, campaignId: string, rewardId: string) {
  const db = world.ctx.db.read
  const accounts = await db.select().from(account).where(eq(account.ownerId, campaignId))
  const balance = (kind: string) => accounts.find((a) => a.kind === kind)?.balanceFen
  const [stock] = await db.select().from(counter).where(eq(counter.key, rewardId))
  const entries = await db.select().from(entry).where(eq(entry.cause, 'reservation'))
  return {
    grants: (await db.select().from(grant)).length,
    entries: entries.length,
    entriesFen: entries.reduce((sum, e) => sum + e.amountFen, 0),
    stockUsed: stock?.used,
    availableFen: balance('allocated'),
    reservedFen: balance('reserved'),
  }
}

test('a stock of 100 grants exactly 100', async () => {
  await using world = await aWorld()
  const { wall, outcomes } = await rush(world, {
    stock: 100,
    perMember: 50,
    amountFen: 100,
    budgetFen: 1_000_000,
  })
  expect(granted(outcomes)).toBe(100)
  expect(rest(outcomes)).toEqual(['sold_out'])
  expect(await written(world, wall.campaignId, wall.rewardId)).toEqual({
    grants: 100,
    entries: 100,
    entriesFen: 10_000,
    stockUsed: 100,
    availableFen: 990_000,
    reservedFen: 10_000,
  })
})

test('a budget for 73 grants exactly 73', async () => {
  await using world = await aWorld()
  const { wall, outcomes } = await rush(world, {
    stock: 1_000,
    perMember: 50,
    amountFen: 100,
    budgetFen: 7_399,
  })
  expect(granted(outcomes)).toBe(73)
  expect(rest(outcomes)).toEqual(['budget_exhausted'])
  expect(await written(world, wall.campaignId, wall.rewardId)).toEqual({
    grants: 73,
    entries: 73,
    entriesFen: 7_300,
    stockUsed: 73,
    availableFen: 99,
    reservedFen: 7_300,
  })
})

test('a limit of 3 a member grants exactly 60', async () => {
  await using world = await aWorld()
  const { wall, outcomes } = await rush(world, {
    stock: 1_000,
    perMember: 3,
    amountFen: 100,
    budgetFen: 1_000_000,
  })
  expect(granted(outcomes)).toBe(60)
  expect(rest(outcomes)).toEqual(['limit_reached'])
  expect(await written(world, wall.campaignId, wall.rewardId)).toEqual({
    grants: 60,
    entries: 60,
    entriesFen: 6_000,
    stockUsed: 60,
    availableFen: 994_000,
    reservedFen: 6_000,
  })
})
