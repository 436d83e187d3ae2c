import { type Database, openDatabase } from '@/src/db'
import type { ActionRequest } from '@/src/services/grants/batch'
import { newSeed } from '@/src/services/grants/seeds'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aCoupon } from '@/src/testing/builders/rewards'
import { WEIGHT_TOTAL } from '@/widgets/lottery/config'
import type { Expected } from '../claims/reconcile'
import { addMembers, anAdmin, contextOf } from '../shop'

/** Requests under way at once: enough that the next batch is always full. */
const WAITING = 1_000
const DAY_MS = 24 * 60 * 60 * 1000
const RESERVED_FEN = 100
/** More than any run asks for. */
const PLENTY = 100_000_000
/** The most one member may have of a coupon. */
export const PER_MEMBER = 99
/** The most a day's free chances may be. */
const DRAWS_EACH = 100
const PRIZES = 8

/** A tool whose every action grants one coupon, all from one budget. */
export interface Granting {
  campaignId: string
  toolId: string
  rewardIds: string[]
  /** What the next member asks for, under a key of its own. */
  next: () => ActionRequest
  /** What the books must say once `grants` were granted. */
  expected: (grants: number) => Expected
}

interface Shop {
  db: Database
  memberIds: string[]
  as: () => ReturnType<typeof anAdmin>
}

export async function aShop(databaseUrl: string, members: number): Promise<Shop> {
  const db = openDatabase(databaseUrl)
  await db.migrate()
  const ctx = contextOf(db)
  const admin = await anAdmin(ctx)
  return { db, memberIds: await addMembers(db, members), as: async () => admin }
}

const openNow = () => {
  const now = Date.now()
  return { startsAt: new Date(now - DAY_MS).toISOString(), endsAt: new Date(now + DAY_MS).toISOString() }
}

/** One coupon of one stock, which every member may claim again and again. */
export async function aClaim(shop: Shop): Promise<Granting> {
  const limits = { stock: PLENTY, budgetFen: PLENTY * RESERVED_FEN, perMember: PER_MEMBER }
  const wall = await aCouponWall(shop, { ...openNow(), ...limits })
  const { rewardId } = wall
  return granting(shop, wall, { action: 'claim', input: { rewardId }, countersEach: 1 })
}

/** A wheel of eight coupons, each with a number of its own, on which every draw wins. */
export async function aDraw(shop: Shop): Promise<Granting> {
  const wheel = await aPublishedTool(shop, {
    ...openNow(),
    type: 'lottery',
    budgetFen: PLENTY * RESERVED_FEN,
    rewards: Array.from({ length: PRIZES }, () => aCoupon({ stock: PLENTY, amountFen: RESERVED_FEN })),
    config: (ids) => ({
      prizes: ids.map((rewardId, i) => ({
        name: `奖品 ${i}`,
        key: `p${i}`,
        gives: 'reward',
        rewardId,
        weight: WEIGHT_TOTAL / PRIZES,
        isFallback: i === 0,
        image: '',
        total: PLENTY,
      })),
      freePerDay: DRAWS_EACH,
      freePerCampaign: DRAWS_EACH,
      pointsPerChance: 0,
      buysPerDay: 1,
      visits: [],
      showOdds: true,
      useLink: '',
    }),
  })
  // Each takes a chance and one of the prize's number.
  return granting(shop, wheel, { action: 'draw', input: {}, countersEach: 2 })
}

function granting(
  { memberIds }: Shop,
  { campaignId, toolId, rewardIds }: { campaignId: string; toolId: string; rewardIds: string[] },
  { action, input, countersEach }: { action: string; input: unknown; countersEach: number },
): Granting {
  let asked = 0
  return {
    campaignId,
    toolId,
    rewardIds,
    next: () => ({
      memberId: memberIds[asked++ % memberIds.length] as string,
      toolId,
      action,
      input,
      key: newSeed(),
      inputHash: '',
    }),
    expected: (grants) => ({
      grants,
      members: Math.min(grants, memberIds.length),
      campaignId,
      toolId,
      rewardIds,
      counted: grants * countersEach,
      reservedFenEach: RESERVED_FEN,
      budgetFen: PLENTY * RESERVED_FEN,
    }),
  }
}

const AGAIN_AFTER_MS = 20

/**
 * Asks `count` times, so many at once, and answers how many were granted each second. One that is
 * told to come back asks again; throws when one comes to anything else.
 */
export async function grantAll(
  count: number,
  ask: () => () => Promise<{ status: string }>,
  atOnce = WAITING,
): Promise<number> {
  let left = count
  const one = async () => {
    while (left > 0) {
      left--
      const again = ask()
      let { status } = await again()
      while (status === 'busy') {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS))
        status = (await again()).status
      }
      if (status !== 'granted') throw new Error(`a request came to ${status}`)
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, one))
  return count / ((performance.now() - startedAt) / 1000)
}
