import type { payout } from '@/src/db'
import { AppError } from '@/src/lib/errors'

export type PayoutState = (typeof payout.$inferSelect)['state']

/**
 * What may happen to a payout. `pay` hands it to whoever pays; `confirm`, `fail` and `give_back` are
 * what came of it, the last one with the money back in the wallet; `retry` sends one that failed on
 * its way again.
 */
export type PayoutEvent = 'pay' | 'confirm' | 'fail' | 'give_back' | 'retry'

/** The one table: from each state, what may happen and where it leads. */
const TRANSITIONS: Record<PayoutState, Partial<Record<PayoutEvent, PayoutState>>> = {
  claim_pending: { pay: 'paying' },
  paying: { confirm: 'paid', fail: 'failed', give_back: 'returned' },
  failed: { retry: 'claim_pending', give_back: 'returned' },
  paid: {},
  returned: {},
}

/** Where an event leads; undefined when it cannot happen in that state. */
function nextState(from: PayoutState, event: PayoutEvent): PayoutState | undefined {
  return TRANSITIONS[from][event]
}

/** Throws `wrong_state`, saying which states allow it. */
export function transition(from: PayoutState, event: PayoutEvent): PayoutState {
  const next = nextState(from, event)
  if (next) return next
  const allowed = (Object.keys(TRANSITIONS) as PayoutState[]).filter((state) => nextState(state, event))
  throw new AppError('wrong_state', `${event} needs a payout that is ${allowed.join(' or ')}, not ${from}`, [
    { code: 'wrong_state', path: [], params: { state: from, event, allowed: allowed.join() } },
  ])
}
