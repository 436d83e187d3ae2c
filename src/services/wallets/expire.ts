import { and, asc, eq, gt, lte, pointLot, sql, wallet, walletEntry } from '@/src/db'
import { newId } from '@/src/lib/ids'
import type { AppContext } from '../context'

/** Lots lapsed in one transaction, so that claims need not wait long for it. */
const AT_ONCE = 200

/**
 * Takes lapsed points out of the wallets, with an entry each. Nobody can spend them meanwhile:
 * what lapsed no longer counts when a member's points are read.
 */
export async function expirePoints(ctx: AppContext): Promise<void> {
  for (;;) {
    const now = ctx.clock.now()
    const isLapsed = and(lte(pointLot.expiresAt, now), gt(pointLot.left, 0))
    const lapsed = await ctx.db.transaction(async (tx) => {
      const lots = await tx.select().from(pointLot).where(isLapsed).orderBy(asc(pointLot.id)).limit(AT_ONCE)
      for (const { id, memberId, left } of lots) {
        const emptied = await tx
          .update(pointLot)
          .set({ left: 0 })
          .where(and(eq(pointLot.id, id), eq(pointLot.left, left)))
          .returning({ id: pointLot.id })
        // Somebody else was faster, here or in another process.
        if (emptied.length === 0) continue
        await tx
          .update(wallet)
          .set({ balance: sql`${wallet.balance} - ${left}` })
          .where(and(eq(wallet.memberId, memberId), eq(wallet.unit, 'points')))
        await tx.insert(walletEntry).values({
          id: newId('wen', now),
          memberId,
          unit: 'points',
          amount: -left,
          cause: 'expiry',
          causeId: id,
          createdAt: now,
        })
      }
      return lots.length
    })
    if (lapsed < AT_ONCE) return
  }
}
