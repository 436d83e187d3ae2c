import { and, asc, eq, gt, gte, lte, pointLot, sql, type Tx, wallet, walletEntry } from '@/src/db'
import { newId } from '@/src/lib/ids'
import type { AppContext } from '../context'
import { guard, untilGuarded } from '../guard'

/** Lots lapsed in one transaction, so that claims need not wait long for it. */
const AT_ONCE = 100

/**
 * Takes lapsed points out of the wallets, with an entry each. Nobody can spend them meanwhile:
 * what lapsed no longer counts when a member's points are read.
 */
export async function expirePoints(ctx: AppContext): Promise<void> {
  for (;;) {
    const now = ctx.clock.now()
    const lapsed = await untilGuarded(() => ctx.db.transaction((tx) => expireSome(tx, now)))
    if (lapsed < AT_ONCE) return
  }
}

/** Answers how many lots it emptied. Rows are touched as when wallets are written. */
async function expireSome(tx: Tx, now: Date): Promise<number> {
  const lots = await tx
    .select({ id: pointLot.id, memberId: pointLot.memberId, left: pointLot.left })
    .from(pointLot)
    .where(and(lte(pointLot.expiresAt, now), gt(pointLot.left, 0)))
    .orderBy(asc(pointLot.memberId), asc(pointLot.expiresAt), asc(pointLot.id))
    .limit(AT_ONCE)
  for (const memberId of [...new Set(lots.map((lot) => lot.memberId))].sort()) {
    const own = lots.filter((lot) => lot.memberId === memberId)
    const points = own.reduce((sum, { left }) => sum + left, 0)
    const taken = await tx
      .update(wallet)
      .set({ balance: sql`${wallet.balance} - ${points}` })
      .where(and(eq(wallet.memberId, memberId), eq(wallet.unit, 'points'), gte(wallet.balance, points)))
      .returning({ memberId: wallet.memberId })
    guard(taken.length > 0, 'wallets')
  }
  for (const { id, left } of lots) {
    const emptied = await tx
      .update(pointLot)
      .set({ left: 0 })
      .where(and(eq(pointLot.id, id), eq(pointLot.left, left)))
      .returning({ id: pointLot.id })
    // Somebody else was faster, here or in another process.
    guard(emptied.length > 0, 'wallets')
  }
  if (lots.length > 0) await tx.insert(walletEntry).values(lots.map((lot) => lapse(lot, now)))
  return lots.length
}

function lapse({ id, memberId, left }: { id: string; memberId: string; left: number }, now: Date) {
  const moved = { memberId, unit: 'points' as const, amount: -left }
  return { id: newId('wen', now), ...moved, cause: 'expiry' as const, causeId: id, createdAt: now }
}
