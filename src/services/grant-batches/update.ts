import type { z } from 'zod'
import { eq, grantBatch, grantBatchRow } from '@/src/db'
import { recordAudit } from '../audit/record'
import { getCampaign } from '../campaigns/internal'
import type { StaffContext } from '../context'
import { getReward } from '../rewards/internal'
import { authorise } from '../staff/authorise'
import { changeGrantBatch, holdGrantBatch, NOT_SUBMITTED } from './internal'
import { GetGrantBatch, UpdateGrantBatch } from './schemas'
import { transition } from './state'

/** Changes what a batch gives and why. One that waits to be confirmed is a draft again: what was submitted is void. */
export async function updateGrantBatch({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof UpdateGrantBatch>
}) {
  authorise(ctx, 'grant.give')
  const { id, ...said } = UpdateGrantBatch.parse(input)
  return ctx.db.transaction(async (tx) => {
    const batch = await holdGrantBatch(tx, id, ctx.clock.now())
    transition(batch.state, 'edit')
    await getCampaign(tx, said.campaignId)
    await getReward(tx, said.rewardId)
    await changeGrantBatch(tx, id, { ...said, ...NOT_SUBMITTED })
    await recordAudit(tx, ctx, 'grant_batch.update', id, said)
    return { id }
  })
}

/** Takes back what was submitted before anybody confirmed it. */
export async function withdrawGrantBatch({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof GetGrantBatch>
}) {
  authorise(ctx, 'grant.give')
  const { id } = GetGrantBatch.parse(input)
  return ctx.db.transaction(async (tx) => {
    const batch = await holdGrantBatch(tx, id, ctx.clock.now())
    transition(batch.state, 'withdraw')
    await changeGrantBatch(tx, id, NOT_SUBMITTED)
    await recordAudit(tx, ctx, 'grant_batch.withdraw', id)
    return { id }
  })
}

/** Throws away a draft, of which nothing was ever given. */
export async function discardGrantBatch({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof GetGrantBatch>
}) {
  authorise(ctx, 'grant.give')
  const { id } = GetGrantBatch.parse(input)
  return ctx.db.transaction(async (tx) => {
    const batch = await holdGrantBatch(tx, id, ctx.clock.now())
    transition(batch.state, 'discard')
    await tx.delete(grantBatchRow).where(eq(grantBatchRow.batchId, id))
    await tx.delete(grantBatch).where(eq(grantBatch.id, id))
    await recordAudit(tx, ctx, 'grant_batch.discard', id, { name: batch.name })
    return { id }
  })
}
