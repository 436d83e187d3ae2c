import { z } from 'zod'
import { Id } from '../../schemas/primitives'
import { field } from '../kit/fields'
import {
  type ActionDefinition,
  type CounterRef,
  defineTool,
  type Effect,
  isLapsed,
  isSoldOut,
  lapsesAt,
  type Member,
  type Now,
  type Refusal,
  type RewardFacts,
  soldOut,
  type ToolFacts,
} from '../kit/tool'
import type { ItemState, MallItem, Offer, PointsMallState } from './state'

const item = z.strictObject({
  rewardId: field.reward(),
  pointsPrice: field.number({ min: 1, max: 10_000_000, unit: '积分' }),
  /** Paid besides the points, from the member's balance; 0 for nothing. */
  cashFen: field.money({ max: 5_000_000 }),
  perMember: field.number({ min: 1, max: 99, unit: '件' }),
  /** On one day of the shop's. Absent: as many as one may have in all. */
  perDay: field.number({ min: 1, max: 99, unit: '件' }).optional(),
  /** Instead of the reward's own picture, or of the drawing of its kind. */
  image: field.image().optional(),
  tag: field.text({ max: 6 }),
})
type Item = z.infer<typeof item>

const config = z.strictObject({
  items: field.list(item, { max: 60 }),
  earnLink: field.link({ group: 'links' }),
  topUpLink: field.link({ group: 'links' }),
})
export type PointsMallConfig = z.infer<typeof config>

const RedeemInput = z.strictObject({ rewardId: Id })
export type RedeemInput = z.infer<typeof RedeemInput>

/** How many redemptions the records go back. */
const RECORDS = 20

/** Counts what one member redeemed of an item, in all. */
function takenBy(member: Pick<Member, 'id'>, { rewardId }: { rewardId: string }): CounterRef {
  return { name: `item.${rewardId}.member`, key: member.id }
}

/** Counts what one member redeemed of an item on one day of the shop's. */
function takenTodayBy(member: Pick<Member, 'id'>, { rewardId }: { rewardId: string }, now: Now): CounterRef {
  return { name: `item.${rewardId}.day`, key: `${member.id}.${now.day}` }
}

const redeem: ActionDefinition<PointsMallConfig, RedeemInput> = {
  input: RedeemInput,
  needs: (_, input, member, now) => ({
    counters: [takenBy(member, input), takenTodayBy(member, input, now)],
    rewardIds: [input.rewardId],
    wallet: true,
  }),
  decide: (facts, input, member, now) => {
    const offered = facts.config.items.find(({ rewardId }) => rewardId === input.rewardId)
    const reward = offered && facts.reward(offered.rewardId)
    if (!reward) return { outcome: { status: 'not_eligible', rule: 'not_offered' }, effects: [] }
    const refusal = refusalOf(facts, offered, reward, member, now)
    if (refusal) return { outcome: refusal, effects: [] }

    const { pointsPrice, cashFen, perMember, perDay } = offered
    const effects: Effect[] = [
      { kind: 'take', counter: takenBy(member, offered), amount: 1, cap: perMember },
      { kind: 'spend', points: pointsPrice, cashFen },
      { kind: 'grant', rewardId: reward.id },
    ]
    if (perDay !== undefined) {
      const counter = takenTodayBy(member, offered, now)
      effects.unshift({ kind: 'take', counter, amount: 1, cap: perDay })
    }
    return { outcome: { status: 'granted' }, effects }
  },
}

/** What forbids the redemption. What the shop lacks is said before what the member lacks. */
function refusalOf(
  facts: ToolFacts<PointsMallConfig>,
  offered: Item,
  reward: RewardFacts,
  member: Member,
  now: Now,
): Refusal | undefined {
  const { pointsPrice, cashFen, perMember, perDay } = offered
  if (!reward.isEnabled) return { status: 'suspended' }
  const end = lapsesAt(reward)
  if (end && end <= now.at) return { status: 'ended', endedAt: end.toISOString() }
  if (facts.used(takenBy(member, offered)) >= perMember) {
    return { status: 'limit_reached', rule: 'per_member', limit: perMember }
  }
  if (isSoldOut(reward))
    return isOverTomorrow(facts, reward, now) ? { status: 'sold_out' } : soldOut(reward, now)
  if (perDay !== undefined && facts.used(takenTodayBy(member, offered, now)) >= perDay) {
    return { status: 'limit_reached', rule: 'per_day', limit: perDay }
  }
  const { wallet } = facts
  if (wallet.points < pointsPrice) return { status: 'points_short', missing: pointsPrice - wallet.points }
  if (wallet.cashFen < cashFen) return { status: 'balance_short', missingFen: cashFen - wallet.cashFen }
  return undefined
}

/** True on the last day: nobody may be told to come back tomorrow. */
function isOverTomorrow(
  { campaign }: Pick<ToolFacts<PointsMallConfig>, 'campaign'>,
  reward: RewardFacts,
  now: Now,
): boolean {
  return now.nextDayAt >= campaign.endsAt || isLapsed(reward, now.nextDayAt)
}

