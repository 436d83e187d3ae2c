import type { ByLocale, ConsoleMessages } from '../kit/messages'
import type { OfferState, SessionState } from './state'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '领券',
    description: '一组优惠券，逐张领取或一键领取，也可以分整点场开抢',
    fields: { title: '标题', layout: '排列', showProgress: '显示已抢进度' },
    groups: { look: '外观' },
    options: { layout: { list: '一行一张', grid: '一行两张' } },
    events: { claimed: '领到券' },
    actions: { claim: '领一张券', claimAll: '一键领取' },
    actionInputs: { rewardId: '领哪张券' },
    findings: {
      no_coupons: '至少要放一张优惠券',
      coupon_twice: '这张优惠券已经放过了',
      window_reversed: '结束时间要晚于开始时间',
      day_above_member: '每人每天的张数不能超过每人限领',
      no_sessions: '先添加整点场，再设置每场数量',
      session_twice: '这个场次已经有了',
      session_empty: '还没有优惠券设置每场数量，场次里没有券可抢',
    },
    states: {
      running: '进行中',
      notStarted: '未开始',
      soldOut: '已抢光',
      soldOutUntil: '本场已抢光',
      taken: '已领取',
      expiresToday: '今日到期',
      notEligible: '不符合条件',
      ended: '已结束',
      suspended: '已暂停',
      budgetExhausted: '预算用完',
      offline: '断网',
      loggedOut: '未登录',
      empty: '没有优惠券',
      sessionSoon: '首场未开始',
      sessionRunning: '整点场进行中',
      sessionOver: '已结束的场次',
      claiming: '领取中',
      claimed: '领取成功',
      claimedAll: '一键领取结果',
      rules: '规则',
    },
    tool: {
      name: '领券',
      fields: {
        coupons: '优惠券',
        'coupons.rewardId': '优惠券',
        'coupons.perMember': '每人限领',
        'coupons.perDay': '每人每天限领',
        'coupons.perSession': '每场数量（填了就只在整点场发）',
        'coupons.from': '开始领取',
        'coupons.until': '停止领取',
        sessions: '整点场（每天重复，到下一场为止）',
        'sessions.hour': '几时',
        'sessions.minute': '几分',
      },
    },
  },
  en: {
    name: 'Coupon wall',
    description: 'Coupons that members claim one by one or all at once, in daily sessions too',
    fields: { title: 'Title', layout: 'Layout', showProgress: 'Show how much is gone' },
    groups: { look: 'Appearance' },
    options: { layout: { list: 'One a row', grid: 'Two a row' } },
    events: { claimed: 'A coupon is claimed' },
    actions: { claim: 'Claim one coupon', claimAll: 'Claim all' },
    actionInputs: { rewardId: 'Which coupon' },
    findings: {
      no_coupons: 'Add at least one coupon',
      coupon_twice: 'This coupon is already on the wall',
      window_reversed: 'The end must be later than the start',
      day_above_member: 'The limit of a day cannot exceed the limit per member',
      no_sessions: 'Add sessions before saying how many each has',
      session_twice: 'There is a session at this time already',
      session_empty: 'No coupon says how many each session has, so the sessions are empty',
    },
    states: {
      running: 'Running',
      notStarted: 'Not started',
      soldOut: 'Sold out',
      soldOutUntil: 'Session sold out',
      taken: 'Claimed',
      expiresToday: 'Expires today',
      notEligible: 'Not eligible',
      ended: 'Ended',
      suspended: 'Suspended',
      budgetExhausted: 'Budget used up',
      offline: 'Offline',
      loggedOut: 'Signed out',
      empty: 'No coupons',
      sessionSoon: 'Before the first session',
      sessionRunning: 'Session running',
      sessionOver: 'Session over',
      claiming: 'Claiming',
      claimed: 'Just claimed',
      claimedAll: 'All claimed at once',
      rules: 'Rules',
    },
    tool: {
      name: 'Coupon wall',
      fields: {
        coupons: 'Coupons',
        'coupons.rewardId': 'Coupon',
        'coupons.perMember': 'Per member',
        'coupons.perDay': 'Per member and day',
        'coupons.perSession': 'In each session (makes it a coupon of sessions only)',
        'coupons.from': 'Claimable from',
        'coupons.until': 'Claimable until',
        sessions: 'Sessions (every day, each until the next)',
        'sessions.hour': 'Hour',
        'sessions.minute': 'Minute',
      },
    },
  },
}

