import type { HeldReward, Outcome } from '../../schemas/outcome'
import type { StateSample, WidgetFixtures } from '../kit/fixtures'
import type { RewardFacts } from '../kit/tool'
import type { ItemState, MallItem, PointsMallState } from './state'
import type { PointsMallConfig } from './tool'

const STARTS_AT = '2026-11-10T16:00:00.000Z'
/** Eight in the evening in Shanghai. */
const OPENS_LATER = '2026-11-11T12:00:00.000Z'
const MIDNIGHT = '2026-11-11T16:00:00.000Z'
const ENDS_AT = '2026-11-20T16:00:00.000Z'
const LINK = '/p/double-11'

const rewards: RewardFacts[] = [
  {
    id: 'rwd_0000000001',
    title: '全场通用满减券',
    terms: {
      kind: 'coupon',
      amountFen: 2_000,
      thresholdFen: 19_900,
      validity: { kind: 'days', days: 3 },
      useLink: LINK,
    },
    isEnabled: true,
    stock: 1_000,
    taken: 834,
  },
  {
    id: 'rwd_0000000002',
    title: '星河影城 2D 电影兑换券',
    terms: {
      kind: 'partner_voucher',
      partner: '星河影城',
      costFen: 2_990,
      validity: { kind: 'until', until: '2026-12-31T15:59:59.000Z' },
      howToUse: '打开星河影城 App，在「我的—兑换券」里输入券码',
      useLink: 'https://cinema.example/redeem',
    },
    isEnabled: true,
    stock: 500,
    taken: 62,
  },
  {
    id: 'rwd_0000000003',
    title: '联名保温杯 480 ml 珍珠白',
    terms: { kind: 'physical', costFen: 4_500, image: '' },
    isEnabled: true,
    stock: 300,
    taken: 288,
    today: { stock: 30, taken: 18 },
  },
  {
    id: 'rwd_0000000004',
    title: '1.88 元现金红包',
    terms: { kind: 'cash', amountFen: 188, useLink: LINK },
    isEnabled: true,
    stock: 10_000,
    taken: 1_200,
  },
  {
    id: 'rwd_0000000005',
    title: '会员日积分加倍卡',
    terms: { kind: 'points', points: 200, costFen: 200, validDays: 90, useLink: LINK },
    isEnabled: true,
    stock: 10_000,
    taken: 0,
  },
]

const config: PointsMallConfig = {
  items: [
    { rewardId: 'rwd_0000000001', pointsPrice: 200, cashFen: 0, perMember: 3, perDay: 1, tag: '热兑' },
    { rewardId: 'rwd_0000000002', pointsPrice: 500, cashFen: 990, perMember: 2, tag: '新品' },
    { rewardId: 'rwd_0000000003', pointsPrice: 1_800, cashFen: 1_900, perMember: 1, tag: '限量' },
    { rewardId: 'rwd_0000000004', pointsPrice: 188, cashFen: 0, perMember: 1, tag: '' },
    { rewardId: 'rwd_0000000005', pointsPrice: 100, cashFen: 0, perMember: 1, tag: '' },
  ],
  earnLink: '/p/earn-points',
  topUpLink: '/p/top-up',
}

/** What the sample's items show of their rewards. */
const offers: MallItem['offer'][] = [
  { kind: 'coupon', amountFen: 2_000, thresholdFen: 19_900, validity: { kind: 'days', days: 3 } },
  {
    kind: 'partner_voucher',
    partner: '星河影城',
    validity: { kind: 'until', until: '2026-12-31T15:59:59.000Z' },
  },
  { kind: 'physical' },
  { kind: 'cash', amountFen: 188 },
  { kind: 'points', points: 200, validDays: 90 },
]
const GONE = [83, 12, 60, 12, 0]

const items: MallItem[] = config.items.map((each, i) => ({
  rewardId: each.rewardId,
  title: rewards[i]?.title ?? '',
  offer: offers[i] ?? { kind: 'physical' },
  image: '',
  tag: each.tag,
  points: each.pointsPrice,
  cashFen: each.cashFen,
  gonePercent: GONE[i] ?? 0,
  state: 'open',
  mine: 0,
  perMember: each.perMember,
  mineToday: 0,
  perDay: each.perDay ?? null,
}))

function held(
  n: number,
  title: string,
  given: HeldReward['given'],
  over: Partial<HeldReward> = {},
): HeldReward {
  return {
    id: `grt_000000000${n}`,
    rewardId: `rwd_000000000${n}`,
    title,
    given,
    state: 'granted',
    grantedAt: '2026-11-11T01:58:00.000Z',
    expiresAt: null,
    useLink: '',
    ...over,
  }
}

