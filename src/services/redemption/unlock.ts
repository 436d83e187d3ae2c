import type { z } from 'zod'
import { UnlockOrder } from '@/schemas/redemption'
import type { MemberContext } from '../context'
import { unlockGrants } from '../grants/lock'
import { answerOnce } from './answer-once'
import { changeOrder, getOrder, memberOf } from './order'
import { letPointsGo } from './points/let-go'

/**
 * Lets go of the coupons that are kept for an order which will not be paid; its points come back.
 *
 * @throws `unauthenticated` without a member, `not_found` for an order that is not theirs,
 *   `wrong_state` for one that was redeemed, `idempotency_mismatch`.
 */
export async function unlockOrder({
  ctx,
  input,
}: {
  ctx: MemberContext
  input: z.input<typeof UnlockOrder>
}) {
  const memberId = memberOf(ctx)
  const { key, orderRef } = UnlockOrder.parse(input)
  return answerOnce(ctx, { memberId, key, verb: 'unlock', input: { orderRef } }, async (tx, now) => {
    const order = await getOrder(tx, orderRef, memberId, ['locked', 'unlocked'])
    if (order.state === 'locked') {
      await changeOrder(tx, order, { state: 'unlocked' })
      await letPointsGo(tx, order, { now, timeZone: ctx.timeZone })
      await unlockGrants(tx, { grantIds: order.coupons.map(({ id }) => id), memberId, orderRef })
    }
    return { status: 'unlocked' as const, orderRef }
  })
}
