import { z } from 'zod'
import { Id } from '../../schemas/primitives'
import { field } from '../kit/fields'
import {
  type ActionDefinition,
  type CounterRef,
  defineTool,
  type Member,
  type RewardFacts,
  type ToolFacts,
} from '../kit/tool'
import type { CouponOffer, CouponWallState, OfferState } from './state'

const coupon = z.strictObject({
  rewardId: field.reward(),
  perMember: field.number({ min: 1, max: 99, unit: '张' }),
  /** A window of its own within the campaign's: from the first instant until before the last. */
  from: field.instant().optional(),
  until: field.instant().optional(),
})
type Coupon = z.infer<typeof coupon>

const config = z.strictObject({ coupons: field.list(coupon, { max: 30 }) })
export type CouponWallConfig = z.infer<typeof config>

const ClaimInput = z.strictObject({ rewardId: Id })
export type ClaimInput = z.infer<typeof ClaimInput>

/** Counts the coupons of one kind that one member took from this wall. */
function takenBy(member: Member, { rewardId }: { rewardId: string }): CounterRef {
  return { name: `coupon.${rewardId}.member`, key: member.id }
}

function isSoldOut({ stock, taken }: RewardFacts): boolean {
  return taken >= stock
}

const claim: ActionDefinition<CouponWallConfig, ClaimInput> = {
  input: ClaimInput,
  needs: (_, input, member) => ({ counters: [takenBy(member, input)], rewardIds: [input.rewardId] }),
  decide: (facts, input, member, now) => {
    const offered = facts.config.coupons.find(({ rewardId }) => rewardId === input.rewardId)
    const reward = offered && facts.reward(offered.rewardId)
    if (!reward) return { outcome: { status: 'not_eligible', rule: 'not_offered' }, effects: [] }

    const at = now.at.toISOString()
    const { from, until, perMember } = offered
    if (from && at < from) return { outcome: { status: 'not_started', startsAt: from }, effects: [] }
    if (until && at >= until) return { outcome: { status: 'ended', endedAt: until }, effects: [] }
    if (!reward.isEnabled) return { outcome: { status: 'suspended' }, effects: [] }

    const counter = takenBy(member, offered)
    if (facts.used(counter) >= perMember) {
      return { outcome: { status: 'limit_reached', rule: 'per_member', limit: perMember }, effects: [] }
    }
    if (isSoldOut(reward)) return { outcome: { status: 'sold_out' }, effects: [] }
    return {
      outcome: { status: 'granted' },
      effects: [
        { kind: 'take', counter, amount: 1, cap: perMember },
        { kind: 'grant', rewardId: reward.id },
      ],
    }
  },
}

export const tool = defineTool({
  type: 'coupon-wall',
  version: 1,
  config,
  defaults: { coupons: [] },
  rewardIds: ({ coupons }) => coupons.map(({ rewardId }) => rewardId),
  check: ({ coupons }) => {
    const problems: { code: string; path: (string | number)[] }[] = []
    if (coupons.length === 0) problems.push({ code: 'no_coupons', path: ['coupons'] })
    const seen = new Set<string>()
    coupons.forEach(({ rewardId, from, until }, i) => {
      if (seen.has(rewardId)) problems.push({ code: 'coupon_twice', path: ['coupons', i, 'rewardId'] })
      seen.add(rewardId)
      if (from && until && from >= until) {
        problems.push({ code: 'window_reversed', path: ['coupons', i, 'until'] })
      }
    })
    return problems
  },
  actions: { claim },
  presentNeeds: ({ coupons }, member) => coupons.map((offered) => takenBy(member, offered)),
  present: (facts, member, now): CouponWallState => ({
    phase: facts.campaign.phase,
    startsAt: facts.campaign.startsAt.toISOString(),
    endsAt: facts.campaign.endsAt.toISOString(),
    isSignedIn: member !== undefined,
    coupons: facts.config.coupons.flatMap((offered) => {
      const reward = facts.reward(offered.rewardId)
      return reward ? [presentCoupon(facts, offered, reward, member, now.at)] : []
    }),
  }),
})

function presentCoupon(
  facts: ToolFacts<CouponWallConfig>,
  offered: Coupon,
  reward: RewardFacts,
  member: Member | undefined,
  at: Date,
): CouponOffer {
  const { from, until, perMember } = offered
  const startsAt = facts.campaign.startsAt.toISOString()
  const endsAt = facts.campaign.endsAt.toISOString()
  const opensAt = from && from > startsAt ? from : startsAt
  const closesAt = until && until < endsAt ? until : endsAt
  const mine = member ? facts.used(takenBy(member, offered)) : 0
  const { amountFen, thresholdFen, validity, useLink } = reward.coupon
  return {
    rewardId: reward.id,
    title: reward.title,
    amountFen,
    thresholdFen,
    validity,
    useLink,
    opensAt,
    closesAt,
    // Rounded down, and full only when nothing is left. The counts themselves stay on the server.
    takenPercent: isSoldOut(reward) ? 100 : Math.floor((100 * reward.taken) / reward.stock),
    state: offerState(facts.campaign.phase, reward, { opensAt, closesAt, mine, limit: perMember, at }),
    mine,
    limit: perMember,
  }
}

/** Whoever holds the coupon is told so, also when there is no more to be had. */
function offerState(
  phase: CouponWallState['phase'],
  reward: RewardFacts,
  offer: { opensAt: string; closesAt: string; mine: number; limit: number; at: Date },
): OfferState {
  const at = offer.at.toISOString()
  let state: OfferState = 'claimable'
  if (phase === 'ended' || at >= offer.closesAt) state = 'ended'
  else if (phase === 'suspended' || !reward.isEnabled) state = 'suspended'
  else if (phase === 'not_started' || at < offer.opensAt) state = 'not_started'
  else if (offer.mine >= offer.limit) state = 'taken'
  else if (isSoldOut(reward)) state = 'sold_out'
  return state !== 'claimable' && offer.mine > 0 ? 'taken' : state
}
