import { campaign, count, desc, grant, gte, or, page, publication, sum } from '@/src/db'
import { startOfDayIn } from '@/src/lib/clock'
import { readBudgets } from '../budgets/internal'
import { inState } from '../campaigns/internal'
import { stateAt } from '../campaigns/state'
import type { StaffContext } from '../context'
import { readGrants } from '../grants/list'
import { lastDisagreement } from '../reconciliation'
import { authorise } from '../staff/authorise'
import { permissionsOf } from '../staff/permissions'

/** At most so many campaigns run, or are suspended, at once. */
const LIVE_CAMPAIGNS = 500
/** A budget with less than a fifth left wants attention. */
const LOW_SHARE = 0.2
const RECENT_GRANTS = 8

/** What wants attention, and today's figures. Grants, and whether the books agree, are left out for those who may not see them. */
export async function overviewSummary({ ctx }: { ctx: StaffContext }) {
  const staff = authorise(ctx, 'campaign.read')
  const db = ctx.db.read
  const now = ctx.clock.now()
  const live = await db
    .select()
    .from(campaign)
    .where(or(inState('running', now), inState('suspended', now)))
    .orderBy(desc(campaign.id))
    .limit(LIVE_CAMPAIGNS)
  const howMany = (state: string) => live.filter((row) => stateAt(row, now) === state).length
  const budgets = await readBudgets(
    db,
    live.map((row) => row.id),
  )
  const lowBudgets = live.flatMap(({ id, name }) => {
    const budget = budgets.get(id)
    if (!budget || budget.availableFen >= budget.totalFen * LOW_SHARE) return []
    return [{ campaignId: id, name, availableFen: budget.availableFen, totalFen: budget.totalFen }]
  })

  const permissions = permissionsOf(staff.roles)
  const [[pages], [published], [drafts], [today], recentGrants, disagreement] = await Promise.all([
    db.select({ total: count() }).from(page),
    db.select({ total: count() }).from(publication),
    db.select({ total: count() }).from(campaign).where(inState('draft', now)),
    db
      .select({ grants: count(), reservedFen: sum(grant.reservedFen) })
      .from(grant)
      .where(gte(grant.grantedAt, startOfDayIn(ctx.timeZone, now))),
    permissions.includes('grant.read') ? readGrants(db, undefined, RECENT_GRANTS, now) : [],
    permissions.includes('budget.read') ? lastDisagreement(db) : undefined,
  ])
  return {
    pages: { total: pages?.total ?? 0, published: published?.total ?? 0 },
    campaigns: { running: howMany('running'), suspended: howMany('suspended'), draft: drafts?.total ?? 0 },
    today: { grants: today?.grants ?? 0, reservedFen: Number(today?.reservedFen ?? 0) },
    lowBudgets,
    recentGrants,
    disagreement: disagreement ?? null,
  }
}
