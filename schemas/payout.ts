/** What became of one row of the bank's answer. */
export type PayoutRowOutcome = 'paid' | 'failed' | 'returned' | 'unchanged' | 'pending' | 'rejected'

/** Why a row was not taken. */
export type PayoutRowProblem =
  | 'bad_reference'
  | 'unknown'
  | 'bad_result'
  | 'bad_amount'
  | 'amount_differs'
  | 'contradicting'
  | 'earlier_attempt'
  | 'not_paying'
  | 'reason_too_long'
  | 'broken'

export interface PayoutResultRow {
  /** As spreadsheets count, from 1. */
  row: number
  /** The order as the file names it, cut short. */
  reference: string
  outcome: PayoutRowOutcome
  problem?: PayoutRowProblem
}

export interface PayoutResults {
  rows: PayoutResultRow[]
  counts: Record<PayoutRowOutcome, number>
}
