import { z } from 'zod'
import { Id } from '../../schemas/primitives'
import type { ActionDefinition, CounterRef, Effect, Member, Now, Part, Refusal, ToolFacts } from '../kit/tool'
import { type Coupon, type CouponWallConfig, takenBy, takenInSession, takenTodayBy } from './config'
import { refusalOf } from './offer'
import { sessionAt } from './sessions'

const ClaimInput = z.strictObject({ rewardId: Id })
type ClaimInput = z.infer<typeof ClaimInput>

/** 一键领取: one of each coupon that can be had. */
const ClaimAllInput = z.strictObject({})
type ClaimAllInput = z.infer<typeof ClaimAllInput>

/** What is counted of one member, of each of these coupons. */
export function memberCounters(coupons: Coupon[], member: Pick<Member, 'id'>, now: Now): CounterRef[] {
  return coupons.flatMap((offered) => [
    takenBy(member, offered),
    ...(offered.perDay ? [takenTodayBy(member, offered, now)] : []),
  ])
}

/** What is counted of all members in the session that runs. */
export function sessionCounters(config: CouponWallConfig, now: Now): CounterRef[] {
  const session = sessionAt(config, now)
  if (!session) return []
  return config.coupons.flatMap((offered) => (offered.perSession ? [takenInSession(session, offered)] : []))
}

function decideOne(
  facts: ToolFacts<CouponWallConfig>,
  offered: Coupon | undefined,
  member: Member,
  now: Now,
): { refusal: Refusal } | { effects: Effect[] } {
  const reward = offered && facts.reward(offered.rewardId)
  if (!reward) return { refusal: { status: 'not_eligible', rule: 'not_offered' } }
  const refusal = refusalOf(facts, offered, reward, member, now)
  if (refusal) return { refusal }
  const take = (counter: CounterRef, cap: number): Effect => ({ kind: 'take', counter, amount: 1, cap })
  const { perMember, perDay, perSession } = offered
  const session = perSession && sessionAt(facts.config, now)
  return {
    effects: [
      take(takenBy(member, offered), perMember),
      ...(perDay ? [take(takenTodayBy(member, offered, now), perDay)] : []),
      ...(session ? [take(takenInSession(session, offered), perSession)] : []),
      { kind: 'grant', rewardId: reward.id },
    ],
  }
}

export const claim: ActionDefinition<CouponWallConfig, ClaimInput> = {
  input: ClaimInput,
  needs: ({ coupons }, { rewardId }, member, now) => ({
    counters: memberCounters(
      coupons.filter((offered) => offered.rewardId === rewardId),
      member,
      now,
    ),
    rewardIds: [rewardId],
  }),
  decide: (facts, { rewardId }, member, now) => {
    const offered = facts.config.coupons.find((each) => each.rewardId === rewardId)
    const decided = decideOne(facts, offered, member, now)
    return 'refusal' in decided
      ? { outcome: decided.refusal, effects: [] }
      : { outcome: { status: 'granted' }, effects: decided.effects }
  },
}

/** What to say when nothing could be had: what can still change comes before what cannot. */
const TELLING: readonly Refusal['status'][] = ['not_started', 'sold_out', 'suspended', 'limit_reached']

export const claimAll: ActionDefinition<CouponWallConfig, ClaimAllInput> = {
  input: ClaimAllInput,
  needs: ({ coupons }, _, member, now) => ({
    counters: memberCounters(coupons, member, now),
    rewardIds: coupons.map(({ rewardId }) => rewardId),
  }),
  decide: (facts, _, member, now) => {
    const parts = facts.config.coupons.map(
      (offered): Part => ({ name: offered.rewardId, ...decideOne(facts, offered, member, now) }),
    )
    if (parts.some((part) => 'effects' in part)) {
      return { outcome: { status: 'granted' }, effects: [], parts }
    }
    const refusals = parts.flatMap((part) => ('refusal' in part ? [part.refusal] : []))
    const rank = ({ status }: Refusal) =>
      TELLING.includes(status) ? TELLING.indexOf(status) : TELLING.length
    const [first] = refusals.sort((a, b) => rank(a) - rank(b))
    return { outcome: first ?? { status: 'not_eligible', rule: 'not_offered' }, effects: [] }
  },
}
