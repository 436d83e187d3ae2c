import type { z } from 'zod'
import { collectsUntilOf } from '@/schemas/collecting'
import { and, campaign, contains, desc, lt } from '@/src/db'
import { NO_BUDGET, readBudgets } from '../budgets/internal'
import type { StaffContext } from '../context'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { inState } from './internal'
import { ListCampaigns } from './schemas'
import { eventsOf, stateAt } from './state'

/** Campaigns from the newest, with their state now and their budgets. */
export async function listCampaigns({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ListCampaigns>
}) {
  authorise(ctx, 'campaign.read')
  const { search, state, cursor, limit } = ListCampaigns.parse(input)
  const now = ctx.clock.now()
  const rows = await ctx.db.read
    .select()
    .from(campaign)
    .where(
      and(
        search ? contains(campaign.name, search) : undefined,
        state && inState(state, now),
        cursor ? lt(campaign.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(campaign.id))
    .limit(limit + 1)
  const { items, nextCursor } = toPage(rows, limit)
  const budgets = await readBudgets(
    ctx.db.read,
    items.map((row) => row.id),
  )
  return {
    items: items.map((row) => {
      const state = stateAt(row, now)
      const budget = budgets.get(row.id) ?? NO_BUDGET
      const { id, name, startsAt, endsAt, createdAt } = row
      const dates = { startsAt, endsAt, collectsUntil: collectsUntilOf(row), createdAt }
      return { id, name, state, events: eventsOf(state), ...dates, budget }
    }),
    nextCursor,
  }
}
