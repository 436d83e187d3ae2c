import type { Given, HeldReward } from '../../schemas/outcome'
import type { RewardTerms } from '../../schemas/reward'
import type { StateSample, WidgetFixtures } from '../kit/fixtures'
import type { RewardFacts } from '../kit/tool'
import type { LotteryConfig } from './config'
import type { LotteryState, ShownPrize } from './state'

const STARTS_AT = '2026-11-10T16:00:00.000Z'
/** Eight in the evening in Shanghai. */
const OPENS_LATER = '2026-11-11T12:00:00.000Z'
const ENDS_AT = '2026-11-11T16:00:00.000Z'
const VENUE = '/p/double-11'

const reward = (no: number, title: string, terms: RewardTerms): RewardFacts => ({
  id: `rwd_000000000${no}`,
  title,
  terms,
  isEnabled: true,
  stock: 1_000,
  taken: 12,
})

const rewards: RewardFacts[] = [
  reward(1, '智能扫地机器人', { kind: 'physical', costFen: 199_900, image: '' }),
  reward(2, '88 元现金红包', { kind: 'cash', amountFen: 8_800, useLink: VENUE }),
  reward(3, '视频会员月卡', {
    kind: 'partner_voucher',
    partner: '星河影视',
    costFen: 1_500,
    validity: { kind: 'days', days: 30 },
    howToUse: '打开星河影视 App，在「我的－兑换中心」输入兑换码',
    useLink: '',
  }),
  reward(4, '全场通用券', {
    kind: 'coupon',
    amountFen: 2_000,
    thresholdFen: 19_900,
    validity: { kind: 'days', days: 3 },
    useLink: VENUE,
  }),
  reward(5, '100 积分', { kind: 'points', points: 100, costFen: 100, validDays: 365, useLink: '' }),
  reward(6, '无门槛 5 元券', {
    kind: 'coupon',
    amountFen: 500,
    thresholdFen: 0,
    validity: { kind: 'until', until: '2026-11-30T16:00:00.000Z' },
    useLink: VENUE,
  }),
  reward(7, '10 积分', { kind: 'points', points: 10, costFen: 10, validDays: 365, useLink: '' }),
]

/** Name and weight of each prize, in the order of their rewards; the last wins nothing. */
const PRIZES: [name: string, weight: number][] = [
  ['扫地机器人', 100],
  ['88 元红包', 900],
  ['视频月卡', 9_000],
  ['满199减20', 40_000],
  ['100 积分', 100_000],
  ['5 元券', 200_000],
  ['10 积分', 300_000],
  ['谢谢参与', 350_000],
]

const config: LotteryConfig = {
  prizes: PRIZES.map(([name, weight], i) => ({
    name,
    key: `p${i + 1}`,
    gives: rewards[i] ? 'reward' : 'nothing',
    ...(rewards[i] && { rewardId: rewards[i].id }),
    weight,
    ...(i === 0 && { total: 3, perDay: 1 }),
    isFallback: i === 6,
    image: '',
  })),
  freePerDay: 2,
  freePerCampaign: 1,
  pointsPerChance: 100,
  buysPerDay: 3,
  visits: [{ title: '双11 主会场', link: VENUE }],
  winsPerMember: 20,
  showOdds: true,
  useLink: VENUE,
}

const prizes: ShownPrize[] = config.prizes.map(({ key, name, weight }, i) => ({
  key,
  name,
  kind: rewards[i]?.terms.kind ?? 'none',
  image: '',
  isGone: false,
  chanceText: `${weight / 10_000}%`,
}))

const GIVEN: Given[] = [
  { kind: 'physical', image: '', hasAddress: false },
  { kind: 'cash', amountFen: 8_800 },
  {
    kind: 'partner_voucher',
    partner: '星河影视',
    code: 'XH7K-29QD-55MP',
    howToUse: '打开星河影视 App，在「我的－兑换中心」输入兑换码',
  },
  { kind: 'coupon', amountFen: 2_000, thresholdFen: 19_900 },
  { kind: 'points', points: 100 },
]