export const tool = defineTool({
  type: 'points-mall',
  version: 1,
  config,
  defaults: { items: [], earnLink: '', topUpLink: '' },
  rewardIds: ({ items }) => items.map(({ rewardId }) => rewardId),
  check: ({ items }) => {
    const problems: { code: string; path: (string | number)[] }[] = []
    if (items.length === 0) problems.push({ code: 'no_items', path: ['items'] })
    const seen = new Set<string>()
    items.forEach(({ rewardId, perMember, perDay }, i) => {
      if (seen.has(rewardId)) problems.push({ code: 'item_twice', path: ['items', i, 'rewardId'] })
      seen.add(rewardId)
      if (perDay !== undefined && perDay > perMember) {
        problems.push({ code: 'day_above_member', path: ['items', i, 'perDay'] })
      }
    })
    return problems
  },
  actions: { redeem },
  presentNeeds: ({ items }, member, now) =>
    member
      ? {
          counters: items.flatMap((each) => [takenBy(member, each), takenTodayBy(member, each, now)]),
          wallet: true,
          mine: RECORDS,
        }
      : {},
  present: (facts, member, now): PointsMallState => ({
    phase: facts.campaign.phase,
    startsAt: facts.campaign.startsAt.toISOString(),
    endsAt: facts.campaign.endsAt.toISOString(),
    nextDayAt: now.nextDayAt.toISOString(),
    wallet: member ? presentWallet(facts) : null,
    items: facts.config.items.flatMap((offered) => {
      const reward = facts.reward(offered.rewardId)
      return reward ? [presentItem(facts, offered, reward, member, now)] : []
    }),
    records: member ? [...facts.mine] : [],
    earnLink: facts.config.earnLink,
    topUpLink: facts.config.topUpLink,
  }),
})

function presentWallet({ wallet }: ToolFacts<PointsMallConfig>): PointsMallState['wallet'] {
  const { points, cashFen, expiring } = wallet
  return {
    points,
    cashFen,
    expiring: expiring ? { points: expiring.points, at: expiring.at.toISOString() } : null,
  }
}

function presentItem(
  facts: ToolFacts<PointsMallConfig>,
  offered: Item,
  reward: RewardFacts,
  member: Member | undefined,
  now: Now,
): MallItem {
  const { perMember, perDay } = offered
  const mine = member ? facts.used(takenBy(member, offered)) : 0
  const mineToday = member ? facts.used(takenTodayBy(member, offered, now)) : 0
  const own = reward.terms.kind === 'physical' ? reward.terms.image : ''
  return {
    rewardId: reward.id,
    title: reward.title,
    offer: offerOf(reward),
    image: offered.image || own,
    tag: offered.tag,
    points: offered.pointsPrice,
    cashFen: offered.cashFen,
    gonePercent: gonePercent(reward),
    state: stateOf(facts.campaign.phase, reward, {
      isLimit: mine >= perMember,
      isLimitToday: perDay !== undefined && mineToday >= perDay,
      isLastDay: isOverTomorrow(facts, reward, now),
      isLapsed: isLapsed(reward, now.at),
    }),
    mine,
    perMember,
    mineToday,
    perDay: perDay ?? null,
  }
}

function stateOf(
  phase: PointsMallState['phase'],
  reward: RewardFacts,
  my: { isLimit: boolean; isLimitToday: boolean; isLastDay: boolean; isLapsed: boolean },
): ItemState {
  if (phase !== 'running') return phase
  if (!reward.isEnabled) return 'suspended'
  if (my.isLapsed) return 'ended'
  if (my.isLimit) return 'limit'
  if (isSoldOut(reward)) return my.isLastDay || reward.taken >= reward.stock ? 'sold_out' : 'sold_out_today'
  if (my.isLimitToday) return my.isLastDay ? 'limit' : 'limit_today'
  return 'open'
}

/** Rounded down, and full only when nothing is left. The counts themselves stay on the server. */
function gonePercent(reward: RewardFacts): number {
  if (isSoldOut(reward)) return 100
  const { stock, taken } = reward.today ?? reward
  return Math.floor((100 * taken) / stock)
}

function offerOf({ terms }: RewardFacts): Offer {
  switch (terms.kind) {
    case 'coupon': {
      const { kind, amountFen, off, thresholdFen, validity } = terms
      return { kind, amountFen, off, thresholdFen, validity }
    }
    case 'cash':
      return { kind: terms.kind, amountFen: terms.amountFen }
    case 'subsidy':
      return { kind: terms.kind, amountFen: terms.amountFen, validity: terms.validity }
    case 'points':
      return { kind: terms.kind, points: terms.points, validDays: terms.validDays }
    case 'partner_voucher':
      return { kind: terms.kind, partner: terms.partner, validity: terms.validity }
    case 'physical':
      return { kind: terms.kind }
  }
}
