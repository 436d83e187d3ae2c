import type { z } from 'zod'
import { grantBatch } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import { getCampaign } from '../campaigns/internal'
import type { StaffContext } from '../context'
import { getReward } from '../rewards/internal'
import { authorise } from '../staff/authorise'
import { CreateGrantBatch } from './schemas'

/** Makes a draft of a batch: one reward of one campaign's budget, still without members. */
export async function createGrantBatch({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof CreateGrantBatch>
}) {
  const staff = authorise(ctx, 'grant.give')
  const said = CreateGrantBatch.parse(input)
  const now = ctx.clock.now()
  const id = newId('gbt', now)
  return ctx.db.transaction(async (tx) => {
    await getCampaign(tx, said.campaignId)
    await getReward(tx, said.rewardId)
    const made = { id, ...said, state: 'draft' as const, memberCount: 0, createdBy: staff.id }
    await tx.insert(grantBatch).values({ ...made, createdAt: now, updatedAt: now })
    await recordAudit(tx, ctx, 'grant_batch.create', id, said)
    return { id }
  })
}
