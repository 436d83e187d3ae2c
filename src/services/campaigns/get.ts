import type { z } from 'zod'
import { collectsUntilOf } from '@/schemas/collecting'
import { and, eq, ne, page, tool } from '@/src/db'
import { NO_BUDGET, readBudgets } from '../budgets/internal'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { directGrant } from '../tools/direct-grant'
import { getCampaign } from './internal'
import { GetCampaign } from './schemas'
import { eventsOf, stateAt } from './state'

/** One campaign with its budget, tools and pages. */
export async function readCampaign({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof GetCampaign>
}) {
  authorise(ctx, 'campaign.read')
  const { id } = GetCampaign.parse(input)
  const db = ctx.db.read
  const row = await getCampaign(db, id)
  const state = stateAt(row, ctx.clock.now())
  const [budgets, tools, pages] = await Promise.all([
    readBudgets(db, [id]),
    db
      .select({ id: tool.id, type: tool.type, name: tool.name })
      .from(tool)
      .where(and(eq(tool.campaignId, id), ne(tool.type, directGrant.type)))
      .limit(200),
    db
      .select({ id: page.id, title: page.title, slug: page.slug })
      .from(page)
      .where(eq(page.campaignId, id))
      .limit(200),
  ])
  return {
    id,
    name: row.name,
    state,
    events: eventsOf(state),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    collectsUntil: collectsUntilOf(row),
    isCollecting: collectsUntilOf(row) > ctx.clock.now(),
    createdAt: row.createdAt,
    budget: budgets.get(id) ?? NO_BUDGET,
    tools,
    pages,
  }
}
