import { z } from 'zod'
import type { ActionDefinition, CounterRef, LinkParams, Member, Needs, Now, Rng } from '../kit/tool'
import { cashOf, type Facts, NOT_OFFERED, type RedPacketConfig, refuse, tooFew } from './config'
import { onDay } from './opening'
import { drawPart } from './split'
import type { SentPacket, ShareState, ShownPacket } from './state'

const HOUR_MS = 3_600_000
const ID_LENGTH = 20
/** Of a member's own packets, this many are remembered. */
const SENT_MAX = 10

const PacketId = z.string().regex(/^[0-9a-z]{20}$/)

/** A packet as it is kept. The terms are those it was sent under, whatever is configured later. */
export interface Packet {
  memberId: string
  /** Of whoever sent it, masked. */
  name: string
  rewardId: string
  totalFen: number
  parts: number
  /** No part is larger than this. */
  mostFen: number
  sentAt: string
  until: string
  openers: { memberId: string; name: string; amountFen: number; at: string }[]
}

export function packetKey(packet: string): string {
  return `packet.${packet}`
}

/** Names the row of the packets that a member sent. */
function sentKey(memberId: string): string {
  return `sent.${memberId}`
}

function sentOnDay(memberId: string, { day }: Now): CounterRef {
  return { name: 'packet.sent.day', key: `${day}.${memberId}` }
}

/** 103 bits: whoever has no link cannot guess one. */
function newPacketId(rng: Rng): string {
  return Array.from({ length: ID_LENGTH }, () => rng.next(36).toString(36)).join('')
}

function rewardIdsOf({ rewardId }: RedPacketConfig): string[] {
  return rewardId === undefined ? [] : [rewardId]
}

/** Sends a packet: stock and money for all of its parts are set aside until it expires. */
export const send: ActionDefinition<RedPacketConfig, Record<string, never>> = {
  input: z.strictObject({}),
  needs: (config, _, member, now) => ({
    counters: [sentOnDay(member.id, now)],
    rewardIds: rewardIdsOf(config),
    rows: [sentKey(member.id)],
  }),
  decide: (facts, _, member, now, rng) => {
    const { mode, perDay, totalFen, parts, hours } = facts.config
    const cash = cashOf(facts)
    if (mode !== 'share' || !cash) return refuse(NOT_OFFERED)
    if (!cash.reward.isEnabled) return refuse({ status: 'suspended' })
    const counter = sentOnDay(member.id, now)
    if (facts.used(counter) >= perDay)
      return refuse({ status: 'limit_reached', rule: 'per_day', limit: perDay })
    const none = tooFew(cash.reward, parts, now)
    if (none) return refuse(none)

    const id = newPacketId(rng)
    const sentAt = now.at.toISOString()
    // After the campaign nobody can open it any more: then what is left goes back at once.
    const until = new Date(Math.min(now.at.getTime() + hours * HOUR_MS, facts.campaign.endsAt.getTime()))
    const packet: Packet = {
      memberId: member.id,
      name: member.name,
      rewardId: cash.reward.id,
      totalFen,
      parts,
      mostFen: cash.mostFen,
      sentAt,
      until: until.toISOString(),
      openers: [],
    }
    const sent: SentPacket = { id, sentAt, until: packet.until }
    return {
      outcome: { status: 'done', detail: { packet: id } },
      effects: [
        { kind: 'take', counter, amount: 1, cap: perDay },
        {
          kind: 'hold',
          key: packetKey(id),
          rewardId: packet.rewardId,
          count: parts,
          amountFen: totalFen,
          until,
        },
        { kind: 'write', key: packetKey(id), value: packet },
        {
          kind: 'write',
          key: sentKey(member.id),
          value: [sent, ...sentBy(facts, member.id)].slice(0, SENT_MAX),
        },
      ],
    }
  },
}

function sentBy(facts: Facts, memberId: string): SentPacket[] {
  return (facts.row(sentKey(memberId)) as SentPacket[] | undefined) ?? []
}

const OpenSharedInput = z.strictObject({ packet: PacketId })

