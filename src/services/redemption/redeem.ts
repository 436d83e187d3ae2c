import type { z } from 'zod'
import { type PricedAnswer, RedeemOrder, type Refusal, type RefusedAnswer } from '@/schemas/redemption'
import type { Tx } from '@/src/db'
import { raiseOverruns } from '../alerts'
import type { MemberContext } from '../context'
import { type Overrun, redeemGrants } from '../grants/redeem'
import { answerOnce } from './answer-once'
import { offerOf, readOwn, refusalOf } from './held-coupons'
import { orMoved } from './or-moved'
import { changeOrder, getOrder, memberOf, type OrderRow } from './order'
import { refuseSplit } from './split'
import { costOf, storedPrice } from './stored-price'

/**
 * Uses the coupons that are kept for an order, as it was paid: what they were priced at then is what
 * they cost. An order that is paid late is honoured while its coupons still stand; when one was used
 * elsewhere or has lapsed meanwhile, nothing is redeemed and it is said which.
 *
 * @throws `unauthenticated` without a member, `not_found` for an order that is not theirs,
 *   `wrong_state` for one whose coupons are not kept any more, `idempotency_mismatch`.
 */
export async function redeemOrder({
  ctx,
  input,
}: {
  ctx: MemberContext
  input: z.input<typeof RedeemOrder>
}): Promise<PricedAnswer | RefusedAnswer> {
  const memberId = memberOf(ctx)
  const { key, orderRef } = RedeemOrder.parse(input)
  let overruns: Overrun[] = []
  const asked = { memberId, key, verb: 'redeem' as const, input: { orderRef } }
  const answer = await answerOnce<PricedAnswer | RefusedAnswer>(ctx, asked, async (tx, now) => {
    const order = await getOrder(tx, orderRef, memberId, ['locked'])
    const refused = await refusalsOf(tx, order, now)
    if (refused.size > 0) {
      return {
        status: 'refused',
        orderRef,
        coupons: [...refused].map(([id, refusal]) => ({ id, refusal })),
      }
    }
    await changeOrder(tx, order, { state: 'redeemed', placedAt: now })
    overruns = (await orMoved(redeemGrants(tx, redeemsOf(order), now))).overruns
    await raiseOverruns(tx, ctx, overruns, now)
    return storedPrice(order, 'redeemed')
  })
  // What was promised is honoured; whoever answers for the budget must know at once.
  for (const overrun of overruns)
    ctx.log.warn({ orderRef, ...overrun }, 'redeemed beyond the campaign’s money')
  return answer
}

/** Why some of its coupons cannot be used any more. */
async function refusalsOf(tx: Tx, order: OrderRow, now: Date): Promise<Map<string, Refusal>> {
  const { orderRef, memberId, coupons } = order
  const held = await readOwn(
    tx,
    memberId,
    coupons.map(({ id }) => id),
  )
  const refused = new Map<string, Refusal>()
  for (const row of held) {
    const refusal = refusalOf(row, orderRef, now)
    if (refusal) refused.set(row.grant.id, refusal)
  }
  // While it was not kept, another order may have taken one that this one would split.
  if (refused.size > 0 || order.lockedUntil > now) return refused
  const { payerHash, deviceHash, addressHash } = order
  const hashes = {
    ...(payerHash !== null && { payer: payerHash }),
    ...(deviceHash !== null && { device: deviceHash }),
    ...(addressHash !== null && { address: addressHash }),
  }
  return refuseSplit(tx, { memberId, orderRef, hashes, offers: held.map(offerOf) }, now)
}

const redeemsOf = ({ orderRef, memberId, coupons, payerHash, deviceHash, addressHash }: OrderRow) =>
  coupons.map(({ id: grantId, lines }) => ({
    grantId,
    memberId,
    orderRef,
    costFen: costOf(lines),
    lines,
    ...(payerHash !== null && { payerHash }),
    ...(deviceHash !== null && { deviceHash }),
    ...(addressHash !== null && { addressHash }),
    idempotency: `${orderRef}:${grantId}`,
  }))
