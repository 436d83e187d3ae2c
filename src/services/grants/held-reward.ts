import type { Given, HeldReward } from '@/schemas/outcome'
import type { RewardTerms } from '@/schemas/reward'

export interface HeldGrant {
  id: string
  rewardId: string
  given: Given
  grantedAt: Date
  expiresAt: Date | null
}

/** A grant as the phone shows it. */
export function heldReward(
  grant: HeldGrant,
  reward: { title: string; terms: RewardTerms },
  now: Date,
): HeldReward {
  const { id, rewardId, given, grantedAt, expiresAt } = grant
  return {
    id,
    rewardId,
    title: reward.title,
    given,
    state: expiresAt !== null && expiresAt <= now ? 'expired' : 'granted',
    grantedAt: grantedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    useLink: reward.terms.kind === 'physical' ? '' : reward.terms.useLink,
  }
}
