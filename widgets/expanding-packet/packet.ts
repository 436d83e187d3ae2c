import { subjectOf } from '../kit/invitation'
import type { Facts } from './config'

export interface Help {
  memberId: string
  /** Masked. */
  name: string
  fen: number
  at: string
}

/** A packet as it is kept. The terms are those it was opened under, whatever is configured later. */
export interface Packet {
  /** Counts the member's packets from 1. */
  n: number
  mode: 'friends' | 'self'
  /** Of whoever opened it, masked. */
  name: string
  rewardId: string
  baseFen: number
  targetFen: number
  helpers: number
  leastFen: number
  mostFen: number
  openedAt: string
  /** Until then it expands. */
  until: string
  /** Until then it can be collected, and its money is held. */
  collectUntil: string
  /** From the first. A packet that expands by itself is helped by its own member. */
  helps: Help[]
  collected?: { fen: number; at: string }
}

/** Names the row of a member's latest packet. */
export function packetKey(memberId: string): string {
  return `packet.${memberId}`
}

/** Names what is held for one packet. */
export function holdKey(memberId: string, n: number): string {
  return `packet.${memberId}.${n}`
}

/** What an invitation to help is about. */
export function subjectFor(memberId: string, { n }: Pick<Packet, 'n'>): string {
  return `${memberId}-${n}`
}

/** Whose packet an invitation is about, and which one. Undefined for what is about none. */
export function packetNamedBy(token: string | undefined): { memberId: string; n: number } | undefined {
  const found = /^(.+)-([1-9]\d{0,5})$/.exec(subjectOf(token) ?? '')
  return found?.[1] === undefined ? undefined : { memberId: found[1], n: Number(found[2]) }
}

export function packetOf(facts: Facts, memberId: string): Packet | undefined {
  return facts.row(packetKey(memberId)) as Packet | undefined
}

/** What it holds by now, in fen. */
export function amountOf({ baseFen, helps }: Packet): number {
  return helps.reduce((sum, { fen }) => sum + fen, baseFen)
}

/** True while it can still be collected; a member has one such packet at most. */
export function isOpen(packet: Packet, at: Date): boolean {
  return !packet.collected && at.toISOString() < packet.collectUntil
}

/** True once nothing more can be added. */
export function isFull({ helps, helpers }: Packet): boolean {
  return helps.length >= helpers
}