export interface CouponWallMessages {
  title: string
  failedToLoad: string
  noCoupons: string
  sessionStates: Record<SessionState['state'], string>
  /** In the strip, of the session shown; `left` is the time left. */
  sessionEndsIn: (left: string) => string
  sessionOver: string
  allDay: string

  cash: string
  subsidy: string
  points: string
  voucher: string
  gift: string
  limit: (mine: number, limit: number) => string
  dayLimit: (limit: number) => string
  taken: (percent: number) => string
  soon: (when: string) => string

  claim: string
  claimAgain: string
  signIn: string
  claiming: string
  use: string
  back: (when: string) => string
  expired: string
  states: Record<Exclude<OfferState, 'claimable'>, string>
  stamp: string
  claimAll: string
  nothingLeft: string

  claimed: (title: string) => string
  claimedUp: (limit: number) => string
  withdrawn: string
}

const zh: CouponWallMessages = {
  title: '领券中心',
  failedToLoad: '优惠券没有加载出来，请检查网络后刷新',
  noCoupons: '券都领完啦，下次早点来',
  sessionStates: { ended: '已结束', running: '抢购中', soon: '即将开抢' },
  sessionEndsIn: (left) => `本场剩余 ${left}`,
  sessionOver: '本场已结束，看看下一场吧',
  allDay: '全天可领',

  cash: '现金',
  subsidy: '补贴，下单立减',
  points: '积分',
  voucher: '兑换码',
  gift: '实物好礼',
  limit: (mine, limit) => (mine > 0 ? `已领 ${mine}/${limit} 张` : `每人限领 ${limit} 张`),
  dayLimit: (limit) => `每天限 ${limit} 张`,
  taken: (percent) => `已抢 ${percent}%`,
  soon: (when) => `${when} 开抢`,

  claim: '立即领取',
  claimAgain: '再领一张',
  signIn: '登录领取',
  claiming: '领取中',
  use: '已领·去使用',
  back: (when) => `${when} 再来`,
  expired: '已过期',
  states: {
    taken: '已领取',
    sold_out: '已抢光',
    not_started: '即将开抢',
    ended: '已结束',
    suspended: '暂停领取',
    budget_exhausted: '今日已抢完',
    not_eligible: '不可领取',
  },
  stamp: '已领取',
  claimAll: '一键领取',
  nothingLeft: '暂时没有可领的券',

  claimed: (title) => `领到了！「${title}」已放进我的奖励`,
  claimedUp: (limit) => `每人限领 ${limit} 张，你已经领过了`,
  withdrawn: '这张券已下架',
}

const en: CouponWallMessages = {
  title: 'Coupons',
  failedToLoad: 'The coupons did not load. Check the network and reload',
  noCoupons: 'No coupons left, come earlier next time',
  sessionStates: { ended: 'Over', running: 'Now', soon: 'Soon' },
  sessionEndsIn: (left) => `Session ends in ${left}`,
  sessionOver: 'This session is over, try the next',
  allDay: 'All day',

  cash: 'Cash',
  subsidy: 'Off an order',
  points: 'points',
  voucher: 'Voucher',
  gift: 'Gift',
  limit: (mine, limit) => (mine > 0 ? `${mine} of ${limit} claimed` : `${limit} per member`),
  dayLimit: (limit) => `${limit} a day`,
  taken: (percent) => `${percent}% gone`,
  soon: (when) => `Opens ${when}`,

  claim: 'Claim',
  claimAgain: 'One more',
  signIn: 'Sign in',
  claiming: 'Claiming',
  use: 'Use now',
  back: (when) => `Back ${when}`,
  expired: 'Expired',
  states: {
    taken: 'Claimed',
    sold_out: 'Sold out',
    not_started: 'Soon',
    ended: 'Ended',
    suspended: 'Paused',
    budget_exhausted: 'All gone',
    not_eligible: 'Not for you',
  },
  stamp: 'Claimed',
  claimAll: 'Claim all',
  nothingLeft: 'Nothing to claim right now',

  claimed: (title) => `“${title}” is in your rewards`,
  claimedUp: (limit) => `${limit} per member, and you have them`,
  withdrawn: 'This coupon is no longer offered',
}

export const viewMessages: ByLocale<CouponWallMessages> = { 'zh-CN': zh, en }

/** What a block without a tool says in the editor; apart, because no phone needs it. */
export const chooseTool = {
  'zh-CN': '在右侧选择或新建领券工具',
  en: 'Choose or create a coupon wall on the right',
}
