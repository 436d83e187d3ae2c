import type { CartLine, CouponAnswer } from '@/schemas/redemption'
import { areStackable, type Offer } from './offer'
import { priceOrder } from './price-order'

/**
 * What an offer would come to beside those that are chosen. It does not displace them: where it
 * would, that is why it does not apply.
 */
export function besideChosen(
  lines: readonly CartLine[],
  chosen: readonly Offer[],
  offer: Offer,
): CouponAnswer {
  const rival = chosen.find((other) => !areStackable(other, offer))
  if (rival) return { id: offer.id, applies: false, refusal: { reason: 'not_stackable', withId: rival.id } }
  const { coupons } = priceOrder(lines, [...chosen, offer])
  const displaced = coupons.find(({ id, applies }) => id !== offer.id && !applies)
  const answer = coupons.find(({ id }) => id === offer.id)
  if (!answer) throw new Error(`${offer.id} was not priced`)
  if (!answer.applies || !displaced) return answer
  return { id: offer.id, applies: false, refusal: { reason: 'displaces', id: displaced.id } }
}
