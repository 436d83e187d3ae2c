import { isLapsed, isSoldOut, type RewardFacts } from '../kit/tool'

/**
 * What one of a product costs with the best of the coupons, in fen, or undefined when none of them
 * applies: each must be one that a member can still be given, must not have lapsed, must be for all
 * products, and its threshold must be reached by the product alone. Never less than nothing.
 */
export function priceAfterCoupon(
  priceFen: number,
  coupons: readonly RewardFacts[],
  at: Date,
): number | undefined {
  const off = coupons.reduce((best, coupon) => Math.max(best, amountOff(priceFen, coupon, at)), 0)
  return off > 0 ? Math.max(0, priceFen - off) : undefined
}

function amountOff(priceFen: number, reward: RewardFacts, at: Date): number {
  const { terms } = reward
  if (terms.kind !== 'coupon' || !reward.isEnabled || isSoldOut(reward) || isLapsed(reward, at)) return 0
  const { amountFen, off, thresholdFen, scope } = terms
  // For some products only: whether this is one of them is known where it is bought.
  if (scope && scope.kind !== 'all') return 0
  // One for an item instead says nothing of what a product costs.
  if (priceFen < thresholdFen || off?.kind === 'exchange') return 0
  if (off?.kind !== 'percent') return amountFen
  return Math.min(Math.floor((priceFen * off.offPpm) / 1_000_000), amountFen)
}
