import type { CampaignPhase, CouponFace, Outcome } from '../../schemas/outcome'
import type { Validity } from '../../schemas/reward'

/*
 * What the phone is shown of a coupon wall. Apart from tool.ts because the view, which a phone
 * downloads, works on it too.
 */

/** What a member can do with one coupon now. */
export type OfferState =
  | 'claimable'
  | 'taken'
  | 'sold_out'
  | 'not_started'
  | 'ended'
  | 'suspended'
  | 'budget_exhausted'
  | 'not_eligible'

/** What one of it gives. Mostly a coupon; a wall may hold anything else that can be given. */
export type OfferFace =
  | ({ kind: 'coupon'; validity: Validity } & CouponFace)
  | { kind: 'cash'; amountFen: number }
  | { kind: 'subsidy'; amountFen: number; validity: Validity }
  | { kind: 'points'; points: number }
  | { kind: 'partner_voucher'; partner: string; validity: Validity }
  | { kind: 'physical'; image: string }

export interface CouponOffer {
  rewardId: string
  title: string
  face: OfferFace
  useLink: string
  /** When it can first be claimed: the campaign's window, its own, and its next session together. */
  opensAt: string
  /** When it is over for good. */
  closesAt: string
  /** When there will be more, of one that is sold out or was claimed today. */
  nextAt?: string
  /** 0 to 100; 100 only when nothing is left. */
  takenPercent: number
  state: OfferState
  /** How many the member took, of at most `limit`. */
  mine: number
  limit: number
  /** At most this many on one day. */
  dayLimit?: number
  /** Offered in sessions only. */
  isInSession: boolean
  /** The one the member took last. */
  held?: { expiresAt: string | null; isExpired: boolean }
}

export interface SessionState {
  startsAt: string
  endsAt: string
  state: 'ended' | 'running' | 'soon'
}

export interface CouponWallState {
  phase: CampaignPhase
  startsAt: string
  endsAt: string
  isSignedIn: boolean
  /** Today's, in their order. */
  sessions: SessionState[]
  coupons: CouponOffer[]
}

/** What an answer taught about one coupon, until the server's state says it too. */
export interface Lesson {
  status: Outcome['status'] | 'failed'
  /** When there will be more, where the answer says so. */
  nextAt?: string
  /** The coupon as it was when the member tapped. */
  about: CouponOffer
}

/** The coupon with another state, unless the member holds it: then that is what counts. */
function unlessMine(offer: CouponOffer, state: OfferState): CouponOffer {
  return { ...offer, state: offer.mine > 0 ? 'taken' : state }
}

/**
 * The coupon as it is at `now` (ms): the state the server told, what an answer has taught since,
 * and the clock, which opens and closes it between two loads of the state.
 */
export function offerNow(
  offer: CouponOffer,
  lesson: Lesson | undefined,
  now: number | undefined,
): CouponOffer {
  const told = lesson ? afterLesson(offer, lesson) : offer
  if (now === undefined) return told
  const { state, nextAt } = told
  const mayChange = state === 'claimable' || state === 'not_started' || state === 'sold_out'
  if (now >= Date.parse(told.closesAt)) return mayChange ? unlessMine(told, 'ended') : told
  if (state === 'not_started' && now >= Date.parse(told.opensAt)) return { ...told, state: 'claimable' }
  if (nextAt && now >= Date.parse(nextAt) && (state === 'sold_out' || state === 'taken')) {
    return { ...told, state: 'claimable', takenPercent: 0, nextAt: undefined }
  }
  return told
}

function afterLesson(offer: CouponOffer, { status, nextAt, about }: Lesson): CouponOffer {
  // The server's state knows nothing of eligibility and money: these two only an answer teaches.
  if (status === 'budget_exhausted' || status === 'not_eligible') {
    return offer.state === 'claimable' ? unlessMine(offer, status) : offer
  }
  if (about !== offer) return offer
  switch (status) {
    case 'granted': {
      const mine = offer.mine + 1
      return { ...offer, mine, state: mine >= offer.limit ? 'taken' : offer.state }
    }
    case 'limit_reached':
      return { ...offer, state: 'taken' }
    case 'sold_out':
      return unlessMine({ ...offer, takenPercent: 100, nextAt }, 'sold_out')
    case 'ended':
    case 'suspended':
      return unlessMine(offer, status)
    default:
      return offer
  }
}

/** The day's sessions as they are at `now` (ms). */
export function sessionsNow(sessions: SessionState[], now: number | undefined): SessionState[] {
  if (now === undefined) return sessions
  return sessions.map((session) => {
    const { startsAt, endsAt } = session
    if (now >= Date.parse(endsAt)) return { ...session, state: 'ended' }
    return { ...session, state: now >= Date.parse(startsAt) ? 'running' : 'soon' }
  })
}

/** Which session to show when nobody chose: what runs, else what comes, else the last. */
export function sessionShown(sessions: SessionState[]): number {
  const running = sessions.findIndex(({ state }) => state === 'running')
  if (running >= 0) return running
  const soon = sessions.findIndex(({ state }) => state === 'soon')
  return soon >= 0 ? soon : sessions.length - 1
}

/** The coupon as a session that is over, or is still to come, shows it. */
export function offerInSession(offer: CouponOffer, session: SessionState | undefined): CouponOffer {
  if (!session || session.state === 'running' || !offer.isInSession || offer.mine >= offer.limit) return offer
  if (offer.state === 'ended' || offer.state === 'suspended') return offer
  if (session.state === 'ended' || session.startsAt >= offer.closesAt) {
    return { ...offer, state: 'ended', nextAt: undefined, takenPercent: 0 }
  }
  return { ...offer, state: 'not_started', opensAt: session.startsAt, takenPercent: 0 }
}
