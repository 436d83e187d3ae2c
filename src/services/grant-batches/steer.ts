import type { z } from 'zod'
import { grantBatchRow } from '@/src/db'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { changeGrantBatch, holdGrantBatch, inBatch } from './internal'
import { SteerGrantBatch } from './schemas'
import { transition } from './state'

/**
 * Pauses a batch, lets it go on, tries once more what failed, or cancels whatever is not given yet.
 * The few members whose turn it is at that very moment still get theirs.
 */
export async function steerGrantBatch({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof SteerGrantBatch>
}) {
  authorise(ctx, 'grant.give')
  const { id, event } = SteerGrantBatch.parse(input)
  return ctx.db.transaction(async (tx) => {
    const batch = await holdGrantBatch(tx, id, ctx.clock.now())
    const state = transition(batch.state, event)
    if (event === 'retry')
      await tx.update(grantBatchRow).set({ result: 'waiting', refusal: null }).where(inBatch(id, 'failed'))
    // Whoever works on it notes the end, once nobody waits any more.
    await changeGrantBatch(tx, id, { state, stoppedBy: null, endedAt: null })
    await recordAudit(tx, ctx, `grant_batch.${event}`, id)
    return { state }
  })
}
