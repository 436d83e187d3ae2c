import type { z } from 'zod'
import {
  type CartLine,
  LockCoupons,
  type PricedAnswer,
  type Refusal,
  type RefusedAnswer,
  type UsedCoupon,
} from '@/schemas/redemption'
import { shopOrder, type Tx } from '@/src/db'
import type { MemberContext } from '../context'
import { lockGrants, unlockGrants } from '../grants/lock'
import { guard } from '../guard'
import { answerOnce } from './answer-once'
import { offerOf, readOwn, refusalOf } from './held-coupons'
import { orMoved } from './or-moved'
import { assertState, cartOf, changeOrder, findOrder, memberOf, type OrderRow } from './order'
import { letPointsGo } from './points/let-go'
import { endPoints, PointsRefused, takePoints } from './points/take-points'
import type { Offer } from './price/offer'
import { priceOrder } from './price/price-order'
import { refuseForeign } from './refuse'
import { refuseSplit } from './split'
import { costOf, storedPrice } from './stored-price'

const MINUTE_MS = 60_000

/**
 * Keeps coupons for an order until it is paid or the time is over, burns the points that are to come
 * off it, and answers what they take off each line. All of them, or none: then it is said of each why
 * it does not apply. Asked again for the same order with another key, what was kept before is let go
 * as far as it is not named again, and points come back first.
 *
 * @throws `unauthenticated` without a member, `not_found` for a coupon or an order that is not
 *   theirs, `wrong_state` for an order that was redeemed before, `idempotency_mismatch`.
 */
export async function lockCoupons({
  ctx,
  input,
}: {
  ctx: MemberContext
  input: z.input<typeof LockCoupons>
}): Promise<PricedAnswer | RefusedAnswer> {
  const memberId = memberOf(ctx)
  const { key, ...asked } = LockCoupons.parse(input)
  const { order, grantIds, points, minutes } = asked
  const { orderRef } = order
  await refuseForeign(ctx, { memberId, orderRef, grantIds })
  const request = { memberId, key, verb: 'lock' as const, input: asked }
  return answerOnce<PricedAnswer | RefusedAnswer>(ctx, request, async (tx, now) => {
    const before = await findOrder(tx, orderRef, memberId)
    if (before) assertState(before, ['locked', 'unlocked'])
    const lines = await cartOf(tx, order)
    const priced = await priceCoupons(tx, { memberId, order, lines, grantIds }, now)
    if ('status' in priced) return priced
    const until = new Date(now.getTime() + minutes * MINUTE_MS)
    const of = { memberId, orderRef, lines, now, timeZone: ctx.timeZone }
    if (before) await letPointsGo(tx, before, of)
    const coupons = [...priced.used]
    if (points !== undefined) {
      const attempt = (before?.revision ?? 0) + 1
      coupons.push(await takePoints(tx, { ...of, offers: priced.offers, points, attempt }))
    }
    const kept = { lines, coupons, lockedUntil: until, placedAt: now }
    const row = { ...emptyOrder(order, memberId), ...kept, payFen: priced.payFen - pointsFenOf(coupons) }
    await writeOrder(tx, before, row)
    const dropped = before?.coupons.flatMap(({ id }) => (grantIds.includes(id) ? [] : [id])) ?? []
    await unlockGrants(tx, { grantIds: dropped, memberId, orderRef })
    const ids = coupons.map(({ id }) => id)
    await orMoved(lockGrants(tx, { grantIds: ids, memberId, orderRef, until }, now))
    await endPoints(tx, coupons, now)
    return storedPrice(row, 'locked')
  }).catch((error) => {
    if (error instanceof PointsRefused) return error.answer(orderRef)
    throw error
  })
}

const pointsFenOf = (coupons: readonly UsedCoupon[]) =>
  coupons.reduce((sum, { points, lines }) => sum + (points === undefined ? 0 : costOf(lines)), 0)

interface Asked {
  memberId: string
  order: z.infer<typeof LockCoupons>['order']
  lines: CartLine[]
  grantIds: string[]
}

interface Priced {
  offers: Offer[]
  used: UsedCoupon[]
  payFen: number
}

/** What they come to together, or why some do not apply. */
async function priceCoupons(
  tx: Tx,
  { memberId, order: { orderRef, parties }, lines, grantIds }: Asked,
  now: Date,
): Promise<Priced | RefusedAnswer> {
  const refused = new Map<string, Refusal>()
  const held = await readOwn(tx, memberId, grantIds)
  for (const row of held) {
    const refusal = refusalOf(row, orderRef, now)
    if (refusal) refused.set(row.grant.id, refusal)
  }
  const offers = held.filter(({ grant }) => !refused.has(grant.id)).map(offerOf)
  const split = await refuseSplit(tx, { memberId, orderRef, hashes: parties, offers }, now)
  for (const [id, refusal] of split) refused.set(id, refusal)
  const usable = offers.filter(({ id }) => !refused.has(id))
  const priced = priceOrder(lines, usable)
  for (const answer of priced.coupons) if (!answer.applies) refused.set(answer.id, answer.refusal)
  if (refused.size > 0) {
    const coupons = [...refused].map(([id, refusal]) => ({ id, refusal }))
    return { status: 'refused', orderRef, coupons: coupons.sort((a, b) => (a.id < b.id ? -1 : 1)) }
  }
  const used = priced.coupons.flatMap((answer): UsedCoupon[] => {
    const offer = usable.find(({ id }) => id === answer.id)
    if (!offer || !answer.applies) return []
    const { id, thresholdFen, scope, stackGroup, isSubsidy } = offer
    return [{ id, thresholdFen, scope, stackGroup, ...(isSubsidy && { isSubsidy }), lines: answer.lines }]
  })
  return { offers: usable, used, payFen: priced.payFen }
}

const emptyOrder = ({ orderRef, parties }: Asked['order'], memberId: string) => ({
  orderRef,
  memberId,
  state: 'locked' as const,
  refundedFen: 0,
  returned: [],
  payerHash: parties.payer ?? null,
  deviceHash: parties.device ?? null,
  addressHash: parties.address ?? null,
  revision: 1,
})

async function writeOrder(tx: Tx, before: OrderRow | undefined, row: OrderRow): Promise<void> {
  if (before) {
    const { orderRef: _, memberId: __, revision: ___, ...change } = row
    return changeOrder(tx, before, change)
  }
  const made = await tx
    .insert(shopOrder)
    .values(row)
    .onConflictDoNothing()
    .returning({ orderRef: shopOrder.orderRef })
  guard(made.length === 1, 'redemptions')
}
