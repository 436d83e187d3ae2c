import type { Outcome } from '../../schemas/outcome'
import type { CouponValidity } from '../../schemas/reward'
import type { InstantParts } from '../kit/instant-text'
import type { ByLocale, ConsoleMessages } from '../kit/messages'
import type { ActionFailure } from '../kit/view'
import type { OfferState } from './state'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '领券',
    description: '一组优惠券，会员逐张领取',
    fields: { title: '标题', layout: '排列', showProgress: '显示已抢进度' },
    groups: { look: '外观' },
    options: { layout: { list: '一行一张', grid: '一行两张' } },
    findings: {
      no_coupons: '至少要放一张优惠券',
      coupon_twice: '这张优惠券已经放过了',
      window_reversed: '结束时间要晚于开始时间',
    },
    states: {
      running: '进行中',
      notStarted: '未开始',
      soldOut: '已抢光',
      taken: '已领取',
      notEligible: '不符合条件',
      ended: '已结束',
      suspended: '已暂停',
      offline: '断网',
      loggedOut: '未登录',
      budgetExhausted: '预算用完',
    },
    tool: {
      name: '领券',
      fields: {
        coupons: '优惠券',
        'coupons.rewardId': '优惠券',
        'coupons.perMember': '每人限领',
        'coupons.from': '开始领取',
        'coupons.until': '停止领取',
      },
    },
  },
  en: {
    name: 'Coupon wall',
    description: 'Coupons that members claim one by one',
    fields: { title: 'Title', layout: 'Layout', showProgress: 'Show how much is gone' },
    groups: { look: 'Appearance' },
    options: { layout: { list: 'One a row', grid: 'Two a row' } },
    findings: {
      no_coupons: 'Add at least one coupon',
      coupon_twice: 'This coupon is already on the wall',
      window_reversed: 'The end must be later than the start',
    },
    states: {
      running: 'Running',
      notStarted: 'Not started',
      soldOut: 'Sold out',
      taken: 'Claimed',
      notEligible: 'Not eligible',
      ended: 'Ended',
      suspended: 'Suspended',
      offline: 'Offline',
      loggedOut: 'Signed out',
      budgetExhausted: 'Budget used up',
    },
    tool: {
      name: 'Coupon wall',
      fields: {
        coupons: 'Coupons',
        'coupons.rewardId': 'Coupon',
        'coupons.perMember': 'Per member',
        'coupons.from': 'Claimable from',
        'coupons.until': 'Claimable until',
      },
    },
  },
}

type Answer = Outcome | ActionFailure

export interface CouponWallMessages {
  title: string
  mine: string
  dismiss: string
  retry: string
  /** Above the tickets, by the campaign's phase; `when` is a date, or the time left. */
  opensAt: (when: string) => string
  opensIn: (left: string) => string
  closesAt: (when: string) => string
  closesIn: (left: string) => string
  ended: string
  suspended: string
  offline: string
  failedToLoad: string
  chooseTool: string
  noCoupons: string

  days: (days: number) => string
  instant: (at: InstantParts) => string
  /** In pieces, each of which stays on one line. */
  terms: (threshold: string, amount: string) => string[]
  anyOrder: string
  validity: (validity: CouponValidity, until: InstantParts | undefined) => string
  limit: (mine: number, limit: number) => string
  taken: (percent: number) => string
  soon: (at: InstantParts) => string

  claim: string
  claimAgain: string
  signIn: string
  claiming: string
  use: string
  states: Record<Exclude<OfferState, 'claimable'>, string>
  stamp: string
  /** How an action ended. `when` is written in the shop's time zone. */
  answer: (answer: Answer, title: string, when: (iso: string) => string) => string
}