/** One redemption of each kind, as the engine would answer it. */
export const redeemed = {
  coupon: held(
    1,
    '全场通用满减券',
    { kind: 'coupon', amountFen: 2_000, thresholdFen: 19_900 },
    { expiresAt: '2026-11-14T01:58:00.000Z', useLink: LINK },
  ),
  code: held(
    2,
    '星河影城 2D 电影兑换券',
    {
      kind: 'partner_voucher',
      partner: '星河影城',
      code: 'XH7K-29QF-83MD',
      howToUse: '打开星河影城 App，在「我的—兑换券」里输入券码',
    },
    { expiresAt: '2026-12-31T15:59:59.000Z', useLink: 'https://cinema.example/redeem' },
  ),
  physical: held(3, '联名保温杯 480 ml 珍珠白', { kind: 'physical', image: '', hasAddress: false }),
  cash: held(4, '1.88 元现金红包', { kind: 'cash', amountFen: 188 }, { useLink: LINK }),
  points: held(
    5,
    '会员日积分加倍卡',
    { kind: 'points', points: 200 },
    { expiresAt: '2027-02-09T01:58:00.000Z', useLink: LINK },
  ),
} satisfies Record<string, HeldReward>

const running: PointsMallState = {
  phase: 'running',
  startsAt: STARTS_AT,
  endsAt: ENDS_AT,
  nextDayAt: MIDNIGHT,
  wallet: {
    points: 2_680,
    cashFen: 4_350,
    expiring: { points: 120, at: '2026-11-30T16:00:00.000Z' },
  },
  items,
  records: [],
  earnLink: config.earnLink,
  topUpLink: config.topUpLink,
}

type Sample = StateSample<PointsMallState>

/** The running mall with something changed about it, and about each of its items. */
function sample(
  mall: Partial<PointsMallState>,
  item: Partial<MallItem> = {},
  more: Partial<Sample> = {},
): Sample {
  return {
    status: 'ready',
    state: { ...running, ...mall, items: (mall.items ?? items).map((each) => ({ ...each, ...item })) },
    ...more,
  }
}

const everyItem = (state: ItemState, over: Partial<MallItem> = {}): Partial<MallItem> => ({ state, ...over })

/** The item at `place`, tapped, and confirmed unless `answer` is missing. */
function tapped(
  place: number,
  answer?: Outcome | 'pending' | 'offline',
  over: Partial<PointsMallState> = {},
): Sample {
  const title = items[place]?.title ?? ''
  const taps = [`立即兑换 ${title}`]
  return answer === undefined
    ? sample(over, {}, { taps })
    : sample(over, {}, { answers: { redeem: answer }, taps: [...taps, '确认兑换'] })
}

const granted = (reward: HeldReward): Outcome => ({ status: 'granted', rewards: [reward] })

export const fixtures: WidgetFixtures<PointsMallState, PointsMallConfig> = {
  versions: [{ version: 1, props: { title: '积分商城', layout: 'grid', showProgress: true } }],
  states: {
    running: sample({}),
    notStarted: sample(
      { phase: 'not_started', startsAt: OPENS_LATER },
      everyItem('not_started', { gonePercent: 0 }),
    ),
    pointsShort: sample({ wallet: { points: 80, cashFen: 4_350, expiring: null } }),
    balanceShort: sample({ wallet: { points: 2_680, cashFen: 150, expiring: null } }),
    soldOut: sample({}, everyItem('sold_out', { gonePercent: 100 })),
    soldOutToday: sample({}, everyItem('sold_out_today', { gonePercent: 100 })),
    limitReached: sample({}, everyItem('limit', { mine: 1, mineToday: 1 })),
    limitToday: sample({}, everyItem('limit_today', { mine: 1, mineToday: 1 })),
    notEligible: sample({}, everyItem('not_eligible')),
    budgetExhausted: sample({}, everyItem('budget_exhausted')),
    suspended: sample({ phase: 'suspended' }, everyItem('suspended')),
    ended: sample({ phase: 'ended', endsAt: '2026-11-11T01:00:00.000Z' }, everyItem('ended')),
    offline: sample({}, {}, { status: 'offline' }),
    loggedOut: sample({ wallet: null }),
    loading: sample({}, {}, { status: 'loading' }),
    empty: sample({ items: [] }),
    confirm: tapped(1),
    confirmShort: sample(
      { wallet: { points: 380, cashFen: 4_350, expiring: null } },
      {},
      { taps: [`还差 120 积分 ${items[1]?.title ?? ''}`] },
    ),
    confirmLoggedOut: sample({ wallet: null }, {}, { taps: [`登录兑换 ${items[1]?.title ?? ''}`] }),
    redeeming: tapped(1, 'pending'),
    redeemedCoupon: tapped(0, granted(redeemed.coupon)),
    redeemedCode: tapped(1, granted(redeemed.code)),
    redeemedPhysical: tapped(2, granted(redeemed.physical)),
    redeemedCash: tapped(3, granted(redeemed.cash)),
    redeemedPoints: tapped(4, granted(redeemed.points)),
    soldOutMeanwhile: tapped(1, { status: 'sold_out', nextAt: MIDNIGHT }),
    shortMeanwhile: tapped(1, { status: 'points_short', missing: 120 }),
    offlineWhileRedeeming: tapped(1, 'offline'),
    records: sample({ records: Object.values(redeemed) }, {}, { taps: ['兑换记录'] }),
    noRecords: sample({}, {}, { taps: ['兑换记录'] }),
    rules: sample({}, {}, { taps: ['规则'] }),
  },
  tool: {
    config,
    rewards,
    inputs: { redeem: { rewardId: 'rwd_0000000001' } },
    wallets: { mbr_0000000001: { points: 10_000, cashFen: 100_000 } },
  },
}
