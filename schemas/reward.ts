import { z } from 'zod'
import { Fen, Instant, Link, plainText } from './primitives'

/** How long a coupon lasts: until a fixed instant, or for whole days after it was granted. */
export const CouponValidity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('until'), until: Instant }),
  z.strictObject({ kind: z.literal('days'), days: z.int().min(1).max(365) }),
])
export type CouponValidity = z.infer<typeof CouponValidity>

/**
 * What one grant sets aside in the budget: the whole face value, or the face value times the
 * redemption rate that is expected, in parts per million, rounded up to the fen.
 */
export const ReservationPolicy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('full') }),
  z.strictObject({ kind: z.literal('expected'), ratePpm: z.int().min(1).max(1_000_000) }),
])
export type ReservationPolicy = z.infer<typeof ReservationPolicy>

export const CouponTerms = z
  .strictObject({
    amountFen: Fen.min(1),
    thresholdFen: Fen,
    validity: CouponValidity,
    /** Where 去使用 leads; empty hides it. */
    useLink: Link,
  })
  .refine((c) => c.thresholdFen === 0 || c.thresholdFen >= c.amountFen, {
    error: 'threshold_below_amount',
    path: ['thresholdFen'],
  })
export type CouponTerms = z.infer<typeof CouponTerms>

export const RewardTitle = plainText(40, 1)
export const Stock = z.int().min(0).max(1_000_000_000)
