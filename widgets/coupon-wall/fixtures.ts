import type { HeldReward, Outcome } from '../../schemas/outcome'
import type { StateSample, WidgetFixtures } from '../kit/fixtures'
import type { RewardFacts } from '../kit/tool'
import type { CouponOffer, CouponWallState, OfferFace, SessionState } from './state'
import type { CouponWallConfig } from './tool'

const STARTS_AT = '2026-11-10T16:00:00.000Z'
/** Noon and eight in the evening in Shanghai. */
const NOON = '2026-11-11T04:00:00.000Z'
const EVENING = '2026-11-11T12:00:00.000Z'
const ENDS_AT = '2026-11-11T16:00:00.000Z'
const IN_TWO_DAYS = '2026-11-13T15:59:59.000Z'

const rewards: RewardFacts[] = [
  {
    id: 'rwd_0000000001',
    title: '全场通用券',
    terms: {
      kind: 'coupon',
      amountFen: 2_000,
      thresholdFen: 19_900,
      validity: { kind: 'days', days: 3 },
      useLink: '/p/double-11',
    },
    isEnabled: true,
    stock: 1_000,
    taken: 834,
  },
  {
    id: 'rwd_0000000002',
    title: '家用电器专享大额满减券',
    terms: {
      kind: 'coupon',
      amountFen: 20_000,
      thresholdFen: 199_900,
      validity: { kind: 'until', until: '2026-11-30T15:59:59.000Z' },
      useLink: '/p/double-11',
    },
    isEnabled: true,
    stock: 500,
    taken: 62,
  },
  {
    id: 'rwd_0000000003',
    title: '新人见面礼',
    terms: {
      kind: 'coupon',
      amountFen: 990,
      thresholdFen: 0,
      validity: { kind: 'days', days: 7 },
      useLink: '/p/double-11',
    },
    isEnabled: true,
    stock: 10_000,
    taken: 0,
  },
  {
    id: 'rwd_0000000004',
    title: '整点限量神券',
    terms: {
      kind: 'coupon',
      amountFen: 8_800,
      thresholdFen: 59_900,
      validity: { kind: 'days', days: 1 },
      useLink: '/p/double-11',
    },
    isEnabled: true,
    stock: 9_000,
    taken: 1_200,
  },
]

const config: CouponWallConfig = {
  coupons: [
    { rewardId: 'rwd_0000000001', perMember: 1 },
    { rewardId: 'rwd_0000000002', perMember: 2 },
    { rewardId: 'rwd_0000000003', perMember: 1 },
    { rewardId: 'rwd_0000000004', perMember: 3, perDay: 1, perSession: 500 },
  ],
  sessions: [
    { hour: 10, minute: 0 },
    { hour: 14, minute: 0 },
    { hour: 20, minute: 0 },
  ],
}

const offers: CouponOffer[] = rewards.map(({ id, title, terms, stock, taken }, i) => ({
  rewardId: id,
  title,
  face: faceOf(terms),
  useLink: 'useLink' in terms ? terms.useLink : '',
  opensAt: STARTS_AT,
  closesAt: ENDS_AT,
  takenPercent: Math.floor((100 * taken) / stock),
  state: 'claimable',
  mine: 0,
  limit: config.coupons[i]?.perMember ?? 1,
  isInSession: false,
}))
const allDay = offers.slice(0, 3)

function faceOf(terms: RewardFacts['terms']): OfferFace {
  if (terms.kind !== 'coupon') throw new Error('the samples are coupons')
  const { kind, amountFen, thresholdFen, validity } = terms
  return { kind, amountFen, thresholdFen, validity }
}

const running: CouponWallState = {
  phase: 'running',
  startsAt: STARTS_AT,
  endsAt: ENDS_AT,
  isSignedIn: true,
  sessions: [],
  coupons: allDay,
}

type Sample = StateSample<CouponWallState>

const held = (id: number, title: string, amountFen: number, thresholdFen: number): HeldReward => ({
  id: `grt_000000000${id}`,
  rewardId: `rwd_000000000${id}`,
  title,
  given: { kind: 'coupon', amountFen, thresholdFen },
  state: 'granted',
  grantedAt: '2026-11-11T02:00:00.000Z',
  expiresAt: IN_TWO_DAYS,
  useLink: '/p/double-11',
})
const granted: Outcome = { status: 'granted', rewards: [held(1, '全场通用券', 2_000, 19_900)] }
const grantedAll: Outcome = {
  status: 'granted',
  rewards: [...(granted.status === 'granted' ? granted.rewards : []), held(3, '新人见面礼', 990, 0)],
  parts: [
    { name: 'rwd_0000000001', status: 'granted' },
    { name: 'rwd_0000000002', status: 'limit_reached' },
    { name: 'rwd_0000000003', status: 'granted' },
  ],
}
const answers = { claim: granted, claimAll: grantedAll }

