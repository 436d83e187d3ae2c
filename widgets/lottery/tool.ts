import { z } from 'zod'
import {
  type ActionDefinition,
  type Decision,
  defineTool,
  type Effect,
  type Member,
  type Now,
  type Refusal,
} from '../kit/tool'
import { drawFrom } from './alias'
import { boughtOf, chanceCounters, chancesOf, earnChance, spendChance, visitOf } from './chances'
import { check, config, defaults, type LotteryConfig } from './config'
import { type Facts, poolNeeds, poolOf, poolSoldOut, rewardIdsOf, takePrize, winnable } from './pool'
import { present, presentNeeds } from './present'
import { winsCounters, winsOf } from './wins'

const Nothing = z.strictObject({})
const VisitInput = z.strictObject({ link: z.string().min(1).max(2_000) })

const refuse = (outcome: Refusal): Decision => ({ outcome, effects: [] })

/** Whoever won as often as anybody may neither draws nor earns chances. */
function winsSpent(facts: Facts, member: Member): Decision | undefined {
  const limit = facts.config.winsPerMember
  if (limit === undefined || facts.used(winsOf(member)) < limit) return undefined
  return refuse({ status: 'limit_reached', rule: 'wins_per_member', limit })
}

/**
 * Draws once. The chance and the prize are one decision: either both happen or neither. A prize
 * that is out is replaced by the fallback, else the draw wins nothing; and when nothing at all can
 * be won any more, the chance is not taken.
 */
const draw: ActionDefinition<LotteryConfig, z.infer<typeof Nothing>> = {
  input: Nothing,
  needs: (config, _, member, now) => ({
    counters: [...chanceCounters(member, now), ...winsCounters(config, member)],
  }),
  decide: (facts, _, member, now, rng) => {
    const spent = winsSpent(facts, member)
    if (spent) return spent
    const chance = spendChance(facts, member, now)
    if (!chance) return refuse({ status: 'no_chance' })

    const { table, prizes, fallback, losing } = poolOf(facts.config)
    const drawn = prizes[drawFrom(table, rng)]
    let prize = drawn
    let reward = drawn && winnable(facts, drawn, now)
    if (!reward && drawn?.gives === 'reward' && fallback) {
      prize = fallback
      reward = winnable(facts, fallback, now)
    }
    if (prize && reward) {
      const effects: Effect[] = [chance]
      takePrize(prize, now, effects)
      const cap = facts.config.winsPerMember
      if (cap !== undefined) effects.push({ kind: 'take', counter: winsOf(member), amount: 1, cap })
      effects.push({ kind: 'grant', rewardId: reward.id })
      return { outcome: { status: 'granted', detail: { prize: prize.key } }, effects }
    }

    const soldOut = poolSoldOut(facts, now)
    if (soldOut || !losing) return refuse({ status: 'sold_out', ...soldOut })
    const landed = drawn?.gives === 'nothing' ? drawn : losing
    return { outcome: { status: 'no_prize', detail: { prize: landed.key } }, effects: [chance] }
  },
}

/** Why nobody needs another chance now: there is nothing left for them to win. */
function pointless(facts: Facts, member: Member, now: Now): Decision | undefined {
  const soldOut = poolSoldOut(facts, now)
  return soldOut ? refuse({ status: 'sold_out', ...soldOut }) : winsSpent(facts, member)
}

/** Burns points for one more chance. */
const buyChance: ActionDefinition<LotteryConfig, z.infer<typeof Nothing>> = {
  input: Nothing,
  needs: (config, _, member, now) => ({
    counters: [...chanceCounters(member, now), boughtOf(member, now), ...winsCounters(config, member)],
    wallet: true,
  }),
  decide: (facts, _, member, now) => {
    const { pointsPerChance, buysPerDay } = facts.config
    if (pointsPerChance === 0) return refuse({ status: 'not_eligible', rule: 'not_offered' })
    const counter = boughtOf(member, now)
    if (facts.used(counter) >= buysPerDay)
      return refuse({ status: 'limit_reached', rule: 'buys_per_day', limit: buysPerDay })
    const useless = pointless(facts, member, now)
    if (useless) return useless
    const missing = pointsPerChance - facts.wallet.points
    if (missing > 0) return refuse({ status: 'points_short', missing })
    return {
      outcome: { status: 'done', detail: { chances: chancesOf(facts, member, now) + 1 } },
      effects: [
        { kind: 'take', counter, amount: 1, cap: buysPerDay },
        { kind: 'spend', points: pointsPerChance, cashFen: 0 },
        earnChance(member),
      ],
    }
  },
}

/** Earns one chance for visiting one of the configured links, once a day for each. */
const visit: ActionDefinition<LotteryConfig, z.infer<typeof VisitInput>> = {
  input: VisitInput,
  needs: (config, { link }, member, now) => ({
    counters: [...chanceCounters(member, now), visitOf(member, now, link), ...winsCounters(config, member)],
  }),
  decide: (facts, { link }, member, now) => {
    if (!facts.config.visits.some((offered) => offered.link === link))
      return refuse({ status: 'not_eligible', rule: 'not_offered' })
    const counter = visitOf(member, now, link)
    if (facts.used(counter) >= 1) return refuse({ status: 'limit_reached', rule: 'visits_per_day', limit: 1 })
    const useless = pointless(facts, member, now)
    if (useless) return useless
    return {
      outcome: { status: 'done', detail: { chances: chancesOf(facts, member, now) + 1 } },
      effects: [{ kind: 'take', counter, amount: 1, cap: 1 }, earnChance(member)],
    }
  },
}

export const tool = defineTool({
  type: 'lottery',
  version: 1,
  config,
  defaults,
  rewardIds: rewardIdsOf,
  check,
  actions: { draw, buyChance, visit },
  commonNeeds: poolNeeds,
  presentNeeds,
  present,
})
