import { z } from 'zod'
import { Fen, ImageUrl, Instant, Link, plainText } from './primitives'

/** How long a reward lasts: until a fixed instant, or for whole days after it was granted. */
export const Validity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('until'), until: Instant }),
  z.strictObject({ kind: z.literal('days'), days: z.int().min(1).max(365) }),
])
export type Validity = z.infer<typeof Validity>

/**
 * What one grant sets aside in the budget: its whole cost, or the cost times the redemption rate
 * that is expected, in parts per million, rounded up to the fen. Only a coupon may be expected;
 * what is certain to be spent is reserved in full.
 */
export const ReservationPolicy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('full') }),
  z.strictObject({ kind: z.literal('expected'), ratePpm: z.int().min(1).max(1_000_000) }),
])
export type ReservationPolicy = z.infer<typeof ReservationPolicy>

/** Who pays for what is given: the platform, a merchant, or both by a fixed share (共担). */
export const CostBearer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('platform') }),
  z.strictObject({ kind: z.literal('merchant'), merchant: plainText(40, 1) }),
  z.strictObject({
    kind: z.literal('shared'),
    merchant: plainText(40, 1),
    /** The merchant's share in parts per million; of each amount it is rounded down to the fen. */
    merchantPpm: z.int().min(1).max(999_999),
  }),
])
export type CostBearer = z.infer<typeof CostBearer>

/** How much of an amount a merchant bears, in fen. */
export function merchantFenOf(bearer: CostBearer, amountFen: number): number {
  if (bearer.kind === 'platform') return 0
  if (bearer.kind === 'merchant') return amountFen
  return Number((BigInt(amountFen) * BigInt(bearer.merchantPpm)) / 1_000_000n)
}

/** What of an order a coupon counts and takes from: everything, some products, or some groups of them. */
export const CouponScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('skus'), skus: z.array(plainText(64, 1)).min(1).max(200) }),
  z.strictObject({ kind: z.literal('groups'), groups: z.array(plainText(64, 1)).min(1).max(50) }),
])
export type CouponScope = z.infer<typeof CouponScope>

/** True for a product that the coupon may be used for; a coupon that names no scope is for all. */
export function isInScope(
  scope: CouponScope | undefined,
  product: { sku: string; groups: readonly string[] },
): boolean {
  if (scope?.kind === 'skus') return scope.skus.includes(product.sku)
  if (scope?.kind === 'groups') return scope.groups.some((group) => product.groups.includes(group))
  return true
}

/** How a coupon takes off what it takes off. */
export const CouponOff = z.discriminatedUnion('kind', [
  /** Its whole amount. */
  z.strictObject({ kind: z.literal('amount') }),
  /** A part of what it counts, rounded down to the fen: whole percents, which Chinese says as 折. */
  z.strictObject({
    kind: z.literal('percent'),
    offPpm: z.int().min(10_000).max(990_000).multipleOf(10_000),
  }),
  /** One item of what it counts, for nothing. */
  z.strictObject({ kind: z.literal('exchange') }),
])
export type CouponOff = z.infer<typeof CouponOff>

/** Something off an order that reaches the threshold. */
export const CouponTerms = z
  .strictObject({
    kind: z.literal('coupon'),
    /** What it takes off; of a percentage or of an item, at most so much. */
    amountFen: Fen.min(1),
    /** Absent for its whole amount. */
    off: CouponOff.optional(),
    /** The order must reach this; 0 means any order. */
    thresholdFen: Fen,
    validity: Validity,
    /** Where 去使用 leads; empty hides it. */
    useLink: Link,
    /** Absent for all products. */
    scope: CouponScope.optional(),
    /**
     * An order takes one coupon of each such group beside those of other groups. Absent for a coupon
     * that is used alone.
     */
    stackGroup: plainText(40, 1).optional(),
  })
  .refine((c) => !takesAmount(c) || c.thresholdFen === 0 || c.thresholdFen >= c.amountFen, {
    error: 'threshold_below_amount',
    path: ['thresholdFen'],
  })
export type CouponTerms = z.infer<typeof CouponTerms>

