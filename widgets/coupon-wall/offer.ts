import {
  isSoldOut,
  lapsesAt,
  type Member,
  type Now,
  type Refusal,
  type RewardFacts,
  type ToolFacts,
} from '../kit/tool'
import { type Coupon, type CouponWallConfig, takenBy, takenInSession, takenTodayBy } from './config'
import { firstSessionTomorrow, nextSessionAt, sessionAt } from './sessions'

type Facts = ToolFacts<CouponWallConfig>

/** When the coupon closes for good: with its own window, with the campaign, or when it lapses. */
export function closesAt({ campaign, reward }: Facts, { rewardId, until }: Coupon): Date {
  const offered = reward(rewardId)
  const ends = [campaign.endsAt, until ? new Date(until) : undefined, offered && lapsesAt(offered)]
  return ends.reduce<Date>((first, end) => (end && end < first ? end : first), campaign.endsAt)
}

/** When there will be more, unless the coupon is closed by then. */
function soldOutUntil(facts: Facts, offered: Coupon, next: Date | undefined): Refusal {
  return next && next < closesAt(facts, offered)
    ? { status: 'sold_out', nextAt: next.toISOString() }
    : { status: 'sold_out' }
}

function outOfStock(facts: Facts, offered: Coupon, reward: RewardFacts, now: Now): Refusal | undefined {
  const { config } = facts
  if (isSoldOut(reward)) {
    if (reward.taken >= reward.stock) return { status: 'sold_out' }
    const tomorrow = offered.perSession ? firstSessionTomorrow(config, now) : now.nextDayAt
    return soldOutUntil(facts, offered, tomorrow)
  }
  const session = sessionAt(config, now)
  if (!session || !offered.perSession) return undefined
  const isGone = facts.used(takenInSession(session, offered)) >= offered.perSession
  return isGone ? soldOutUntil(facts, offered, nextSessionAt(config, now)) : undefined
}

function overLimit(facts: Facts, offered: Coupon, member: Pick<Member, 'id'>, now: Now): Refusal | undefined {
  const { perMember, perDay } = offered
  if (facts.used(takenBy(member, offered)) >= perMember) {
    return { status: 'limit_reached', rule: 'per_member', limit: perMember }
  }
  if (perDay && facts.used(takenTodayBy(member, offered, now)) >= perDay) {
    return { status: 'limit_reached', rule: 'per_day', limit: perDay }
  }
  return undefined
}

function outsideWindow(facts: Facts, offered: Coupon, now: Now): Refusal | undefined {
  const { from, perSession } = offered
  const end = closesAt(facts, offered)
  if (now.at >= end) return { status: 'ended', endedAt: end.toISOString() }
  if (from && now.at < new Date(from)) return { status: 'not_started', startsAt: from }
  if (!perSession || sessionAt(facts.config, now)) return undefined
  const next = nextSessionAt(facts.config, now)
  return next && next < end
    ? { status: 'not_started', startsAt: next.toISOString() }
    : { status: 'ended', endedAt: end.toISOString() }
}

/**
 * Why the member cannot have the coupon now; undefined when they can. Without a member it is what
 * holds for anybody. The campaign's own phase is not looked at.
 */
export function refusalOf(
  facts: Facts,
  offered: Coupon,
  reward: RewardFacts,
  member: Pick<Member, 'id'> | undefined,
  now: Now,
): Refusal | undefined {
  return (
    outsideWindow(facts, offered, now) ??
    (reward.isEnabled ? undefined : { status: 'suspended' }) ??
    (member && overLimit(facts, offered, member, now)) ??
    outOfStock(facts, offered, reward, now)
  )
}
