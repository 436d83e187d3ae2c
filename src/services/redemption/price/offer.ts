import type { CartLine } from '@/schemas/redemption'
import { type CouponScope, isInScope } from '@/schemas/reward'

/** What an offer takes off, all in fen: an amount, a part of a price, or one item. */
export type Benefit =
  | { kind: 'amount'; amountFen: number }
  /** Parts per million of what it counts, rounded down to the fen, at most `maxFen`. */
  | { kind: 'percent'; offPpm: number; maxFen: number }
  /** One item for nothing, as far as it costs no more than `maxFen`. */
  | { kind: 'exchange'; maxFen: number }

/** A coupon as an order sees it. */
export interface Offer {
  id: string
  benefit: Benefit
  /** What the products it is for must come to; 0 for any order. */
  thresholdFen: number
  /** Undefined for all products. */
  scope?: CouponScope
  /** Coupons of one group exclude each other; one without a group excludes all others. */
  stackGroup?: string
  /** A subsidy excludes nothing: it comes off what the coupons left. */
  isSubsidy?: true
  /** When it lapses, in milliseconds; Infinity when it does not. Of two alike the first to lapse is used. */
  lapsesAt: number
}

export const worthOf = ({ unitFen, quantity }: CartLine) => unitFen * quantity

export const isFor = (offer: Pick<Offer, 'scope'>, { sku, groups }: CartLine) =>
  isInScope(offer.scope, { sku, groups })

type Stacked = Pick<Offer, 'stackGroup' | 'isSubsidy'>

/** False when an order takes only one of the two. */
export function areStackable(a: Stacked, b: Stacked): boolean {
  if (a.isSubsidy || b.isSubsidy) return true
  return a.stackGroup !== undefined && b.stackGroup !== undefined && a.stackGroup !== b.stackGroup
}

/** An item goes before a sum is taken off, and a sum before a part of what is left. */
const TURN: Record<Benefit['kind'], number> = { exchange: 0, amount: 1, percent: 2 }

/** For some products before for all: what is left then still counts for the wider one. */
const WIDTH: Record<CouponScope['kind'], number> = { skus: 0, groups: 1, all: 2 }

/**
 * The one order in which offers take their turn, whatever order they came in: coupons before
 * subsidies, by what they take, from the narrowest scope, from the highest threshold, from the first
 * to lapse.
 */
export function inTurn(offers: readonly Offer[]): Offer[] {
  return [...offers].sort(
    (a, b) =>
      Number(a.isSubsidy ?? false) - Number(b.isSubsidy ?? false) ||
      TURN[a.benefit.kind] - TURN[b.benefit.kind] ||
      WIDTH[a.scope?.kind ?? 'all'] - WIDTH[b.scope?.kind ?? 'all'] ||
      b.thresholdFen - a.thresholdFen ||
      compare(a.lapsesAt, b.lapsesAt) ||
      compare(a.id, b.id),
  )
}

// Not by subtraction, which of two infinities is no number.
export const compare = <T extends number | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)
