import type { z } from 'zod'
import { type Returned, ReverseOrder } from '@/schemas/redemption'
import { and, eq, inArray, redemption, type Tx, walletEntry } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import type { MemberContext } from '../context'
import { readGrantRows } from '../grants/grant-rows'
import { reverseRedemption } from '../grants/reverse'
import { answerOnce } from './answer-once'
import { changeOrder, getOrder, memberOf, type OrderRow } from './order'
import { type Refund, refundOf } from './price/refund'

/** What is refunded, and what becomes of each coupon; amounts in fen. */
export interface ReversedAnswer {
  status: 'reversed'
  orderRef: string
  refundFen: number
  /** What the discount that was taken back comes to beyond this refund; the next ones pay it first. */
  owedFen: number
  lines: Refund['lines']
  coupons: (Refund['offers'][number] & { isGivenBack: boolean })[]
  /** The points that came back with it. */
  points: number
}

/**
 * Some of a paid order comes back, or all that is left of it: what is refunded for each line, and how
 * much of each coupon's discount is taken back (冲正). Thresholds are tested again on what is kept. A
 * coupon of which nothing is used any more is the member's again while it is valid.
 *
 * @throws `unauthenticated` without a member, `not_found` for an order that is not theirs,
 *   `wrong_state` for one that is not redeemed, `invalid_input` for a line it does not have or more
 *   than is left of one, `idempotency_mismatch`.
 */
export async function reverseOrder({
  ctx,
  input,
}: {
  ctx: MemberContext
  input: z.input<typeof ReverseOrder>
}): Promise<ReversedAnswer> {
  const memberId = memberOf(ctx)
  const { key, ...asked } = ReverseOrder.parse(input)
  const { orderRef, reason } = asked
  return answerOnce(ctx, { memberId, key, verb: 'reverse', input: asked }, async (tx, now) => {
    const order = await getOrder(tx, orderRef, memberId, ['redeemed'])
    const before = new Map(order.returned.map(({ lineId, quantity }) => [lineId, quantity]))
    const returning = asked.returned ?? leftOf(order, before)
    assertLeft(order, before, returning)
    const used = await readUsed(tx, order)
    const refund = refundOf(
      { lines: order.lines, offers: order.coupons },
      {
        returned: before,
        refundedFen: order.refundedFen,
        givenFen: new Map([...used].map(([id, { costFen, reversedFen }]) => [id, costFen - reversedFen])),
      },
      returning,
    )
    for (const { lineId, quantity } of returning) before.set(lineId, (before.get(lineId) ?? 0) + quantity)
    const isAll = leftOf(order, before).length === 0
    await changeOrder(tx, order, {
      state: isAll ? 'reversed' : 'redeemed',
      returned: [...before].map(([lineId, quantity]) => ({ lineId, quantity })),
      refundedFen: order.refundedFen + refund.refundFen,
    })
    const reversalIds: string[] = []
    for (const { id, takenBackFen } of refund.offers) {
      const redemptionId = used.get(id)?.id
      if (takenBackFen === 0 || redemptionId === undefined) continue
      const idempotency = `${orderRef}:${key}:${id}`
      const o = { redemptionId, amountFen: takenBackFen, reason, idempotency }
      reversalIds.push((await reverseRedemption(tx, o, now)).id)
    }
    const { refundFen, owedFen, lines } = refund
    const coupons = await withFate(tx, refund.offers)
    const points = await pointsBack(tx, reversalIds)
    return { status: 'reversed' as const, orderRef, refundFen, owedFen, lines, coupons, points }
  })
}

/** All that has not come back yet. */
function leftOf({ lines }: OrderRow, returned: ReadonlyMap<string, number>): Returned[] {
  return lines.flatMap(({ lineId, quantity }) => {
    const left = quantity - (returned.get(lineId) ?? 0)
    return left > 0 ? [{ lineId, quantity: left }] : []
  })
}

function assertLeft(
  order: OrderRow,
  returned: ReadonlyMap<string, number>,
  returning: readonly Returned[],
): void {
  const left = new Map(leftOf(order, returned).map(({ lineId, quantity }) => [lineId, quantity]))
  const details = returning.flatMap(({ lineId, quantity }, i) => {
    const most = left.get(lineId) ?? 0
    return quantity > most
      ? [{ code: 'more_than_left', path: ['returned', i], params: { lineId, left: most } }]
      : []
  })
  if (details.length === 0) return
  throw new AppError('invalid_input', `more of ${order.orderRef} comes back than is left`, details)
}

/** What each of its coupons cost it, and how much of that was taken back since. */
async function readUsed(tx: Tx, { orderRef, coupons }: OrderRow) {
  const ids = coupons.map(({ id }) => id)
  const rows = await tx
    .select()
    .from(redemption)
    .where(and(eq(redemption.orderRef, orderRef), inArray(redemption.grantId, ids)))
  return new Map(rows.map((row) => [row.grantId, row]))
}

async function withFate(tx: Tx, offers: Refund['offers']): Promise<ReversedAnswer['coupons']> {
  const grants = await readGrantRows(
    tx,
    offers.map(({ id }) => id),
  )
  return offers.map((offer) => ({
    ...offer,
    isGivenBack: offer.takenBackFen > 0 && grants.get(offer.id)?.grant.state === 'granted',
  }))
}

/** How many points came back with these reversals. */
async function pointsBack(tx: Tx, reversalIds: string[]): Promise<number> {
  if (reversalIds.length === 0) return 0
  const rows = await tx
    .select({ amount: walletEntry.amount })
    .from(walletEntry)
    .where(and(eq(walletEntry.cause, 'points_return'), inArray(walletEntry.causeId, reversalIds)))
  return rows.reduce((sum, { amount }) => sum + amount, 0)
}