/** The running wall with something changed about it, and about each of its coupons. */
function sample(
  wall: Partial<CouponWallState>,
  offer: Partial<CouponOffer> = {},
  status: Sample['status'] = 'ready',
): Sample {
  const coupons = (wall.coupons ?? allDay).map((each) => ({ ...each, ...offer }))
  return { status, state: { ...running, ...wall, coupons }, answers }
}

/** The wall with its second coupon already claimed. */
const mixed = allDay.map((offer, i) =>
  i === 1
    ? { ...offer, state: 'taken' as const, mine: 2, held: { expiresAt: ENDS_AT, isExpired: false } }
    : offer,
)

/** Sessions at these hours in Shanghai, as they are at ten in the morning. */
function sessions(...hours: number[]): SessionState[] {
  const instant = (hour: number) => new Date(Date.parse(STARTS_AT) + hour * 3_600_000).toISOString()
  return hours.map((hour, i) => {
    const end = hours[i + 1] ?? 24
    const isRunning = hour <= 10 && end > 10
    return {
      startsAt: instant(hour),
      endsAt: instant(end),
      state: isRunning ? 'running' : end <= 10 ? 'ended' : 'soon',
    }
  })
}

/** The first two coupons are given out in sessions; the third can be had all day. */
function inSessions(hours: number[], offer: Partial<CouponOffer>): Sample {
  const [first, second, third] = [offers[3], offers[1], offers[2]] as [CouponOffer, CouponOffer, CouponOffer]
  const coupons = [first, second].map((each) => ({ ...each, takenPercent: 46, ...offer, isInSession: true }))
  return sample({ sessions: sessions(...hours), coupons: [...coupons, third] })
}

export const fixtures: WidgetFixtures<CouponWallState, CouponWallConfig> = {
  versions: [{ version: 1, props: { title: '双11 领券中心', layout: 'list', showProgress: true } }],
  states: {
    running: sample({}),
    notStarted: sample(
      { phase: 'not_started', startsAt: EVENING },
      { state: 'not_started', opensAt: EVENING, takenPercent: 0 },
    ),
    soldOut: sample({}, { state: 'sold_out', takenPercent: 100 }),
    soldOutUntil: inSessions([10, 14, 20], {
      state: 'sold_out',
      takenPercent: 100,
      nextAt: '2026-11-11T06:00:00.000Z',
    }),
    taken: sample({}, { state: 'taken', mine: 1, held: { expiresAt: IN_TWO_DAYS, isExpired: false } }),
    expiresToday: sample({}, { state: 'taken', mine: 2, held: { expiresAt: ENDS_AT, isExpired: false } }),
    notEligible: sample({}, { state: 'not_eligible' }),
    ended: sample({ phase: 'ended' }, { state: 'ended' }),
    suspended: sample({ phase: 'suspended' }, { state: 'suspended' }),
    budgetExhausted: sample({}, { state: 'budget_exhausted' }),
    offline: { ...sample({}, {}, 'offline'), answers: { claim: 'offline' }, taps: ['立即领取'] },
    loggedOut: sample({ isSignedIn: false }),
    empty: sample({ coupons: [] }),
    sessionSoon: inSessions([12, 16, 20], { state: 'not_started', opensAt: NOON, takenPercent: 0 }),
    sessionRunning: inSessions([8, 10, 14, 20], {}),
    sessionOver: { ...inSessions([8, 10, 14, 20], {}), taps: ['08:00 已结束'] },
    claiming: { ...sample({}), answers: { claim: 'pending' }, taps: ['立即领取'] },
    claimed: { ...sample({}), taps: ['立即领取'] },
    claimedAll: { ...sample({ coupons: mixed }), taps: ['一键领取'] },
    rules: { ...inSessions([10, 14, 20], { dayLimit: 1 }), taps: ['规则'] },
  },
  tool: { config, rewards, inputs: { claim: { rewardId: 'rwd_0000000001' }, claimAll: {} } },
}
