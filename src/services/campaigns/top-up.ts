import type { z } from 'zod'
import { recordAudit } from '../audit/record'
import { readBudgets } from '../budgets/internal'
import { allocate } from '../budgets/ledger'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getCampaign } from './internal'
import { TopUpCampaign } from './schemas'
import { topUpCause } from './top-ups'

/**
 * Gives a campaign more of the department's money. The key makes a repeated request one top-up:
 * the second throws `already_exists`.
 */
export async function topUpCampaign({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof TopUpCampaign>
}) {
  authorise(ctx, 'budget.write')
  const { id, amountFen, idempotencyKey } = TopUpCampaign.parse(input)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    await getCampaign(tx, id)
    await allocate(tx, {
      campaignId: id,
      amountFen,
      cause: 'top_up',
      causeId: topUpCause(id, idempotencyKey),
      now,
    })
    await recordAudit(tx, ctx, 'campaign.top_up', id, { amountFen })
    const budget = (await readBudgets(tx, [id])).get(id)
    if (!budget) throw new Error(`campaign ${id} lost its accounts`)
    return { budget }
  })
}
