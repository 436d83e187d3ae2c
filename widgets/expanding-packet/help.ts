import { z } from 'zod'
import { InvitationProof, InvitationToken } from '../kit/invitation'
import type { ActionDefinition, CounterRef, Member, Now } from '../kit/tool'
import { type ExpandingConfig, refuse } from './config'
import { drawIncrement } from './expand'
import { amountOf, isFull, type Packet, packetKey, packetNamedBy, packetOf } from './packet'

export function helpedOnDay(memberId: string, { day }: Now): CounterRef {
  return { name: 'helped_per_day', key: `${day}.${memberId}` }
}

/** One help per friend and packet, kept also where two taps meet in two processes. */
function helpedOnce(owner: { memberId: string; n: number }, helperId: string): CounterRef {
  return { name: 'helped', key: `${owner.memberId}.${owner.n}.${helperId}` }
}

const HelpInput = z.strictObject({ invite: InvitationToken, proof: InvitationProof })
type HelpInput = z.infer<typeof HelpInput>

/** A friend who opened the invitation expands the packet. Nothing is given for sharing it. */
export const help: ActionDefinition<ExpandingConfig, HelpInput> = {
  input: HelpInput,
  invitation: ({ invite, proof }) => ({ token: invite, proof }),
  helps: ({ invite }) => packetNamedBy(invite)?.memberId,
  needs: (_, { invite }, member, now) => {
    const named = packetNamedBy(invite)
    return {
      counters: [helpedOnDay(member.id, now), ...(named ? [helpedOnce(named, member.id)] : [])],
      rows: named ? [packetKey(named.memberId)] : [],
    }
  },
  decide: (facts, { invite }, member, now, rng) => {
    const named = packetNamedBy(invite)
    const packet = named && packetOf(facts, named.memberId)
    if (!named || packet?.n !== named.n || packet.mode !== 'friends')
      return refuse({ status: 'not_eligible', rule: 'unknown_packet' })
    if (named.memberId === member.id) return refuse({ status: 'not_eligible', rule: 'own_packet' })
    const once = helpedOnce(named, member.id)
    if (facts.used(once) > 0) return refuse({ status: 'limit_reached', rule: once.name, limit: 1 })
    if (packet.collected) return refuse({ status: 'ended', endedAt: packet.collected.at })
    if (isFull(packet)) return refuse({ status: 'sold_out' })
    if (now.at.toISOString() >= packet.until) return refuse({ status: 'ended', endedAt: packet.until })
    const { helpsPerDay } = facts.config
    const day = helpedOnDay(member.id, now)
    if (facts.used(day) >= helpsPerDay)
      return refuse({ status: 'limit_reached', rule: day.name, limit: helpsPerDay })

    const { helpers, helps, targetFen } = packet
    const missing = { fen: targetFen - amountOf(packet), helpers: helpers - helps.length }
    const fen = drawIncrement(missing, packet, rng)
    return {
      outcome: { status: 'done', detail: { fen } },
      effects: [
        { kind: 'take', counter: once, amount: 1, cap: 1 },
        { kind: 'take', counter: day, amount: 1, cap: helpsPerDay },
        { kind: 'write', key: packetKey(named.memberId), value: withHelp(packet, member, fen, now) },
      ],
    }
  },
}

function withHelp(packet: Packet, { id, name }: Member, fen: number, now: Now): Packet {
  return { ...packet, helps: [...packet.helps, { memberId: id, name, fen, at: now.at.toISOString() }] }
}

const OwnInput = z.strictObject({ n: z.int().min(1).max(999_999) })

/** The member's own packet expands by itself, once: to anything above its base and up to its cap. */
export const expand: ActionDefinition<ExpandingConfig, z.infer<typeof OwnInput>> = {
  input: OwnInput,
  needs: (_, __, member) => ({ rows: [packetKey(member.id)] }),
  decide: (facts, { n }, member, now, rng) => {
    const packet = packetOf(facts, member.id)
    if (packet?.n !== n || packet.mode !== 'self')
      return refuse({ status: 'not_eligible', rule: 'unknown_packet' })
    if (isFull(packet)) return refuse({ status: 'limit_reached', rule: 'expanded', limit: 1 })
    if (packet.collected) return refuse({ status: 'ended', endedAt: packet.collected.at })
    if (now.at.toISOString() >= packet.until) return refuse({ status: 'ended', endedAt: packet.until })
    const fen = 1 + rng.next(packet.targetFen - packet.baseFen)
    return {
      outcome: { status: 'done', detail: { fen } },
      effects: [{ kind: 'write', key: packetKey(member.id), value: withHelp(packet, member, fen, now) }],
    }
  },
}
