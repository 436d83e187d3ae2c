import type { z } from 'zod'
import { and, eq, grantBatchRow, inArray, isNull, or } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { holdGrantBatch, inBatch } from './internal'
import { TakeBackGrantBatch } from './schemas'

/**
 * Has what a batch gave taken back from its members, all or some of them; what came of each stands in
 * its row. Throws `wrong_state` when all is asked for while it still gives.
 */
export async function takeBackGrantBatch({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof TakeBackGrantBatch>
}) {
  const staff = authorise(ctx, 'grant.revoke')
  const { id, reason, positions } = TakeBackGrantBatch.parse(input)
  return ctx.db.transaction(async (tx) => {
    const { state } = await holdGrantBatch(tx, id, ctx.clock.now())
    if (state === 'running' && !positions)
      throw new AppError('wrong_state', `${id} still gives`, [{ code: 'pause_first' }])
    const asked = await tx
      .update(grantBatchRow)
      .set({
        takingBack: 'asked',
        takenBackBy: staff.id,
        takenBackReason: reason,
        takenBackRefusal: null,
      })
      .where(
        and(
          inBatch(id, 'granted'),
          or(isNull(grantBatchRow.takingBack), eq(grantBatchRow.takingBack, 'refused')),
          positions ? inArray(grantBatchRow.position, positions) : undefined,
        ),
      )
      .returning({ position: grantBatchRow.position })
    await recordAudit(tx, ctx, 'grant_batch.take_back', id, { reason, rows: asked.length })
    return { asked: asked.length }
  })
}
