import type { CampaignPhase, CouponFace, HeldReward, Outcome } from '../../schemas/outcome'
import type { Validity } from '../../schemas/reward'

/*
 * What the phone is shown of a points mall. Apart from tool.ts because the view, which a phone
 * downloads, works on it too.
 */

/** What an item gives, as far as its picture and its words need it. */
export type Offer =
  | ({ kind: 'coupon'; validity: Validity } & CouponFace)
  | { kind: 'cash'; amountFen: number }
  | { kind: 'subsidy'; amountFen: number; validity: Validity }
  | { kind: 'points'; points: number; validDays: number }
  | { kind: 'partner_voucher'; partner: string; validity: Validity }
  | { kind: 'physical' }

/** What stands between a member and one item, apart from what they can pay. */
export type ItemState =
  | 'open'
  | 'limit'
  | 'limit_today'
  | 'sold_out'
  | 'sold_out_today'
  | 'not_started'
  | 'ended'
  | 'suspended'
  | 'budget_exhausted'
  | 'not_eligible'

export interface MallItem {
  rewardId: string
  title: string
  offer: Offer
  /** Its picture; empty for the drawing of its kind. */
  image: string
  /** A word on the corner of the picture; empty for none. */
  tag: string
  points: number
  cashFen: number
  /** 0 to 100, of today where there is a stock of the day; 100 only when nothing is left. */
  gonePercent: number
  state: ItemState
  /** How many the member redeemed, in all and today, and of how many at most. */
  mine: number
  perMember: number
  mineToday: number
  perDay: number | null
}

export interface PointsMallState {
  phase: CampaignPhase
  startsAt: string
  endsAt: string
  /** When the stock and the limits of the day begin anew. */
  nextDayAt: string
  /** Null while nobody is signed in. `at` is the instant at which those points are gone. */
  wallet: { points: number; cashFen: number; expiring: { points: number; at: string } | null } | null
  items: MallItem[]
  /** The member's latest redemptions here. */
  records: HeldReward[]
  /** Where to earn points and to top the balance up; empty where there is no such place. */
  earnLink: string
  topUpLink: string
}

/** What an answer taught about one item, until the server's state says it too. */
export interface Lesson {
  status: Outcome['status'] | 'failed'
  /** The item as it was when the member tapped. */
  about: MallItem
}

/** What a member lacks for an item; zeros when nothing, or when nobody knows. */
export function missingFor(
  { points, cashFen }: Pick<MallItem, 'points' | 'cashFen'>,
  wallet: PointsMallState['wallet'],
): { points: number; cashFen: number } {
  return {
    points: wallet ? Math.max(0, points - wallet.points) : 0,
    cashFen: wallet ? Math.max(0, cashFen - wallet.cashFen) : 0,
  }
}

/**
 * The item as it is at `now` (ms): what the server told, what an answer has taught since, and the
 * clock, which opens and closes the mall and begins a new day between two loads of the state.
 */
export function itemNow(
  item: MallItem,
  mall: Pick<PointsMallState, 'startsAt' | 'endsAt' | 'nextDayAt'>,
  lesson: Lesson | undefined,
  now: number | undefined,
): MallItem {
  const told = lesson ? afterLesson(item, lesson) : item
  if (now === undefined) return told
  const { state } = told
  if (now >= Date.parse(mall.endsAt)) return state === 'suspended' ? told : { ...told, state: 'ended' }
  if (state === 'not_started' && now >= Date.parse(mall.startsAt)) return { ...told, state: 'open' }
  if (now >= Date.parse(mall.nextDayAt)) {
    if (state === 'sold_out_today') return { ...told, state: 'open', gonePercent: 0, mineToday: 0 }
    if (state === 'limit_today') return { ...told, state: 'open', mineToday: 0 }
  }
  return told
}

function afterLesson(item: MallItem, { status, about }: Lesson): MallItem {
  if (item.state !== 'open') return item
  // The server's state knows nothing of eligibility and money: these two only an answer teaches.
  if (status === 'budget_exhausted' || status === 'not_eligible') return { ...item, state: status }
  if (about !== item) return item
  if (status === 'sold_out') return { ...item, state: status, gonePercent: 100 }
  if (status === 'ended' || status === 'suspended') return { ...item, state: status }
  return item
}
