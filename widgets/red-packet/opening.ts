import { z } from 'zod'
import type { ActionDefinition, CounterRef, Member, Needs, Now } from '../kit/tool'
import { cashOf, type Facts, NOT_OFFERED, type RedPacketConfig, refuse, tooFew } from './config'
import type { OpenState } from './state'

/** Today's packets that are shown at most. */
const SHOWN_TODAY = 5

function inAll(memberId: string): CounterRef {
  return { name: 'packet.opened', key: memberId }
}

/** Also counts the parts of shared packets that a member opens on one day. */
export function onDay(memberId: string, { day }: Now): CounterRef {
  return { name: 'packet.opened.day', key: `${day}.${memberId}` }
}

/** Opens a packet of the member's own: an amount uniform between the two bounds. */
export const open: ActionDefinition<RedPacketConfig, Record<string, never>> = {
  input: z.strictObject({}),
  needs: ({ rewardId }, _, member, now) => ({
    counters: [inAll(member.id), onDay(member.id, now)],
    rewardIds: rewardId === undefined ? [] : [rewardId],
  }),
  decide: (facts, _, member, now, rng) => {
    const { mode, minFen, maxFen, perDay, total } = facts.config
    const cash = cashOf(facts)
    if (mode !== 'open' || !cash) return refuse(NOT_OFFERED)
    if (!cash.reward.isEnabled) return refuse({ status: 'suspended' })
    const counters = { total: inAll(member.id), day: onDay(member.id, now) }
    if (facts.used(counters.total) >= total)
      return refuse({ status: 'limit_reached', rule: 'in_all', limit: total })
    if (facts.used(counters.day) >= perDay)
      return refuse({ status: 'limit_reached', rule: 'per_day', limit: perDay })
    const none = tooFew(cash.reward, 1, now)
    if (none) return refuse(none)
    return {
      outcome: { status: 'granted' },
      effects: [
        { kind: 'take', counter: counters.total, amount: 1, cap: total },
        { kind: 'take', counter: counters.day, amount: 1, cap: perDay },
        { kind: 'grant', rewardId: cash.reward.id, amountFen: minFen + rng.next(maxFen - minFen + 1) },
      ],
    }
  },
}

export function openingNeeds(member: Pick<Member, 'id'> | undefined, now: Now): Needs {
  return member ? { counters: [inAll(member.id), onDay(member.id, now)], mine: SHOWN_TODAY } : {}
}

export function presentOpening(facts: Facts, member: Member | undefined, now: Now): OpenState {
  const { minFen, maxFen, perDay, total } = facts.config
  const dayStartsAt = now.dayStartsAt.toISOString()
  return {
    mode: 'open',
    minFen,
    maxFen,
    perDay,
    total,
    openedToday: member ? facts.used(onDay(member.id, now)) : 0,
    opened: member ? facts.used(inAll(member.id)) : 0,
    amountsToday: facts.mine.flatMap(({ given, grantedAt }) =>
      given.kind === 'cash' && grantedAt >= dayStartsAt ? [given.amountFen] : [],
    ),
  }
}
