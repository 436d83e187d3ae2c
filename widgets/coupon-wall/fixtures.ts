import type { StateSample, WidgetFixtures } from '../kit/fixtures'
import type { RewardFacts } from '../kit/tool'
import type { CouponOffer, CouponWallState } from './state'
import type { CouponWallConfig } from './tool'

const STARTS_AT = '2026-11-10T16:00:00.000Z'
/** Eight in the evening in Shanghai. */
const OPENS_LATER = '2026-11-11T12:00:00.000Z'
const ENDS_AT = '2026-11-11T16:00:00.000Z'

const rewards: RewardFacts[] = [
  {
    id: 'rwd_0000000001',
    kind: 'coupon',
    title: '全场通用券',
    coupon: {
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
    kind: 'coupon',
    title: '家用电器专享大额满减券',
    coupon: {
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
    kind: 'coupon',
    title: '新人见面礼',
    coupon: { amountFen: 990, thresholdFen: 0, validity: { kind: 'days', days: 7 }, useLink: '/p/double-11' },
    isEnabled: true,
    stock: 10_000,
    taken: 0,
  },
]

const config: CouponWallConfig = {
  coupons: [
    { rewardId: 'rwd_0000000001', perMember: 1 },
    { rewardId: 'rwd_0000000002', perMember: 2 },
    { rewardId: 'rwd_0000000003', perMember: 1 },
  ],
}

const offers: CouponOffer[] = rewards.map(({ id, title, coupon, stock, taken }, i) => ({
  rewardId: id,
  title,
  ...coupon,
  opensAt: STARTS_AT,
  closesAt: ENDS_AT,
  takenPercent: Math.floor((100 * taken) / stock),
  state: 'claimable',
  mine: 0,
  limit: config.coupons[i]?.perMember ?? 1,
}))

const running: CouponWallState = {
  phase: 'running',
  startsAt: STARTS_AT,
  endsAt: ENDS_AT,
  isSignedIn: true,
  coupons: offers,
}

/** The running wall with something changed about it, and about each of its coupons. */
function sample(
  wall: Partial<CouponWallState>,
  offer: Partial<CouponOffer> = {},
  status: StateSample<CouponWallState>['status'] = 'ready',
): StateSample<CouponWallState> {
  return { status, state: { ...running, ...wall, coupons: offers.map((each) => ({ ...each, ...offer })) } }
}

export const fixtures: WidgetFixtures<CouponWallState, CouponWallConfig> = {
  versions: [{ version: 1, props: { title: '双11 领券中心', layout: 'list', showProgress: true } }],
  states: {
    running: sample({}),
    notStarted: sample(
      { phase: 'not_started', startsAt: OPENS_LATER },
      { state: 'not_started', opensAt: OPENS_LATER, takenPercent: 0 },
    ),
    soldOut: sample({}, { state: 'sold_out', takenPercent: 100 }),
    taken: sample({}, { state: 'taken', mine: 1 }),
    notEligible: sample({}, { state: 'not_eligible' }),
    ended: sample({ phase: 'ended' }, { state: 'ended' }),
    suspended: sample({ phase: 'suspended' }, { state: 'suspended' }),
    offline: sample({}, {}, 'offline'),
    loggedOut: sample({ isSignedIn: false }),
    budgetExhausted: sample({}, { state: 'budget_exhausted' }),
  },
  tool: { config, rewards, inputs: { claim: { rewardId: 'rwd_0000000001' } } },
}
