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
import { boughtOf, chanceCounters, chancesOf, earnChance, spendChance, visitOf } from './chances'
import { check, config, defaults, type LotteryConfig } from './config'
import { lean } from './lean'
import {
  drawnFrom,
  type Facts,
  hindranceOf,
  poolNeeds,
  poolOf,
  poolSoldOut,
  rewardIdsOf,
  takePrize,
} from './pool'
import { present, presentNeeds } from './present'
import { countDraw, progressCounters, progressOf } from './progress'
import { replay } from './replay'
import { settlePrize } from './settle-prize'
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
 * Draws once. The chance and the prize are one decision: either both happen or neither. When
 * nothing at all can be won any more, the chance is not taken. Each draw leaves a record.
 */
const draw: ActionDefinition<LotteryConfig, z.infer<typeof Nothing>> = {
  input: Nothing,
  needs: (config, _, member, now) => ({
    counters: [
      ...chanceCounters(config, member, now),
      ...winsCounters(config, member),
      ...progressCounters(config, member),
    ],
    chances: true,
  }),
  decide: (facts, _, member, now, rng) => {
    const spent = winsSpent(facts, member)
    if (spent) return spent
    const chance = spendChance(facts, member, now)
    if (!chance) return refuse({ status: 'no_chance' })

    const pool = poolOf(facts.config)
    const progress = progressOf(facts, pool, member)
    const drawn = drawnFrom(pool, rng)
    const { given, why } = settlePrize(pool, drawn, (prize) => hindranceOf(facts, prize, now), progress)
    const hasWon = given?.gives === 'reward'
    const soldOut = hasWon ? undefined : poolSoldOut(facts, now)
    if (soldOut || !given) return refuse({ status: 'sold_out', ...soldOut })

    const effects: Effect[] = [chance]
    if (hasWon) takePrize(facts, given, now, effects)
    const cap = facts.config.winsPerMember
    if (hasWon && cap !== undefined) effects.push({ kind: 'take', counter: winsOf(member), amount: 1, cap })
    countDraw(pool, member, hasWon, progress, effects)
    effects.push({ kind: 'draw', drawn: drawn.key, given: given.key, why, ...progress })
    const detail = { prize: given.key }
    if (!hasWon || given.rewardId === undefined) return { outcome: { status: 'no_prize', detail }, effects }
    effects.push({ kind: 'grant', rewardId: given.rewardId })
    return { outcome: { status: 'granted', detail }, effects }
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
    counters: [
      ...chanceCounters(config, member, now),
      boughtOf(member, now),
      ...winsCounters(config, member),
    ],
    chances: true,
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
        earnChance('points'),
      ],
    }
  },
}

/** Earns one chance for visiting one of the configured links, once a day for each. */
const visit: ActionDefinition<LotteryConfig, z.infer<typeof VisitInput>> = {
  input: VisitInput,
  needs: (config, { link }, member, now) => ({
    counters: [
      ...chanceCounters(config, member, now),
      visitOf(member, now, link),
      ...winsCounters(config, member),
    ],
    chances: true,
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
      effects: [{ kind: 'take', counter, amount: 1, cap: 1 }, earnChance('visit')],
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
  traits: ({ showOdds, pointsPerChance }) => ({
    says: showOdds ? ['time', 'collecting', 'odds'] : ['time', 'collecting'],
    sellsChances: pointsPerChance > 0,
  }),
  hasChances: true,
  lean,
  replay,
  commonNeeds: poolNeeds,
  presentNeeds,
  present,
})
