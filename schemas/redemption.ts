import { z } from 'zod'
import { Fen, Id, IdempotencyKey, Instant, plainText } from './primitives'
import type { CouponScope } from './reward'

/** What the shop calls an order, or a line of one. */
const ShopRef = plainText(64, 1)

/** What comes off one line of an order. */
export const LineDiscount = z.strictObject({ lineId: z.string().min(1).max(64), discountFen: Fen })
export type LineDiscount = z.infer<typeof LineDiscount>

/** A line of the shop's order, at the price that is paid without coupons. */
export const OrderLine = z.strictObject({
  lineId: ShopRef,
  sku: ShopRef,
  /** What coupons are limited by; left out, the group of the shop's product list counts. */
  groups: z.array(plainText(64, 1)).max(20).optional(),
  unitFen: Fen.max(1_000_000_000),
  quantity: z.int().min(1).max(10_000),
})
export type OrderLine = z.infer<typeof OrderLine>

/** A line whose groups are known. */
export type CartLine = OrderLine & { groups: string[] }

/** A coupon as an order used it, with the terms it was tested on. */
export interface UsedCoupon {
  id: string
  thresholdFen: number
  scope?: CouponScope
  stackGroup?: string
  /** A subsidy: used after the coupons, and beside any of them. */
  isSubsidy?: true
  /** The points that became it, of a subsidy that was made for this order. */
  points?: number
  lines: LineDiscount[]
}

/** SHA-256 in lower-case hex of whatever the shop knows somebody by: we never see that itself. */
const PartyHash = z.string().regex(/^[0-9a-f]{64}$/)

/** The three ways in which orders can belong together. */
export const PARTIES = ['payer', 'device', 'address'] as const
export const Party = z.enum(PARTIES)
export type Party = z.infer<typeof Party>

/** An order before it is paid. */
export const Order = z.strictObject({
  orderRef: ShopRef,
  lines: z
    .array(OrderLine)
    .min(1)
    .max(200)
    .refine((lines) => new Set(lines.map((line) => line.lineId)).size === lines.length, {
      error: 'line_twice',
    }),
  /** Who pays, on which device, and where it is sent; what is not known is left out. */
  parties: z.partialRecord(Party, PartyHash).default({}),
})
export type Order = z.infer<typeof Order>

/** Why a coupon does not apply to an order. */
export const Refusal = z.discriminatedUnion('reason', [
  /** What it counts comes to `missingFen` less than it asks. */
  z.strictObject({ reason: z.literal('below_threshold'), missingFen: Fen }),
  z.strictObject({ reason: z.literal('out_of_scope') }),
  /** The coupons before it left nothing to take from. */
  z.strictObject({ reason: z.literal('nothing_left') }),
  z.strictObject({ reason: z.literal('not_stackable'), withId: Id }),
  /** With it `id` would not apply any more. */
  z.strictObject({ reason: z.literal('displaces'), id: Id }),
  z.strictObject({ reason: z.literal('expired'), at: Instant }),
  /** Kept for another order until then. */
  z.strictObject({ reason: z.literal('locked'), until: Instant }),
  z.strictObject({ reason: z.literal('used') }),
  z.strictObject({ reason: z.literal('revoked') }),
  z.strictObject({ reason: z.literal('not_a_coupon') }),
  /** An order of the same payer, device or address took one like it in the last `minutes`. */
  z.strictObject({ reason: z.literal('split_order'), party: Party, minutes: z.int() }),
  /** The shop takes no points now: it never did, or what pays for it is not running or has no money. */
  z.strictObject({ reason: z.literal('points_not_taken') }),
  /** Only whole steps of so many points are taken. */
  z.strictObject({ reason: z.literal('points_in_steps'), step: z.int() }),
  /** The order takes no more than so many. */
  z.strictObject({ reason: z.literal('points_too_many'), most: z.int() }),
  z.strictObject({ reason: z.literal('points_short'), missing: z.int() }),
])
export type Refusal = z.infer<typeof Refusal>

/** What one coupon comes to on an order: what it takes off, line by line, or why nothing. */
export type CouponAnswer = { id: string } & (
  | { applies: true; discountFen: number; lines: LineDiscount[] }
  | { applies: false; refusal: Refusal }
)

/** What is paid for a line: what it is worth less what comes off. */
export interface PricedLine {
  lineId: string
  worthFen: number
  discountFen: number
  payFen: number
}

/** Coupons that one order takes at most. */
export const MOST_COUPONS = 10

const GrantIds = z
  .array(Id)
  .max(MOST_COUPONS)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'coupon_twice' })

const Points = z.int().min(1).max(1_000_000_000)

/**
 * What would come off: with the coupons chosen, or with the best of those the member holds, and
 * with points when they are asked for, so many or the most that is taken.
 */
export const ValidateCart = z.object({
  order: Order,
  chosen: GrantIds.optional(),
  points: z.union([Points, z.literal('most')]).optional(),
})

export const LockCoupons = z
  .object({
    key: IdempotencyKey,
    order: Order,
    grantIds: GrantIds,
    /** How many points come off it too. */
    points: Points.optional(),
    /** How long the order has to be paid. */
    minutes: z.int().min(1).max(1_440).default(30),
  })
  .refine(({ grantIds, points }) => grantIds.length > 0 || points !== undefined, {
    error: 'nothing_to_use',
    path: ['grantIds'],
  })

/** How points come off an order (积分抵现). */
export const PointsRule = z.object({
  isOn: z.boolean(),
  /** Which campaign pays. */
  campaignId: Id,
  /** So many points take off so much; only whole steps are taken. */
  stepPoints: z.int().min(1).max(1_000_000),
  stepFen: Fen.min(1).max(1_000_000),
  /** At most this part of what coupons left to pay, in parts per million. */
  mostPpm: z.int().min(1).max(1_000_000),
})
export type PointsRule = z.infer<typeof PointsRule>

export const RedeemOrder = z.object({ key: IdempotencyKey, orderRef: ShopRef })
export const UnlockOrder = z.object({ key: IdempotencyKey, orderRef: ShopRef })

/** Some of a line, as it comes back. */
export const Returned = z.strictObject({ lineId: ShopRef, quantity: z.int().min(1).max(10_000) })
export type Returned = z.infer<typeof Returned>

export const ReverseOrder = z.object({
  key: IdempotencyKey,
  orderRef: ShopRef,
  /** What comes back now; left out, all that has not come back yet. */
  returned: z
    .array(Returned)
    .min(1)
    .max(200)
    .refine((lines) => new Set(lines.map((line) => line.lineId)).size === lines.length, {
      error: 'line_twice',
    })
    .optional(),
  reason: plainText(200, 1),
})

/** Minutes in which orders of one party count as one; 0 where that is not watched. */
export const SplitWindows = z.strictObject({
  payer: z.int().min(0).max(10_080),
  device: z.int().min(0).max(10_080),
  address: z.int().min(0).max(10_080),
})
export type SplitWindows = z.infer<typeof SplitWindows>

/** An order with its coupons kept for it, or used on it: what comes off each line. */
export interface PricedAnswer {
  status: 'locked' | 'redeemed'
  orderRef: string
  /** Until when they are kept. */
  lockedUntil: string
  coupons: { id: string; discountFen: number; points?: number; lines: LineDiscount[] }[]
  lines: PricedLine[]
  discountFen: number
  payFen: number
}

/** Nothing was changed: these coupons do not apply, or the points are not taken. */
export interface RefusedAnswer {
  status: 'refused'
  orderRef: string
  coupons: { id: string; refusal: Refusal }[]
  points?: Refusal
}
