import type { CampaignPhase, Outcome } from '../../schemas/outcome'
import type { CouponValidity } from '../../schemas/reward'

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

export interface CouponOffer {
  rewardId: string
  title: string
  amountFen: number
  thresholdFen: number
  validity: CouponValidity
  useLink: string
  /** When it can be claimed, the campaign's window and the coupon's own taken together. */
  opensAt: string
  closesAt: string
  /** 0 to 100; 100 only when nothing is left. */
  takenPercent: number
  state: OfferState
  /** How many the member took, of at most `limit`. */
  mine: number
  limit: number
}

export interface CouponWallState {
  phase: CampaignPhase
  startsAt: string
  endsAt: string
  isSignedIn: boolean
  coupons: CouponOffer[]
}

/** What an answer taught about one coupon, until the server's state says it too. */
export interface Lesson {
  status: Outcome['status'] | 'failed'
  /** The coupon as it was when the member tapped. */
  about: CouponOffer
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
  if (told.state === 'not_started' && now >= Date.parse(told.opensAt) && now < Date.parse(told.closesAt)) {
    return { ...told, state: 'claimable' }
  }
  if (told.state === 'claimable' && now >= Date.parse(told.closesAt)) {
    return { ...told, state: told.mine > 0 ? 'taken' : 'ended' }
  }
  return told
}

function afterLesson(offer: CouponOffer, { status, about }: Lesson): CouponOffer {
  // The server's state knows nothing of eligibility and money: these two only an answer teaches.
  if (status === 'budget_exhausted' || status === 'not_eligible') {
    return offer.state === 'claimable' ? { ...offer, state: offer.mine > 0 ? 'taken' : status } : offer
  }
  if (about !== offer) return offer
  if (status === 'granted') {
    const mine = offer.mine + 1
    return { ...offer, mine, state: mine >= offer.limit ? 'taken' : offer.state }
  }
  if (status === 'limit_reached') return { ...offer, mine: offer.limit, state: 'taken' }
  if (status === 'sold_out')
    return { ...offer, takenPercent: 100, state: offer.mine > 0 ? 'taken' : 'sold_out' }
  if (status === 'ended' || status === 'suspended') {
    return { ...offer, state: offer.mine > 0 ? 'taken' : status }
  }
  return offer
}
