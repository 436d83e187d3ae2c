import type { z } from 'zod'
import { campaign } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import { allocate, CAMPAIGN_ACCOUNTS, openAccounts } from '../budgets/ledger'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { CreateCampaign } from './schemas'

/** Makes a draft campaign with its budget, in fen, taken from the department. */
export async function createCampaign({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof CreateCampaign>
}) {
  const staff = authorise(ctx, 'campaign.write')
  const { name, startsAt, endsAt, collectsUntil, budgetFen } = CreateCampaign.parse(input)
  const now = ctx.clock.now()
  const id = newId('cmp', now)
  return ctx.db.transaction(async (tx) => {
    await tx.insert(campaign).values({
      id,
      name,
      state: 'draft',
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      collectsUntil: collectsUntil === undefined ? null : new Date(collectsUntil),
      createdBy: staff.id,
      createdAt: now,
      updatedAt: now,
    })
    await openAccounts(tx, id, CAMPAIGN_ACCOUNTS, now)
    if (budgetFen > 0)
      await allocate(tx, { campaignId: id, amountFen: budgetFen, cause: 'allocation', causeId: id, now })
    await recordAudit(tx, ctx, 'campaign.create', id, { name, budgetFen })
    return { id }
  })
}
