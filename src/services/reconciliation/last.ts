import { desc, isNotNull, type ReadDb, reconciliation } from '@/src/db'

/** When the books were last found to disagree, and in how many places; undefined when they agree. */
export async function lastDisagreement(
  db: ReadDb,
): Promise<{ ranAt: Date; differenceCount: number } | undefined> {
  const { ranAt, differenceCount } = reconciliation
  const [last] = await db
    .select({ ranAt, differenceCount })
    .from(reconciliation)
    .where(isNotNull(differenceCount))
    .orderBy(desc(reconciliation.id))
    .limit(1)
  return last?.differenceCount ? { ranAt: last.ranAt, differenceCount: last.differenceCount } : undefined
}
