import type { CampaignPhase, Outcome } from '../../schemas/outcome'
import { phaseNow } from '../kit/play/phase-text'

/*
 * What the phone is shown of red packets. Apart from tool.ts because the view, which a phone
 * downloads, works on it too.
 */

export interface RedPacketState {
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
  play: OpenState | ShareState
}

/** Packets of the member's own. */
export interface OpenState {
  mode: 'open'
  minFen: number
  maxFen: number
  perDay: number
  total: number
  openedToday: number
  opened: number
  /** What today's packets held, in fen, from the latest. */
  amountsToday: number[]
}

/** A packet for several: sent by one member, opened by whoever has the link. */
export interface ShareState {
  mode: 'share'
  totalFen: number
  parts: number
  hours: number
  perDay: number
  openPerDay: number
  sentToday: number
  openedToday: number
  /** The member's own, from the latest. */
  sent: SentPacket[]
  /** The one that the page's link names. */
  packet?: ShownPacket | { state: 'unknown' }
}

export interface SentPacket {
  id: string
  sentAt: string
  until: string
}

export interface ShownPacket {
  id: string
  /** `open` while the member can still open it, `opened` when they did. */
  state: 'open' | 'opened' | 'empty' | 'expired'
  /** Who sent it, masked: `小*`. */
  from: string
  isMine: boolean
  until: string
  totalFen: number
  parts: number
  /** From the first. Amounts are there once the member has opened, or all parts are gone. */
  openers: PacketOpener[]
  /** What the member got of it. */
  mineFen?: number
}

export interface PacketOpener {
  /** Masked: `小*`. */
  name: string
  at: string
  amountFen?: number
  isMe: boolean
  /** Got the most; told only once all parts are gone. The first of equals. */
  isBest: boolean
}

/** What the member can do about a packet now. */
export type PacketFace =
  | 'ready'
  | 'not_started'
  | 'done_today'
  | 'done'
  | 'sold_out'
  | 'budget_exhausted'
  | 'suspended'
  | 'ended'
  | 'not_eligible'

/**
 * Whether a packet can be opened, or in share mode sent, at `now` (ms): what the server told, what
 * the last answer taught, and the clock, which opens and closes between two loads.
 */
export function faceNow(
  state: RedPacketState,
  last: Outcome['status'] | 'failed' | undefined,
  now: number | undefined,
): PacketFace {
  const phase = phaseNow(state, now)
  if (phase !== 'running') return phase
  const { play } = state
  const isNewDay = now !== undefined && now >= Date.parse(state.nextDayAt)
  if (play.mode === 'open' && play.opened >= play.total) return 'done'
  if (!isNewDay && (play.mode === 'open' ? play.openedToday : play.sentToday) >= play.perDay)
    return 'done_today'
  if (state.supply === 'suspended') return 'suspended'
  if (state.supply === 'not_offered') return 'not_eligible'
  if (state.supply === 'sold_out' && !(now && state.moreAt && now >= Date.parse(state.moreAt)))
    return 'sold_out'
  // Of eligibility and of the budget the server's state knows nothing: an answer teaches them.
  if (!isNewDay && (last === 'budget_exhausted' || last === 'not_eligible')) return last
  return 'ready'
}

/** A shown packet as it is at `now` (ms): it expires by the clock. */
export function packetNow(packet: ShownPacket, now: number | undefined): ShownPacket['state'] {
  return packet.state === 'open' && now !== undefined && now >= Date.parse(packet.until)
    ? 'expired'
    : packet.state
}