/** True for a coupon that takes off its whole amount. */
export function takesAmount({ off }: { off?: CouponOff | undefined }): boolean {
  return off === undefined || off.kind === 'amount'
}

/**
 * Money into the member's balance. A tool that draws amounts, such as a red packet, gives at most
 * this much at once.
 */
const CashTerms = z.strictObject({
  kind: z.literal('cash'),
  amountFen: Fen.min(1).max(5_000_000),
  /** Where the balance can be spent; empty hides it. */
  useLink: Link,
})

/**
 * An amount off whatever an order still comes to when its coupons have taken their turn, beside any
 * of them. It is used once: what an order leaves of it goes back to the budget.
 */
const SubsidyTerms = z.strictObject({
  kind: z.literal('subsidy'),
  amountFen: Fen.min(1),
  validity: Validity,
  useLink: Link,
  /** Absent for all products. */
  scope: CouponScope.optional(),
})
export type SubsidyTerms = z.infer<typeof SubsidyTerms>

const PointsTerms = z
  .strictObject({
    kind: z.literal('points'),
    points: z.int().min(1).max(10_000_000),
    /** What these points cost the shop. */
    costFen: Fen,
    /** Whole days after which they lapse. */
    validDays: z.int().min(1).max(3_650),
    /** Whole days after which they can be spent, such as those of a refund. Absent for at once. */
    pendingDays: z.int().min(1).max(365).optional(),
    useLink: Link,
  })
  .refine(({ validDays, pendingDays = 0 }) => pendingDays < validDays, {
    error: 'lapse_while_pending',
    path: ['pendingDays'],
  })

/** A code of a partner's, from a list that was imported; each is given once. */
const PartnerVoucherTerms = z.strictObject({
  kind: z.literal('partner_voucher'),
  partner: plainText(40, 1),
  costFen: Fen,
  validity: Validity,
  howToUse: plainText(200),
  useLink: Link,
})

/** A thing that is sent to the member, who gives an address for it. */
const PhysicalTerms = z.strictObject({
  kind: z.literal('physical'),
  costFen: Fen,
  image: ImageUrl,
})

export const RewardTerms = z.discriminatedUnion('kind', [
  CouponTerms,
  CashTerms,
  SubsidyTerms,
  PointsTerms,
  PartnerVoucherTerms,
  PhysicalTerms,
])
export type RewardTerms = z.infer<typeof RewardTerms>
export type RewardKind = RewardTerms['kind']
export const REWARD_KINDS = ['coupon', 'cash', 'subsidy', 'points', 'partner_voucher', 'physical'] as const

/**
 * Whether a reward is taxed: `incidental` is a prize won by chance (偶然所得), whose tax the organiser
 * bears. What only lowers a price is exempt by its kind, and so are points.
 */
export const TaxClass = z.enum(['exempt', 'incidental'])
export type TaxClass = z.infer<typeof TaxClass>

/** Kinds that can be a taxed prize. */
const TAXABLE: readonly RewardKind[] = ['cash', 'partner_voucher', 'physical']
export const isTaxable = (kind: RewardKind) => TAXABLE.includes(kind)

/**
 * The tax on a prize of that value when the organiser bears it, so that the member gets the prize
 * whole: 20 % of what the two come to together, which is value × 20/80, rounded up to the fen. The
 * rate is that of 偶然所得 in article 3 of the Individual Income Tax Law (个人所得税法), on each winning
 * and without deductions (article 6); that prizes of promotions are such income, and coupons that
 * lower a price are not, is said by notice 74 of 2019 of 财政部 and 税务总局.
 */
export function taxFenOf(valueFen: number, taxClass: TaxClass): number {
  return taxClass === 'incidental' ? Math.ceil(valueFen / 4) : 0
}

/** What one of the reward costs the shop at most, in fen, without the tax on it. */
export function costFenOf(terms: RewardTerms): number {
  return 'amountFen' in terms ? terms.amountFen : terms.costFen
}

export const RewardTitle = plainText(40, 1)
export const Stock = z.int().min(0).max(1_000_000_000)
