import { z } from 'zod'
import { collectsUntilOf } from '../../schemas/collecting'
import type { ActionDefinition, CounterRef, Now } from '../kit/tool'
import { cashOf, type ExpandingConfig, type Facts, NOT_OFFERED, refuse, soldOutNow } from './config'
import { holdKey, isOpen, type Packet, packetKey, packetOf } from './packet'

const HOUR_MS = 3_600_000

export function openedOnDay(memberId: string, { day }: Now): CounterRef {
  return { name: 'opened_per_day', key: `${day}.${memberId}` }
}

/** Opens a packet at its base: stock, and money for the most it may come to, are set aside. */
export const open: ActionDefinition<ExpandingConfig, Record<string, never>> = {
  input: z.strictObject({}),
  needs: ({ rewardId }, _, member, now) => ({
    counters: [openedOnDay(member.id, now)],
    rewardIds: rewardId === undefined ? [] : [rewardId],
    rows: [packetKey(member.id)],
  }),
  decide: (facts, _, member, now) => {
    const { mode, baseFen, targetFen, helpers, leastFen, mostFen, perDay } = facts.config
    const cash = cashOf(facts)
    if (!cash) return refuse(NOT_OFFERED)
    const before = packetOf(facts, member.id)
    if (before && isOpen(before, now.at))
      return refuse({ status: 'limit_reached', rule: 'one_at_a_time', limit: 1 })
    if (!cash.reward.isEnabled) return refuse({ status: 'suspended' })
    const counter = openedOnDay(member.id, now)
    if (facts.used(counter) >= perDay)
      return refuse({ status: 'limit_reached', rule: counter.name, limit: perDay })
    const none = soldOutNow(cash.reward, now)
    if (none) return refuse(none)

    const { until, collectUntil } = deadlines(facts.config, now.at, facts.campaign)
    const packet: Packet = {
      n: (before?.n ?? 0) + 1,
      mode,
      name: member.name,
      rewardId: cash.reward.id,
      baseFen,
      targetFen,
      helpers: mode === 'self' ? 1 : helpers,
      leastFen: mode === 'self' ? 1 : leastFen,
      mostFen: mode === 'self' ? targetFen - baseFen : mostFen,
      openedAt: now.at.toISOString(),
      until: until.toISOString(),
      collectUntil: collectUntil.toISOString(),
      helps: [],
    }
    const held = { rewardId: packet.rewardId, count: 1, amountFen: targetFen, until: collectUntil }
    return {
      outcome: { status: 'done', detail: { n: packet.n } },
      effects: [
        { kind: 'take', counter, amount: 1, cap: perDay },
        { kind: 'hold', key: holdKey(member.id, packet.n), ...held },
        { kind: 'write', key: packetKey(member.id), value: packet },
      ],
    }
  },
}

/** After the campaign nobody plays, so nothing expands; it is collected until the collecting deadline. */
function deadlines({ mode, hours, collectHours }: ExpandingConfig, at: Date, campaign: Facts['campaign']) {
  const { endsAt, collectsUntil = null } = campaign
  const after = (ms: number, most: Date) => new Date(Math.min(at.getTime() + ms, most.getTime()))
  const growsMs = mode === 'self' ? collectHours * HOUR_MS : hours * HOUR_MS
  const collectMs = mode === 'self' ? growsMs : growsMs + collectHours * HOUR_MS
  return {
    until: after(growsMs, endsAt),
    collectUntil: after(collectMs, collectsUntilOf({ endsAt, collectsUntil })),
  }
}