function held(i: number): HeldReward {
  const { id, title, terms } = rewards[i] as RewardFacts
  return {
    id: `grt_000000000${i}`,
    rewardId: id,
    title,
    given: GIVEN[i] as Given,
    state: 'granted',
    grantedAt: '2026-11-11T02:00:00.000Z',
    expiresAt: terms.kind === 'coupon' ? '2026-11-14T16:00:00.000Z' : null,
    useLink: 'useLink' in terms ? terms.useLink : '',
  }
}

const running: LotteryState = {
  phase: 'running',
  startsAt: STARTS_AT,
  endsAt: ENDS_AT,
  isSignedIn: true,
  chances: 3,
  points: 1_280,
  prizes,
  hasWonAll: false,
  tasks: [
    { kind: 'points', points: 100, done: 1, limit: 3 },
    { kind: 'visit', title: '双11 主会场', link: VENUE, isDone: false },
    { kind: 'visit', title: '会员专享', link: '/p/member-day', isDone: true },
  ],
  winners: ['小*', '李**', '阿*', '大***', '晨*', 'M***'].map((name, i) => ({
    name,
    prize: PRIZES[i % 4]?.[0] ?? '',
  })),
  mine: [held(3), held(4)],
  freePerDay: 2,
  freePerCampaign: 1,
  winsPerMember: 20,
  useLink: VENUE,
}

type Sample = StateSample<LotteryState>

/** The running lottery with something changed about it. */
function sample(state: Partial<LotteryState>, around: Partial<Sample> = {}): Sample {
  return { status: 'ready', ...around, state: { ...running, ...state } }
}

const DRAW = ['剩余 3 次']

/** What follows from one tap on the button. */
function drawn(answer: NonNullable<Sample['answers']>[string]): Sample {
  return sample({}, { answers: { draw: answer }, taps: DRAW })
}

const won = (i: number) =>
  drawn({ status: 'granted', rewards: [held(i)], detail: { prize: prizes[i]?.key ?? '' } })

export const fixtures: WidgetFixtures<LotteryState, LotteryConfig> = {
  versions: [
    { version: 1, props: { title: '幸运九宫格', skin: 'nine-grid', showWinners: true } },
    { version: 1, props: { title: '天天刮刮乐', skin: 'scratch', showWinners: true } },
    { version: 1, props: { title: '幸运大转盘', skin: 'wheel', showWinners: true } },
  ],
  states: {
    running: sample({}),
    notStarted: sample({ phase: 'not_started', startsAt: OPENS_LATER, winners: [] }),
    noChance: sample({ chances: 0 }),
    earning: sample({ chances: 0 }, { taps: ['去赚次数'] }),
    soldOut: sample({ soldOut: {}, prizes: prizes.map((prize) => ({ ...prize, isGone: true })) }),
    soldOutToday: sample({ soldOut: { nextAt: ENDS_AT } }),
    wonAll: sample({ hasWonAll: true }),
    ended: sample({ phase: 'ended' }),
    suspended: sample({ phase: 'suspended' }),
    budgetExhausted: drawn({ status: 'budget_exhausted' }),
    notEligible: drawn({ status: 'not_eligible', rule: 'level' }),
    loggedOut: sample({ isSignedIn: false, mine: [], points: 0 }),
    loading: sample({}, { status: 'loading' }),
    offline: sample({}, { status: 'offline' }),
    turning: drawn('pending'),
    answerLost: drawn('offline'),
    wonPhysical: won(0),
    wonCash: won(1),
    wonVoucher: won(2),
    wonCoupon: won(3),
    wonPoints: won(4),
    noPrize: drawn({ status: 'no_prize', detail: { prize: 'p8' } }),
    mine: sample({}, { taps: ['我的奖品'] }),
  },
  tool: {
    config,
    rewards,
    inputs: { draw: {}, buyChance: {}, visit: { link: VENUE } },
    wallets: { mbr_0000000001: { points: 1_280 } },
  },
}
