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

test.each([
  {
    name: 'a stock of 100',
    stock: 100,
    budgetFen: 1_000_000,
    perMember: 50,
    exactly: 100,
    refused: 'sold_out',
  },
  {
    name: 'a budget for 73',
    stock: 1_000,
    budgetFen: 7_399,
    perMember: 50,
    exactly: 73,
    refused: 'budget_exhausted',
  },
  {
    name: 'a limit of 3 a member',
    stock: 1_000,
    budgetFen: 1_000_000,
    perMember: 3,
    exactly: 60,
    refused: 'limit_reached',
  },
])('$name grants exactly $exactly', async ({ stock, budgetFen, perMember, exactly, refused }) => {
  await using world = await aWorld()
  const { wall, outcomes } = await rush(world, { stock, budgetFen, perMember, amountFen: 100 })
  expect(granted(outcomes)).toBe(exactly)
  expect(rest(outcomes)).toEqual([refused])
  expect(await written(world, wall.campaignId, wall.rewardId)).toEqual({
    grants: exactly,
    entries: exactly,
    entriesFen: exactly * 100,
    stockUsed: exactly,
    availableFen: budgetFen - exactly * 100,
    reservedFen: exactly * 100,
  })
})
