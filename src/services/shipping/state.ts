import type { shipment } from '@/src/db'
import { AppError } from '@/src/lib/errors'

export type ParcelState = (typeof shipment.$inferSelect)['state']

/**
 * What may happen to a parcel. `ship` sends it, with a tracking number; `put_back` takes it off the
 * warehouse's list before it was; `return` is what comes back, and may be sent anew.
 */
export type ParcelEvent = 'ship' | 'put_back' | 'return'

/** The one table: from each state, what may happen and where it leads. */
const TRANSITIONS: Record<ParcelState, Partial<Record<ParcelEvent, ParcelState>>> = {
  exported: { ship: 'shipped', put_back: 'put_back' },
  shipped: { return: 'returned' },
  returned: {},
  put_back: {},
}

/** Throws `wrong_state`, saying which states allow it. */
export function transition(from: ParcelState, event: ParcelEvent): ParcelState {
  const next = TRANSITIONS[from][event]
  if (next) return next
  const allowed = (Object.keys(TRANSITIONS) as ParcelState[]).filter((state) => TRANSITIONS[state][event])
  throw new AppError('wrong_state', `${event} needs a parcel that is ${allowed.join(' or ')}, not ${from}`, [
    { code: 'wrong_state', path: [], params: { state: from, event, allowed: allowed.join() } },
  ])
}
