import { campaign, count, desc, grant, gte, page, publication, sum } from '@/src/db'
import { startOfDayIn } from '@/src/lib/clock'
import { readBudgets } from '../budgets/internal'
import { stateAt } from '../campaigns/state'
import type { StaffContext } from '../context'
import { readGrants } from '../grants/list'
import { authorise } from '../staff/authorise'
import { permissionsOf } from '../staff/permissions'

/** The newest campaigns looked at: those that run are among them. */
const CAMPAIGNS = 200
/** A budget with less than a fifth left wants attention. */
const LOW_SHARE = 0.2
const RECENT_GRANTS = 8

/** What wants attention, and today's figures. Grants are left out for those who may not see them. */
export async function overviewSummary({ ctx }: { ctx: StaffContext }) {
  const staff = authorise(ctx, 'campaign.read')
  const db = ctx.db.read
  const now = ctx.clock.now()
  const campaigns = await db.select().from(campaign).orderBy(desc(campaign.id)).limit(CAMPAIGNS)
  const states = campaigns.map((row) => stateAt(row, now))
  const inState = (state: string) => states.filter((s) => s === state).length
  const live = campaigns.filter((_, i) => states[i] === 'running' || states[i] === 'suspended')
  const budgets = await readBudgets(
    db,
    live.map((row) => row.id),
  )
  const lowBudgets = live.flatMap(({ id, name }) => {
    const budget = budgets.get(id)
    if (!budget || budget.availableFen >= budget.totalFen * LOW_SHARE) return []
    return [{ campaignId: id, name, availableFen: budget.availableFen, totalFen: budget.totalFen }]
  })

  const [[pages], [published], [today], recentGrants] = await Promise.all([
    db.select({ total: count() }).from(page),
    db.select({ total: count() }).from(publication),
    db
      .select({ grants: count(), reservedFen: sum(grant.reservedFen) })
      .from(grant)
      .where(gte(grant.grantedAt, startOfDayIn(ctx.timeZone, now))),
    permissionsOf(staff.roles).includes('grant.read') ? readGrants(db, undefined, RECENT_GRANTS, now) : [],
  ])
  return {
    pages: { total: pages?.total ?? 0, published: published?.total ?? 0 },
    campaigns: { running: inState('running'), suspended: inState('suspended'), draft: inState('draft') },
    today: { grants: today?.grants ?? 0, reservedFen: Number(today?.reservedFen ?? 0) },
    lowBudgets,
    recentGrants,
  }
}
