import type { ReservationPolicy } from '@/schemas/reward'

export interface RewardCost {
  /** In fen, all of these. */
  each: number
  expected: number
  worst: number
}

/** What giving a whole stock costs, all in fen; the server reserves by the same rule. */
export function costOfStock(costFen: number, stock: number, reservation: ReservationPolicy): RewardCost {
  const each = reservation.kind === 'full' ? costFen : Math.ceil((costFen * reservation.ratePpm) / 1_000_000)
  return { each, expected: each * stock, worst: costFen * stock }
}
