import { and, eq, grantBatch, grantBatchRow, insertion, type ReadDb, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'

export type GrantBatch = typeof grantBatch.$inferSelect
export type GrantBatchRow = typeof grantBatchRow.$inferSelect

/** One batch. Throws `not_found`. */
export async function getGrantBatch(db: ReadDb, id: string): Promise<GrantBatch> {
  const [row] = await db.select().from(grantBatch).where(eq(grantBatch.id, id))
  if (!row) throw new AppError('not_found', `no batch of grants ${id}`)
  return row
}

/** The batch as it is once everybody who changes it at this moment is done. Throws `not_found`. */
export async function holdGrantBatch(tx: Tx, id: string, now: Date): Promise<GrantBatch> {
  const [row] = await tx.update(grantBatch).set({ updatedAt: now }).where(eq(grantBatch.id, id)).returning()
  if (!row) throw new AppError('not_found', `no batch of grants ${id}`)
  return row
}

/** Changes a batch that is held. */
export async function changeGrantBatch(
  tx: Tx,
  id: string,
  change: Partial<typeof grantBatch.$inferInsert>,
): Promise<void> {
  await tx.update(grantBatch).set(change).where(eq(grantBatch.id, id))
}

/** What a batch is once its content changes: nothing of what was submitted holds any more. */
export const NOT_SUBMITTED = {
  state: 'draft',
  contentHash: null,
  worstFen: null,
  submittedBy: null,
  submittedAt: null,
} as const

export interface ChosenMember {
  memberId: string
  remark: string
}

/** Puts these members in place of whoever was in a batch that is held, in their order; each is there once. */
export async function replaceRows(tx: Tx, batchId: string, members: readonly ChosenMember[]): Promise<void> {
  await tx.delete(grantBatchRow).where(eq(grantBatchRow.batchId, batchId))
  const rows = members.map(({ memberId, remark }, i) => ({
    batchId,
    position: i + 1,
    memberId,
    remark,
    result: 'waiting' as const,
  }))
  await tx.put(newRows, rows)
}

const newRows = insertion(grantBatchRow)

/** The key a row is given under: repeated, it is the same grant. */
export const keyOf = ({ batchId, position }: Pick<GrantBatchRow, 'batchId' | 'position'>) =>
  `${batchId}-${position}`

export const inBatch = (batchId: string, result: GrantBatchRow['result']) =>
  and(eq(grantBatchRow.batchId, batchId), eq(grantBatchRow.result, result))
