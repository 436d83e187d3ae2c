import type { z } from 'zod'
import { type CouponAnswer, type PricedLine, type Refusal, ValidateCart } from '@/schemas/redemption'
import type { MemberContext } from '../context'
import type { GrantOfReward } from '../grants/grant-rows'
import { offerOf, readOwn, readUsable, refusalOf } from './held-coupons'
import { cartOf, memberOf } from './order'
import { type PointsAnswer, withPoints } from './points/with-points'
import { besideChosen } from './price/beside'
import { bestChoice } from './price/best-choice'
import { priceOrder } from './price/price-order'
import { refuseForeign } from './refuse'
import { splitRefusals } from './split'

/** What the member's coupons come to on an order; amounts in fen. */
export interface CartAnswer {
  /** Those of the chosen that apply, as they took their turn. */
  chosen: string[]
  /** Each of the chosen, and what each other one would come to beside them. */
  coupons: (CouponAnswer & { title: string; isChosen: boolean })[]
  lines: PricedLine[]
  discountFen: number
  payFen: number
  /** What points could take off, and do when they are asked for; null where the shop takes none. */
  points: PointsAnswer | null
}

/**
 * Which of the member's coupons apply to an order, why the others do not, and what comes off each
 * line with those chosen; when none are named, with those that take most off. Changes nothing.
 *
 * @throws `unauthenticated` without a member, `not_found` for a chosen coupon that is not theirs.
 */
export async function validateCart({
  ctx,
  input,
}: {
  ctx: MemberContext
  input: z.input<typeof ValidateCart>
}): Promise<CartAnswer> {
  const memberId = memberOf(ctx)
  const { order, chosen, points } = ValidateCart.parse(input)
  const { orderRef } = order
  await refuseForeign(ctx, { memberId, orderRef, grantIds: chosen ?? [] })
  const now = ctx.clock.now()
  const { read } = ctx.db
  const held = await readHeld(read, memberId, chosen ?? [], now)
  const lines = await cartOf(read, order)

  const refused = new Map<string, Refusal>()
  for (const row of held) {
    const refusal = refusalOf(row, orderRef, now)
    if (refusal) refused.set(row.grant.id, refusal)
  }
  const offers = held.filter(({ grant }) => !refused.has(grant.id)).map(offerOf)
  const split = await splitRefusals(read, { orderRef, hashes: order.parties, offers }, now)
  for (const [id, { refusal }] of split) refused.set(id, refusal)

  const usable = offers.filter(({ id }) => !refused.has(id))
  const wanted = new Set(chosen ?? bestChoice(lines, usable))
  const { coupons, ...price } = priceOrder(
    lines,
    usable.filter(({ id }) => wanted.has(id)),
  )
  const applied = coupons.flatMap(({ id, applies }) => (applies ? [id] : []))
  const taken = usable.filter(({ id }) => applied.includes(id))
  const answers = new Map(coupons.map((answer) => [answer.id, answer]))
  for (const offer of usable) {
    if (!wanted.has(offer.id)) answers.set(offer.id, besideChosen(lines, taken, offer))
  }
  for (const [id, refusal] of refused) answers.set(id, { id, applies: false, refusal })
  return {
    chosen: applied,
    coupons: held.flatMap(({ grant, reward }) => {
      const answer = answers.get(grant.id)
      return answer ? [{ ...answer, title: reward.title, isChosen: wanted.has(grant.id) }] : []
    }),
    ...(await withPoints(read, { memberId, lines, offers: taken, price, asked: points, now })),
  }
}

/** What could be used, and what was named though it cannot be. */
async function readHeld(
  db: Parameters<typeof readOwn>[0],
  memberId: string,
  named: readonly string[],
  now: Date,
): Promise<GrantOfReward[]> {
  const usable = await readUsable(db, memberId, now)
  const others = named.filter((id) => !usable.some(({ grant }) => grant.id === id))
  return others.length === 0 ? usable : [...usable, ...(await readOwn(db, memberId, others))]
}
