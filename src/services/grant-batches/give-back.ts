import { and, asc, eq, grantBatchRow, isUniqueViolation } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import type { AppContext, StaffContext } from '../context'
import { takeBack } from '../grants/revoke'
import type { GrantBatch, GrantBatchRow } from './internal'

/** Grants taken back before the batch is looked at again. */
const AT_ONCE = 20

/** Takes back the next of the grants that somebody asked back; answers false when there are none. */
export async function takeBackNext(ctx: AppContext, batch: GrantBatch): Promise<boolean> {
  const rows = await ctx.db.read
    .select()
    .from(grantBatchRow)
    .where(and(eq(grantBatchRow.batchId, batch.id), eq(grantBatchRow.takingBack, 'asked')))
    .orderBy(asc(grantBatchRow.position))
    .limit(AT_ONCE)
  for (const row of rows) {
    const refusal = await takeBackRow(ctx, row)
    if (refusal) await noteRefusal(ctx, row, refusal)
  }
  return rows.length > 0
}

/** Answers why it could not be taken back; when it could, the row was written with it. */
async function takeBackRow(ctx: AppContext, row: GrantBatchRow): Promise<string | undefined> {
  const { batchId, grantId, takenBackBy, takenBackReason } = row
  if (!grantId || !takenBackBy) throw new Error(`row ${row.position} of ${batchId} gave nothing to take back`)
  // They were allowed to when they asked.
  const staff = { id: takenBackBy, name: '', email: '', roles: [] }
  const asked: StaffContext = { ...ctx, requestId: batchId, staff }
  try {
    await takeBack(asked, { id: grantId, reason: takenBackReason ?? '' })
    return undefined
  } catch (error) {
    // Somebody else takes it back at this very moment: if they do not, it is still asked for.
    if (isUniqueViolation(error)) return undefined
    if (!(error instanceof AppError)) throw error
    return error.details[0]?.code ?? error.code
  }
}

async function noteRefusal(ctx: AppContext, row: GrantBatchRow, takenBackRefusal: string): Promise<void> {
  const { batchId, position } = row
  const own = and(eq(grantBatchRow.batchId, batchId), eq(grantBatchRow.position, position))
  await ctx.db.transaction((tx) =>
    tx
      .update(grantBatchRow)
      .set({ takingBack: 'refused', takenBackRefusal })
      .where(and(own, eq(grantBatchRow.takingBack, 'asked')))
      .returning({ position: grantBatchRow.position }),
  )
}
