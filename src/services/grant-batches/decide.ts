import type { z } from 'zod'
import type { Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext, StaffIdentity } from '../context'
import { authorise } from '../staff/authorise'
import { readContents } from './contents'
import { changeGrantBatch, type GrantBatch, holdGrantBatch } from './internal'
import { RejectGrantBatch, SubmitGrantBatch } from './schemas'
import { type GrantBatchEvent, transition } from './state'
import { changed } from './submit'

/**
 * A second person lets a batch begin, as they looked at it. Throws `forbidden` to whoever submitted
 * it, `conflict` when anything of it is not what was submitted.
 */
export async function confirmGrantBatch({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof SubmitGrantBatch>
}) {
  const staff = authorise(ctx, 'grant.confirm')
  const { id, contentHash } = SubmitGrantBatch.parse(input)
  return ctx.db.transaction(async (tx) => {
    const { batch, state } = await toBeDecided(tx, ctx, { id, staff, event: 'confirm' })
    const contents = await readContents(tx, batch)
    // The reward too: what it costs may have been changed since.
    if (batch.contentHash !== contentHash || contents.contentHash !== contentHash) throw changed(id)
    await changeGrantBatch(tx, id, { state, decidedBy: staff.id, decidedAt: ctx.clock.now() })
    await recordAudit(tx, ctx, 'grant_batch.confirm', id, { contentHash })
    return { state }
  })
}

/** A second person refuses a batch for good, and says why. */
export async function rejectGrantBatch({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof RejectGrantBatch>
}) {
  const staff = authorise(ctx, 'grant.confirm')
  const { id, contentHash, reason } = RejectGrantBatch.parse(input)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const { batch, state } = await toBeDecided(tx, ctx, { id, staff, event: 'reject' })
    if (batch.contentHash !== contentHash) throw changed(id)
    const decided = { decidedBy: staff.id, decidedAt: now, decisionReason: reason }
    await changeGrantBatch(tx, id, { state, ...decided, endedAt: now })
    await recordAudit(tx, ctx, 'grant_batch.reject', id, { reason })
    return { state }
  })
}

interface Deciding {
  id: string
  staff: StaffIdentity
  event: GrantBatchEvent
}

async function toBeDecided(tx: Tx, ctx: StaffContext, { id, staff, event }: Deciding) {
  const batch: GrantBatch = await holdGrantBatch(tx, id, ctx.clock.now())
  const state = transition(batch.state, event)
  if (batch.submittedBy === staff.id)
    throw new AppError('forbidden', `${staff.id} submitted ${id}`, [{ code: 'own_batch' }])
  return { batch, state }
}
