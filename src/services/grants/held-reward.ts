import type { HeldReward } from '@/schemas/outcome'
import type { CouponTerms } from '@/schemas/reward'

/** A grant as the phone shows it. */
export function heldReward(
  grant: { id: string; rewardId: string; grantedAt: Date; expiresAt: Date },
  reward: { title: string; coupon: CouponTerms },
  now: Date,
): HeldReward {
  const { amountFen, thresholdFen, useLink } = reward.coupon
  return {
    id: grant.id,
    rewardId: grant.rewardId,
    kind: 'coupon',
    title: reward.title,
    coupon: { amountFen, thresholdFen },
    state: grant.expiresAt <= now ? 'expired' : 'granted',
    grantedAt: grant.grantedAt.toISOString(),
    expiresAt: grant.expiresAt.toISOString(),
    useLink,
  }
}
