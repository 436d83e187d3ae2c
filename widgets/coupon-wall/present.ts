import type { RewardTerms } from '../../schemas/reward'
import { isSoldOut, type Member, type Now, type RewardFacts, type ToolFacts } from '../kit/tool'
import { type Coupon, type CouponWallConfig, takenBy, takenInSession } from './config'
import { closesAt, refusalOf } from './offer'
import { sessionAt, sessionsOf } from './sessions'
import type { CouponOffer, CouponWallState, OfferFace, OfferState } from './state'

type Facts = ToolFacts<CouponWallConfig>

/** What the phone is shown of the wall: its sessions today, and every coupon whose reward exists. */
export function presentWall(facts: Facts, member: Member | undefined, now: Now): CouponWallState {
  const { phase, startsAt, endsAt } = facts.campaign
  return {
    phase,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    isSignedIn: member !== undefined,
    sessions: sessionsOf(facts.config, now).map((session) => ({
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      state: session.endsAt <= now.at ? 'ended' : session.startsAt <= now.at ? 'running' : 'soon',
    })),
    coupons: facts.config.coupons.flatMap((offered) => {
      const reward = facts.reward(offered.rewardId)
      return reward ? [presentCoupon(facts, offered, reward, member, now)] : []
    }),
  }
}

function presentCoupon(
  facts: Facts,
  offered: Coupon,
  reward: RewardFacts,
  member: Member | undefined,
  now: Now,
): CouponOffer {
  const { rewardId, from, perMember, perDay, perSession } = offered
  const refusal = refusalOf(facts, offered, reward, member, now)
  const mine = member ? facts.used(takenBy(member, offered)) : 0
  const starts = facts.campaign.startsAt.toISOString()
  const held = facts.mine.find((each) => each.rewardId === rewardId)
  return {
    rewardId,
    title: reward.title,
    face: faceOf(reward.terms),
    useLink: 'useLink' in reward.terms ? reward.terms.useLink : '',
    opensAt: refusal?.status === 'not_started' ? later(refusal.startsAt, starts) : later(from ?? '', starts),
    closesAt: closesAt(facts, offered).toISOString(),
    ...nextAtOf(refusal, facts, offered, now),
    takenPercent: takenPercent(facts, offered, reward, now),
    state: offerState(facts.campaign.phase, refusal?.status, mine),
    mine,
    limit: perMember,
    ...(perDay && { dayLimit: perDay }),
    isInSession: perSession !== undefined,
    ...(held && { held: { expiresAt: held.expiresAt, isExpired: held.state === 'expired' } }),
  }
}

/** Instants are written alike, so the later one is the greater text. */
function later(a: string, b: string): string {
  return a > b ? a : b
}

/** When what is refused now can be had again. */
function nextAtOf(
  refusal: ReturnType<typeof refusalOf>,
  facts: Facts,
  offered: Coupon,
  { nextDayAt }: Now,
): { nextAt?: string } {
  if (refusal?.status === 'sold_out' && refusal.nextAt) return { nextAt: refusal.nextAt }
  const isTomorrow = refusal?.status === 'limit_reached' && refusal.rule === 'per_day'
  return isTomorrow && nextDayAt < closesAt(facts, offered) ? { nextAt: nextDayAt.toISOString() } : {}
}

/**
 * How much is gone of what can be had now: of the session, the day, or the whole. Rounded down,
 * and full only when nothing is left. The counts themselves stay on the server.
 */
function takenPercent(facts: Facts, offered: Coupon, reward: RewardFacts, now: Now): number {
  if (isSoldOut(reward)) return 100
  const session = sessionAt(facts.config, now)
  const { perSession } = offered
  if (perSession && !session) return 0
  const [taken, of] =
    perSession && session
      ? [facts.used(takenInSession(session, offered)), perSession]
      : reward.today
        ? [reward.today.taken, reward.today.stock]
        : [reward.taken, reward.stock]
  return Math.min(100, Math.floor((100 * taken) / of))
}

/** Whoever holds the coupon is told so, also when there is no more to be had. */
function offerState(
  phase: CouponWallState['phase'],
  refused: NonNullable<ReturnType<typeof refusalOf>>['status'] | undefined,
  mine: number,
): OfferState {
  let state: OfferState = 'claimable'
  if (phase === 'ended' || refused === 'ended') state = 'ended'
  else if (phase === 'suspended' || refused === 'suspended') state = 'suspended'
  else if (phase === 'not_started' || refused === 'not_started') state = 'not_started'
  else if (refused === 'limit_reached') state = 'taken'
  else if (refused === 'sold_out') state = 'sold_out'
  return state !== 'claimable' && mine > 0 ? 'taken' : state
}

/** The reward as the ticket shows it: what it gives, and nothing of what it costs. */
function faceOf(terms: RewardTerms): OfferFace {
  switch (terms.kind) {
    case 'coupon': {
      const { kind, amountFen, off, thresholdFen, validity } = terms
      return { kind, amountFen, off, thresholdFen, validity }
    }
    case 'cash':
      return { kind: 'cash', amountFen: terms.amountFen }
    case 'subsidy':
      return { kind: 'subsidy', amountFen: terms.amountFen, validity: terms.validity }
    case 'points':
      return { kind: 'points', points: terms.points }
    case 'partner_voucher':
      return { kind: 'partner_voucher', partner: terms.partner, validity: terms.validity }
    case 'physical':
      return { kind: 'physical', image: terms.image }
  }
}