export const viewMessages: ByLocale<CouponWallMessages> = {
  'zh-CN': {
    title: '领券中心',
    mine: '我的奖励',
    dismiss: '知道了',
    retry: '重试',
    opensAt: (when) => `${when} 开抢`,
    opensIn: (left) => `距开抢 ${left}`,
    closesAt: (when) => `${when} 结束`,
    closesIn: (left) => `距结束 ${left}`,
    ended: '活动已结束，感谢参与',
    suspended: '活动暂停中，请稍后再来',
    offline: '网络不太好，显示的可能不是最新',
    failedToLoad: '优惠券没有加载出来，请检查网络后刷新',
    chooseTool: '在右侧选择或新建领券工具',
    noCoupons: '暂时没有可以领的优惠券',

    days: (days) => `${days} 天 `,
    instant: (at) => `${at.month}月${at.day}日 ${at.hour}:${at.minute}`,
    terms: (threshold, amount) => [`满 ${threshold}`, `减 ${amount}`],
    anyOrder: '无门槛',
    validity: (validity, until) =>
      validity.kind === 'days'
        ? `领取后 ${validity.days} 天有效`
        : `有效至 ${until?.year}.${until?.month}.${until?.day}`,
    limit: (mine, limit) => (mine > 0 ? `已领 ${mine}/${limit} 张` : `每人限领 ${limit} 张`),
    taken: (percent) => `已抢 ${percent}%`,
    soon: (at) => `${at.month}月${at.day}日 ${at.hour}:${at.minute} 开抢`,

    claim: '立即领取',
    claimAgain: '再领一张',
    signIn: '登录领取',
    claiming: '领取中',
    use: '已领·去使用',
    states: {
      taken: '已领取',
      sold_out: '已抢光',
      not_started: '即将开抢',
      ended: '已结束',
      suspended: '暂停领取',
      budget_exhausted: '今日已抢完',
      not_eligible: '不可领取',
    },
    stamp: '已领',
    answer: (answer, title, when) => {
      switch (answer.status) {
        case 'granted':
          return `领到了！「${title}」已放进我的奖励`
        case 'sold_out':
          return answer.nextAt
            ? `手慢了一步，已抢光，${when(answer.nextAt)} 再来`
            : '手慢了一步，这张券已抢光'
        case 'limit_reached':
          return `每人限领 ${answer.limit} 张，你已经领过了`
        case 'not_started':
          return `还没开始，${when(answer.startsAt)} 再来`
        case 'ended':
          return '来晚了一步，领取已经结束'
        case 'suspended':
          return '暂停领取，请稍后再来'
        case 'budget_exhausted':
          return '今日已抢完'
        case 'not_eligible':
          return answer.rule === 'not_offered' ? '这张券已下架' : '这张券不适用于你的账号'
        case 'login_required':
          return '登录后就能领取'
        case 'busy':
          return '抢的人太多了，请稍后重试'
        case 'failed':
          if (answer.offline) return '网络断开了。放心重试，不会重复领取'
          return `服务开小差了，请重试${answer.requestId ? `（编号 ${answer.requestId}）` : ''}`
      }
    },
  },
  en: {
    title: 'Coupons',
    mine: 'My rewards',
    dismiss: 'OK',
    retry: 'Retry',
    opensAt: (when) => `Opens ${when}`,
    opensIn: (left) => `Opens in ${left}`,
    closesAt: (when) => `Ends ${when}`,
    closesIn: (left) => `Ends in ${left}`,
    ended: 'This campaign has ended. Thank you!',
    suspended: 'Paused for the moment, please come back',
    offline: 'Poor connection: this may be out of date',
    failedToLoad: 'The coupons did not load. Check the network and reload',
    chooseTool: 'Choose or create a coupon wall on the right',
    noCoupons: 'No coupons at the moment',

    days: (days) => `${days}d `,
    instant: (at) => `${at.day}/${at.month} ${at.hour}:${at.minute}`,
    terms: (threshold, amount) => [`¥${amount} off`, `¥${threshold}`],
    anyOrder: 'Any order',
    validity: (validity, until) =>
      validity.kind === 'days'
        ? `Valid ${validity.days} ${validity.days === 1 ? 'day' : 'days'}`
        : `Until ${until?.day}/${until?.month}/${until?.year}`,
    limit: (mine, limit) => (mine > 0 ? `${mine} of ${limit} claimed` : `${limit} per member`),
    taken: (percent) => `${percent}% gone`,
    soon: (at) => `Opens ${at.day}/${at.month} ${at.hour}:${at.minute}`,

    claim: 'Claim',
    claimAgain: 'One more',
    signIn: 'Sign in',
    claiming: 'Claiming',
    use: 'Use now',
    states: {
      taken: 'Claimed',
      sold_out: 'Sold out',
      not_started: 'Soon',
      ended: 'Ended',
      suspended: 'Paused',
      budget_exhausted: 'All gone',
      not_eligible: 'Not for you',
    },
    stamp: '✓',
    answer: (answer, title, when) => {
      switch (answer.status) {
        case 'granted':
          return `“${title}” is in your rewards`
        case 'sold_out':
          return answer.nextAt ? `Sold out. Back at ${when(answer.nextAt)}` : 'Just missed it: sold out'
        case 'limit_reached':
          return `${answer.limit} per member, and you have them`
        case 'not_started':
          return `Not yet: opens ${when(answer.startsAt)}`
        case 'ended':
          return 'Too late: claiming has ended'
        case 'suspended':
          return 'Claiming is paused, please come back'
        case 'budget_exhausted':
          return 'All gone for today'
        case 'not_eligible':
          return answer.rule === 'not_offered' ? 'This coupon is no longer offered' : 'Not for your account'
        case 'login_required':
          return 'Sign in to claim'
        case 'busy':
          return 'Very busy, please try again'
        case 'failed':
          if (answer.offline) return 'You are offline. Retrying is safe: you cannot claim twice'
          return `Something went wrong${answer.requestId ? ` (no. ${answer.requestId})` : ''}`
      }
    },
  },
}
