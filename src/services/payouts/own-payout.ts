import type { PayoutRow } from './internal'

/** A payout as its member sees it. */
export type OwnPayout = ReturnType<typeof ownPayout>

export function ownPayout({ id, amountFen, state, reason, requestedAt, updatedAt }: PayoutRow) {
  const isAnswered = state === 'failed' || state === 'returned'
  return {
    id,
    amountFen,
    state,
    // What an earlier try came to is no longer true of one that is on its way again.
    reason: isAnswered ? reason : null,
    requestedAt: requestedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
