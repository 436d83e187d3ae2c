import { z } from 'zod'
import { Fen, Id, Instant } from './primitives'

/** What a coupon gives and asks, as the member may see it. */
export const CouponFace = z.strictObject({
  amountFen: Fen,
  /** The order must reach this; 0 means any order. */
  thresholdFen: Fen,
})
export type CouponFace = z.infer<typeof CouponFace>

/** One reward a member holds, as the phone shows it. */
export const HeldReward = z.strictObject({
  id: Id,
  rewardId: Id,
  kind: z.literal('coupon'),
  title: z.string(),
  coupon: CouponFace,
  state: z.enum(['granted', 'expired']),
  grantedAt: Instant,
  expiresAt: Instant,
  useLink: z.string(),
})
export type HeldReward = z.infer<typeof HeldReward>

/**
 * How a member's action ended. These are answers, not errors: each says what happened and what
 * the view needs to say so kindly. `rule` names the limit or rule that refused.
 */
export const Outcome = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('granted'), rewards: z.array(HeldReward).min(1).max(50) }),
  z.strictObject({ status: z.literal('sold_out'), nextAt: Instant.optional() }),
  z.strictObject({ status: z.literal('limit_reached'), rule: z.string(), limit: z.int() }),
  z.strictObject({ status: z.literal('not_started'), startsAt: Instant }),
  z.strictObject({ status: z.literal('ended'), endedAt: Instant }),
  z.strictObject({ status: z.literal('suspended') }),
  z.strictObject({ status: z.literal('budget_exhausted') }),
  z.strictObject({ status: z.literal('not_eligible'), rule: z.string() }),
  z.strictObject({ status: z.literal('login_required') }),
  z.strictObject({ status: z.literal('busy'), retryAfterMs: z.int() }),
])
export type Outcome = z.infer<typeof Outcome>
export type OutcomeStatus = Outcome['status']

/** The stage a campaign is in for members, by the server's clock. */
export const CampaignPhase = z.enum(['not_started', 'running', 'suspended', 'ended'])
export type CampaignPhase = z.infer<typeof CampaignPhase>
