import type { orderRefusal as table } from '@/src/db'
import { orderRefusal, sql, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import type { MemberContext } from '../context'
import { readForeign, readOwn } from './held-coupons'

type Noted = Pick<typeof table.$inferInsert, 'memberId' | 'orderRef' | 'grantId' | 'reason' | 'details'>

/** Notes what an order tried that nobody does by mistake; again, it counts once more. */
export async function noteRefusal(tx: Tx, noted: Noted, now: Date): Promise<void> {
  await tx
    .insert(orderRefusal)
    .values({ ...noted, times: 1, firstAt: now, lastAt: now })
    .onConflictDoUpdate({
      target: [orderRefusal.memberId, orderRefusal.orderRef, orderRefusal.grantId, orderRefusal.reason],
      set: { times: sql`${orderRefusal.times} + 1`, details: noted.details, lastAt: now },
    })
}

/**
 * Refuses grants that the member does not have: `not_found`, in the same words whether there is no
 * such grant or it is another member's, so that nobody learns of it. The latter is noted.
 */
export async function refuseForeign(
  ctx: MemberContext,
  o: { memberId: string; orderRef: string; grantIds: readonly string[] },
): Promise<void> {
  if (o.grantIds.length === 0) return
  const foreign = await readForeign(ctx.db.read, o.memberId, o.grantIds)
  if (foreign.length > 0) {
    const now = ctx.clock.now()
    await ctx.db.transaction(async (tx) => {
      for (const { id: grantId, memberId: owner } of foreign) {
        const { memberId, orderRef } = o
        await noteRefusal(tx, { memberId, orderRef, grantId, reason: 'not_own', details: { owner } }, now)
      }
    })
  }
  const own = await readOwn(ctx.db.read, o.memberId, o.grantIds)
  const missing = o.grantIds.filter((id) => !own.some(({ grant }) => grant.id === id))
  if (missing.length > 0) throw new AppError('not_found', `no grants ${missing.join()} of ${o.memberId}`)
}
