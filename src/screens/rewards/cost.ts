import type { ReservationPolicy } from '@/schemas/reward'

export interface CouponCost {
  /** In fen, all of these. */
  each: number
  expected: number
  worst: number
}

/** What giving a whole stock of coupons costs, all in fen; the server reserves by the same rule. */
export function couponCost(amountFen: number, stock: number, reservation: ReservationPolicy): CouponCost {
  const each =
    reservation.kind === 'full' ? amountFen : Math.ceil((amountFen * reservation.ratePpm) / 1_000_000)
  return { each, expected: each * stock, worst: amountFen * stock }
}
