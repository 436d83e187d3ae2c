/** What a member may take out, in fen and times a day of the shop's. */
export const PAYOUT_RULES = { minimumFen: 100, fenPerDay: 500_000, timesPerDay: 3 } as const

/** The rule that refused a withdrawal. */
export type PayoutRule = 'minimum' | 'balance' | 'times_per_day' | 'amount_per_day' | 'identity_required'

interface Asked {
  amountFen: number
  balanceFen: number
}

/** Why an amount cannot be taken out of a balance; undefined when it can. */
export function refusedByAmount({ amountFen, balanceFen }: Asked): PayoutRule | undefined {
  if (amountFen > balanceFen) return 'balance'
  return amountFen < PAYOUT_RULES.minimumFen ? 'minimum' : undefined
}

/** Why it was too much for a day, whose withdrawals are given with this one among them. */
export function refusedByDay({ times, fen }: { times: number; fen: number }): PayoutRule | undefined {
  if (times > PAYOUT_RULES.timesPerDay) return 'times_per_day'
  return fen > PAYOUT_RULES.fenPerDay ? 'amount_per_day' : undefined
}
