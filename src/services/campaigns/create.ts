import type { z } from 'zod'
import { campaign, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import { allocate, CAMPAIGN_ACCOUNTS, openAccounts } from '../budgets/ledger'
import type { StaffContext } from '../context'
import { authorise, requireStaff } from '../staff/authorise'
import { CreateCampaign } from './schemas'

/** Makes a draft campaign with its budget, in fen, taken from the department. */
export async function createCampaign({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof CreateCampaign>
}) {
  authorise(ctx, 'campaign.write')
  const parsed = CreateCampaign.parse(input)
  return ctx.db.transaction((tx) => addCampaign(tx, ctx, parsed))
}

/** The same as part of a larger transaction, whose verb has authorised it. */
export async function addCampaign(
  tx: Tx,
  ctx: StaffContext,
  { name, startsAt, endsAt, collectsUntil, budgetFen }: z.output<typeof CreateCampaign>,
): Promise<{ id: string }> {
  const now = ctx.clock.now()
  const id = newId('cmp', now)
  await tx.insert(campaign).values({
    id,
    name,
    state: 'draft',
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    collectsUntil: collectsUntil === undefined ? null : new Date(collectsUntil),
    createdBy: requireStaff(ctx).id,
    createdAt: now,
    updatedAt: now,
  })
  await openAccounts(tx, id, CAMPAIGN_ACCOUNTS, now)
  if (budgetFen > 0)
    await allocate(tx, { campaignId: id, amountFen: budgetFen, cause: 'allocation', causeId: id, now })
  await recordAudit(tx, ctx, 'campaign.create', id, { name, budgetFen })
  return { id }
}