/** Opens one part of a packet, the member's own included; each member once, ever. */
export const openShared: ActionDefinition<RedPacketConfig, z.infer<typeof OpenSharedInput>> = {
  input: OpenSharedInput,
  needs: (config, input, member, now) => ({
    counters: [onDay(member.id, now)],
    rewardIds: rewardIdsOf(config),
    rows: [packetKey(input.packet)],
  }),
  decide: (facts, input, member, now, rng) => {
    const { mode, rewardId, openPerDay } = facts.config
    if (mode !== 'share') return refuse(NOT_OFFERED)
    const packet = facts.row(packetKey(input.packet)) as Packet | undefined
    if (!packet) return refuse({ status: 'not_eligible', rule: 'unknown_packet' })
    if (packet.openers.some(({ memberId }) => memberId === member.id))
      return refuse({ status: 'limit_reached', rule: 'opened', limit: 1 })
    const rest = remainderOf(packet)
    if (rest.parts === 0) return refuse({ status: 'sold_out' })
    const at = now.at.toISOString()
    if (at >= packet.until) return refuse({ status: 'ended', endedAt: packet.until })
    // What it holds is of the reward it was sent with; with another one configured it is void.
    if (packet.rewardId !== rewardId) return refuse(NOT_OFFERED)
    const counter = onDay(member.id, now)
    if (facts.used(counter) >= openPerDay)
      return refuse({ status: 'limit_reached', rule: 'per_day', limit: openPerDay })

    const amountFen = drawPart(rest, rng, packet.mostFen)
    const opener = { memberId: member.id, name: member.name, amountFen, at }
    const hold = packetKey(input.packet)
    return {
      outcome: { status: 'granted' },
      effects: [
        { kind: 'take', counter, amount: 1, cap: openPerDay },
        { kind: 'grant', rewardId, amountFen, hold },
        { kind: 'write', key: hold, value: { ...packet, openers: [...packet.openers, opener] } },
      ],
    }
  },
}

function remainderOf({ totalFen, parts, openers }: Packet) {
  const givenFen = openers.reduce((sum, { amountFen }) => sum + amountFen, 0)
  return { amountFen: totalFen - givenFen, parts: parts - openers.length }
}

/** The packet that a link names; undefined for none, or for what cannot be one. */
function packetIn(params: LinkParams): string | undefined {
  return PacketId.safeParse(params.packet).data
}

export function sharingNeeds(member: Pick<Member, 'id'> | undefined, now: Now, params: LinkParams): Needs {
  const id = packetIn(params)
  return {
    counters: member ? [sentOnDay(member.id, now), onDay(member.id, now)] : [],
    rows: [...(id ? [packetKey(id)] : []), ...(member ? [sentKey(member.id)] : [])],
  }
}

export function presentSharing(
  facts: Facts,
  member: Member | undefined,
  now: Now,
  params: LinkParams,
): ShareState {
  const { totalFen, parts, hours, perDay, openPerDay } = facts.config
  const id = packetIn(params)
  const packet = id && (facts.row(packetKey(id)) as Packet | undefined)
  return {
    mode: 'share',
    totalFen,
    parts,
    hours,
    perDay,
    openPerDay,
    sentToday: member ? facts.used(sentOnDay(member.id, now)) : 0,
    openedToday: member ? facts.used(onDay(member.id, now)) : 0,
    sent: member ? sentBy(facts, member.id) : [],
    ...(params.packet && { packet: id && packet ? shown(id, packet, member, now) : { state: 'unknown' } }),
  }
}

/** Others' amounts are told to whoever opened theirs, and to all once nobody can open any more. */
function shown(id: string, packet: Packet, member: Member | undefined, now: Now): ShownPacket {
  const { openers, parts, until } = packet
  const mine = member && openers.find(({ memberId }) => memberId === member.id)
  const isEmpty = openers.length >= parts
  const mostFen = Math.max(...openers.map(({ amountFen }) => amountFen))
  const best = isEmpty ? openers.find(({ amountFen }) => amountFen === mostFen) : undefined
  let state: ShownPacket['state'] = 'open'
  if (mine) state = 'opened'
  else if (isEmpty) state = 'empty'
  else if (now.at.toISOString() >= until) state = 'expired'
  return {
    id,
    state,
    from: packet.name,
    isMine: member?.id === packet.memberId,
    until,
    totalFen: packet.totalFen,
    parts,
    openers: openers.map((opener) => ({
      name: opener.name,
      at: opener.at,
      ...((mine || isEmpty) && { amountFen: opener.amountFen }),
      isMe: opener === mine,
      isBest: opener === best,
    })),
    ...(mine && { mineFen: mine.amountFen }),
  }
}
