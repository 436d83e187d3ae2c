import { z } from 'zod'
import { Fen, Id, ImageUrl, Instant } from './primitives'
import { CouponOff } from './reward'
import { ANSWER_PROBLEMS } from './submission'

/** What a coupon gives and asks, as the member may see it. */
export const CouponFace = z.strictObject({
  /** What it takes off; of a percentage or of an item, at most so much. */
  amountFen: Fen,
  /** Absent for its whole amount, as of all coupons before there were others. */
  off: CouponOff.optional(),
  /** The order must reach this; 0 means any order. */
  thresholdFen: Fen,
})
export type CouponFace = z.infer<typeof CouponFace>

/** What a grant gave, by its reward's kind. */
export const Given = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('coupon'), ...CouponFace.shape }),
  /** Already in the member's balance. */
  z.strictObject({ kind: z.literal('cash'), amountFen: Fen }),
  /** Off an order. */
  z.strictObject({ kind: z.literal('subsidy'), amountFen: Fen }),
  /** Already in the member's points. */
  z.strictObject({
    kind: z.literal('points'),
    points: z.int(),
    /** From when they can be spent; absent for at once. */
    availableAt: Instant.optional(),
  }),
  z.strictObject({
    kind: z.literal('partner_voucher'),
    partner: z.string(),
    code: z.string(),
    howToUse: z.string(),
  }),
  z.strictObject({
    kind: z.literal('physical'),
    image: ImageUrl,
    /** Whether the member has said where to send it. */
    hasAddress: z.boolean(),
  }),
])
export type Given = z.infer<typeof Given>

/** One reward a member holds, as the phone shows it. */
export const HeldReward = z.strictObject({
  id: Id,
  rewardId: Id,
  title: z.string(),
  given: Given,
  /** `used` and `revoked` can no longer be had; what lapsed unused is `expired`. */
  state: z.enum(['granted', 'used', 'expired', 'revoked']),
  grantedAt: Instant,
  /** Null when it does not lapse. */
  expiresAt: Instant.nullable(),
  /** Where to use it; empty when there is no such place. */
  useLink: z.string(),
})
export type HeldReward = z.infer<typeof HeldReward>

/** What the tool itself has to say of how the action ended: which prize, which packet. */
const detail = z.json().optional()

/**
 * How a member's action ended. These are answers, not errors: each says what happened and what
 * the view needs to say so kindly. `rule` names the limit or rule that refused.
 */
export const Outcome = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('granted'),
    rewards: z.array(HeldReward).min(1).max(50),
    /** Of an action that asked for several things: what each came to, by the tool's own names. */
    parts: z.array(z.strictObject({ name: z.string(), status: z.string() })).optional(),
    detail,
  }),
  /** Something happened, and it gives nothing by itself: a packet was sent, a chance was earned. */
  z.strictObject({ status: z.literal('done'), detail }),
  /** The draw was made and won nothing. */
  z.strictObject({ status: z.literal('no_prize'), detail }),
  /** No more draws left to this member. */
  z.strictObject({ status: z.literal('no_chance') }),
  z.strictObject({ status: z.literal('points_short'), missing: z.int() }),
  z.strictObject({ status: z.literal('balance_short'), missingFen: Fen }),
  z.strictObject({ status: z.literal('sold_out'), nextAt: Instant.optional() }),
  z.strictObject({ status: z.literal('limit_reached'), rule: z.string(), limit: z.int() }),
  z.strictObject({ status: z.literal('not_started'), startsAt: Instant }),
  z.strictObject({ status: z.literal('ended'), endedAt: Instant }),
  z.strictObject({ status: z.literal('suspended') }),
  z.strictObject({ status: z.literal('budget_exhausted') }),
  z.strictObject({ status: z.literal('not_eligible'), rule: z.string() }),
  /** Of a form: what was filled in cannot be taken as it is. */
  z.strictObject({
    status: z.literal('invalid'),
    problems: z
      .array(
        z.strictObject({ field: z.string(), code: z.enum(ANSWER_PROBLEMS), limit: z.number().optional() }),
      )
      .min(1)
      .max(100),
  }),
  /** The member has a reward of the same exclusivity group. */
  z.strictObject({ status: z.literal('excluded'), rule: z.string() }),
  /** A risk rule refused; which one, only staff learn. */
  z.strictObject({ status: z.literal('risk_blocked') }),
  z.strictObject({ status: z.literal('login_required') }),
  z.strictObject({ status: z.literal('busy'), retryAfterMs: z.int() }),
])
export type Outcome = z.infer<typeof Outcome>
export type OutcomeStatus = Outcome['status']

/** The stage a campaign is in for members, by the server's clock. */
export const CampaignPhase = z.enum(['not_started', 'running', 'suspended', 'ended'])
export type CampaignPhase = z.infer<typeof CampaignPhase>
