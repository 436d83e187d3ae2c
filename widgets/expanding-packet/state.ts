import type { CampaignPhase, Outcome } from '../../schemas/outcome'
import { phaseNow } from '../kit/play/phase-text'

/*
 * What the phone is shown of expanding packets. Apart from tool.ts because the view, which a phone
 * downloads, works on it too.
 */

export interface ExpandingState {
  phase: CampaignPhase
  startsAt: string
  endsAt: string
  isSignedIn: boolean
  /** How things stand with the money itself; `sold_out` with when there will be more. */
  supply: 'plenty' | 'sold_out' | 'suspended' | 'not_offered'
  moreAt?: string
  /** When what is counted by the day begins anew. */
  nextDayAt: string
  /** Where the balance can be spent; empty when there is no such place. */
  useLink: string
  terms: ExpandingTerms
  openedToday: number
  /** The member's own, while it is open, and on the day it was opened. */
  mine?: ShownPacket
  /** The one that the page's link invites to. */
  friend?: ShownPacket | { refused: 'unknown' | 'expired' }
}

/** What a packet opened now would be. */
export interface ExpandingTerms {
  mode: 'friends' | 'self'
  baseFen: number
  targetFen: number
  helpers: number
  leastFen: number
  mostFen: number
  hours: number
  collectHours: number
  perDay: number
  helpsPerDay: number
}

/** What can be done about a packet: it grows, is full, grows no more, was collected, or has lapsed. */
export type Growth = 'growing' | 'full' | 'over' | 'collected' | 'lapsed'

export interface ShownPacket {
  n: number
  growth: Growth
  mode: 'friends' | 'self'
  /** Who opened it, masked: `小*`. */
  from: string
  baseFen: number
  targetFen: number
  amountFen: number
  /** How many friends bring it to the target. */
  helpers: number
  until: string
  collectUntil: string
  /** From the latest. */
  helps: { name: string; fen: number; at: string; isMe: boolean }[]
  collectedFen?: number
  /** One's own: what a friend's link carries. */
  invite?: string
  /** A friend's, to a member who opened it: what a help must bring. */
  proof?: string
}

/** A shown packet as it is at `now` (ms): what the server told, and the clock, which stops it since. */
export function growthNow(packet: ShownPacket, now: number | undefined): Growth {
  const { growth, until, collectUntil } = packet
  if (growth === 'collected' || growth === 'lapsed' || now === undefined) return growth
  if (now >= Date.parse(collectUntil)) return 'lapsed'
  return growth === 'growing' && now >= Date.parse(until) ? 'over' : growth
}

/** Whether the member can open a packet, and why not. */
export type OpenFace =
  | 'ready'
  | 'not_started'
  | 'done_today'
  | 'sold_out'
  | 'budget_exhausted'
  | 'suspended'
  | 'ended'
  | 'not_eligible'

/**
 * Whether a packet can be opened at `now` (ms): what the server told, what the last answer taught,
 * and the clock, which opens and closes between two loads.
 */
export function openFaceNow(
  state: ExpandingState,
  last: Outcome['status'] | 'failed' | undefined,
  now: number | undefined,
): OpenFace {
  const phase = phaseNow(state, now)
  if (phase !== 'running') return phase
  const isNewDay = now !== undefined && now >= Date.parse(state.nextDayAt)
  if (!isNewDay && state.openedToday >= state.terms.perDay) return 'done_today'
  if (state.supply === 'suspended') return 'suspended'
  if (state.supply === 'not_offered') return 'not_eligible'
  if (state.supply === 'sold_out' && !(now && state.moreAt && now >= Date.parse(state.moreAt)))
    return 'sold_out'
  // Of eligibility and of the budget the server's state knows nothing: an answer teaches them.
  return !isNewDay && (last === 'budget_exhausted' || last === 'not_eligible') ? last : 'ready'
}
