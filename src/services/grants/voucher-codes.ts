import { and, asc, eq, isNull, type Tx, voucherCode } from '@/src/db'

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
  const codes = new Map<string, string>()
  for (const [i, grantId] of grantIds.entries()) {
    const next = free[i]
    if (!next) return undefined
    const given = await tx
      .update(voucherCode)
      .set({ grantId })
      .where(and(eq(voucherCode.id, next.id), isNull(voucherCode.grantId)))
      .returning({ id: voucherCode.id })
    if (given.length === 0) return undefined
    codes.set(grantId, next.code)
  }
  return codes
}
