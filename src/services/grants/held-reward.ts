import type { Given, HeldReward } from '@/schemas/outcome'
import type { RewardTerms } from '@/schemas/reward'
import { type GrantState, isSpentAtOnce } from './state'

export interface HeldGrant {
  id: string
  state: GrantState
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
    state: shownState(grant, now),
    grantedAt: grantedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    useLink: reward.terms.kind === 'physical' ? '' : reward.terms.useLink,
  }
}

/**
 * What the member is told. What was spent for them at once is theirs to use until it lapses; a lock
 * and a lapse are seen by the clock, also before a job has recorded them.
 */
export function shownState(
  { state, given, expiresAt }: Pick<HeldGrant, 'state' | 'given' | 'expiresAt'>,
  now: Date,
): HeldReward['state'] {
  if (state === 'revoked' || state === 'reversed') return 'revoked'
  if (state === 'redeemed' && !isSpentAtOnce(given.kind)) return 'used'
  return state === 'expired' || (expiresAt !== null && expiresAt <= now) ? 'expired' : 'granted'
}
