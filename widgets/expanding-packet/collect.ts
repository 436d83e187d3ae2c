import { z } from 'zod'
import type { ActionDefinition } from '../kit/tool'
import { type ExpandingConfig, NOT_OFFERED, refuse } from './config'
import { amountOf, holdKey, packetKey, packetOf } from './packet'

const CollectInput = z.strictObject({ n: z.int().min(1).max(999_999) })

/**
 * Pays what the packet has come to, full or not, and closes it: what was held beyond that goes back.
 * What was promised is paid also when the reward was paused since.
 */
export const collect: ActionDefinition<ExpandingConfig, z.infer<typeof CollectInput>> = {
  input: CollectInput,
  isCollecting: true,
  needs: ({ rewardId }, { n }, member) => ({
    rewardIds: rewardId === undefined ? [] : [rewardId],
    // What is held is called like a row, and asked for like one.
    rows: [packetKey(member.id), holdKey(member.id, n)],
  }),
  decide: (facts, { n }, member, now) => {
    const packet = packetOf(facts, member.id)
    if (packet?.n !== n) return refuse({ status: 'not_eligible', rule: 'unknown_packet' })
    if (packet.collected) return refuse({ status: 'limit_reached', rule: 'collected', limit: 1 })
    const at = now.at.toISOString()
    if (at >= packet.collectUntil) return refuse({ status: 'ended', endedAt: packet.collectUntil })
    // What is held is of the reward it was opened with; with another one configured it is void.
    const { rewardId } = packet
    if (rewardId !== facts.config.rewardId) return refuse(NOT_OFFERED)
    const amountFen = amountOf(packet)
    const value = { ...packet, collected: { fen: amountFen, at } }
    return {
      outcome: { status: 'granted' },
      effects: [
        { kind: 'grant', rewardId, amountFen, hold: holdKey(member.id, n), closesHold: true },
        { kind: 'write', key: packetKey(member.id), value },
      ],
    }
  },
}
