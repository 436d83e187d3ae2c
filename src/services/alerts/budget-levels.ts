import { alert, campaign, desc, inArray, or, type ReadDb } from '@/src/db'
import { type BudgetSummary, readBudgets } from '../budgets/internal'
import { inState } from '../campaigns/internal'
import { countTopUps } from '../campaigns/top-ups'
import type { AppContext } from '../context'
import { raiseAlert } from './raise'

/** Percents of its budget a campaign has left, from the highest. */
const LEVELS = [20, 10, 0] as const
type Level = (typeof LEVELS)[number]

/** At most so many campaigns run, or are suspended, at once. */
const LIVE_CAMPAIGNS = 500

interface Low {
  campaignId: string
  campaignName: string
  budget: BudgetSummary
  level: Level
}

/**
 * Raises an alert for each live campaign whose budget fell to a level: each level once, and once
 * more after every top-up. It looks at all campaigns in a few queries, apart from what spends, so
 * that nobody who plays waits for it.
 */
export async function raiseBudgetAlerts(ctx: AppContext): Promise<void> {
  const db = ctx.db.read
  const low = await readLow(db, ctx.clock.now())
  if (low.length === 0) return
  const topUps = await countTopUps(
    db,
    low.map(({ campaignId }) => campaignId),
  )
  const keyOf = (campaignId: string, level: Level) =>
    `budget_low:${campaignId}:${topUps.get(campaignId) ?? 0}:${level}`
  const asked = low.map((each) => ({
    ...each,
    key: keyOf(each.campaignId, each.level),
    // What has been told of a lower level is told of this one.
    lower: LEVELS.filter((level) => level <= each.level).map((level) => keyOf(each.campaignId, level)),
  }))
  const told = await readTold(
    db,
    asked.flatMap(({ lower }) => lower),
  )
  const fresh = asked.filter(({ lower }) => !lower.some((key) => told.has(key)))
  if (fresh.length === 0) return
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    for (const { key, campaignId, campaignName, level, budget } of fresh) {
      const { availableFen, totalFen } = budget
      const facts = { kind: 'budget_low', campaignId, campaignName, level, availableFen, totalFen } as const
      await raiseAlert(tx, ctx, { key, facts }, now)
    }
  })
}

/** The live campaigns at or below a level, each with the lowest. */
async function readLow(db: ReadDb, now: Date): Promise<Low[]> {
  const live = await db
    .select({ id: campaign.id, name: campaign.name })
    .from(campaign)
    .where(or(inState('running', now), inState('suspended', now)))
    .orderBy(desc(campaign.id))
    .limit(LIVE_CAMPAIGNS)
  const budgets = await readBudgets(
    db,
    live.map(({ id }) => id),
  )
  return live.flatMap(({ id, name }) => {
    const budget = budgets.get(id)
    const level = budget && levelOf(budget)
    return budget && level !== undefined ? [{ campaignId: id, campaignName: name, budget, level }] : []
  })
}

/** A campaign that was never given any money has none to run out of. */
function levelOf({ availableFen, totalFen }: BudgetSummary): Level | undefined {
  if (totalFen === 0) return undefined
  return LEVELS.findLast((level) => availableFen * 100 <= totalFen * level)
}

async function readTold(db: ReadDb, keys: string[]): Promise<Set<string>> {
  const rows = await db.select({ key: alert.key }).from(alert).where(inArray(alert.key, keys))
  return new Set(rows.map(({ key }) => key))
}
