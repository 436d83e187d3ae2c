import { and, asc, chunksOf, eq, inArray, isNull, sql, type Tx, voucherCode } from '@/src/db'

/**
 * Gives each of the grants one of the reward's codes that nobody has. Undefined when there are
 * fewer, or another process gave one of them meanwhile; the caller must then roll back.
 */
export async function assignCodes(
  tx: Tx,
  rewardId: string,
  grantIds: string[],
): Promise<Map<string, string> | undefined> {
  const free = await tx
    .select({ id: voucherCode.id, code: voucherCode.code })
    .from(voucherCode)
    .where(and(eq(voucherCode.rewardId, rewardId), isNull(voucherCode.grantId)))
    .orderBy(asc(voucherCode.id))
    .limit(grantIds.length)
  if (free.length < grantIds.length) return undefined
  const pairs = free.map(({ id, code }, i) => ({ id, code, grantId: grantIds[i] ?? '' }))
  for (const part of chunksOf(pairs)) {
    const whens = part.map(({ id, grantId }) => sql`when ${id} then ${grantId}`)
    const given = await tx
      .update(voucherCode)
      .set({ grantId: sql`case ${voucherCode.id} ${sql.join(whens, sql` `)} end` })
      .where(
        and(
          inArray(
            voucherCode.id,
            part.map(({ id }) => id),
          ),
          isNull(voucherCode.grantId),
        ),
      )
      .returning({ id: voucherCode.id })
    if (given.length < part.length) return undefined
  }
  return new Map(pairs.map(({ grantId, code }) => [grantId, code]))
}
