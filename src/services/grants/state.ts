import type { RewardKind } from '@/schemas/reward'
import type { grant } from '@/src/db'
import { AppError } from '@/src/lib/errors'

export type GrantState = (typeof grant.$inferSelect)['state']

/**
 * What may happen to a grant. `lock` keeps it for an order and `unlock` lets it go; `redeem` uses
 * it; `give_back` undoes a redemption while it is still valid, `reverse` when it is not any more;
 * `expire` and `revoke` end one that was never used, `claw_back` one that was.
 */
export type GrantEvent =
  | 'lock'
  | 'unlock'
  | 'redeem'
  | 'give_back'
  | 'reverse'
  | 'expire'
  | 'revoke'
  | 'claw_back'

/** The one table: from each state, what may happen and where it leads. */
const TRANSITIONS: Record<GrantState, Partial<Record<GrantEvent, GrantState>>> = {
  granted: { lock: 'locked', redeem: 'redeemed', expire: 'expired', revoke: 'revoked' },
  locked: { lock: 'locked', unlock: 'granted', redeem: 'redeemed', revoke: 'revoked' },
  redeemed: { give_back: 'granted', reverse: 'reversed', claw_back: 'revoked' },
  expired: {},
  revoked: {},
  reversed: {},
}

/** Where an event leads; undefined when it cannot happen in that state. */
export function nextState(from: GrantState, event: GrantEvent): GrantState | undefined {
  return TRANSITIONS[from][event]
}

/** Throws `wrong_state`, saying which states allow it. */
export function transition(from: GrantState, event: GrantEvent): GrantState {
  const next = nextState(from, event)
  if (next) return next
  const allowed = (Object.keys(TRANSITIONS) as GrantState[]).filter((state) => nextState(state, event))
  throw new AppError('wrong_state', `${event} needs a grant that is ${allowed.join(' or ')}, not ${from}`, [
    { code: 'wrong_state', path: [], params: { state: from, event, allowed: allowed.join() } },
  ])
}

/** True while it sets budget aside. */
export const isOpen = (state: GrantState) => state === 'granted' || state === 'locked'

/** Cash and points are in the member's wallet, and a partner's code is theirs, the moment they are granted. */
export function isSpentAtOnce(kind: RewardKind): boolean {
  return kind === 'cash' || kind === 'points' || kind === 'partner_voucher'
}

/**
 * True while it counts as one of the reward's stock. One that lapsed was given all the same; only what
 * staff took back can be given again, unless it was a code, which its first owner has seen.
 */
export function holdsStock(state: GrantState, kind: RewardKind): boolean {
  return state !== 'revoked' || kind === 'partner_voucher'
}
