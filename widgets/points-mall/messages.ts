import type { ByLocale, ConsoleMessages } from '../kit/messages'
import type { ItemState } from './state'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '积分商城',
    description: '用积分，或积分加现金，兑换奖励',
    fields: { title: '标题', layout: '排列', showProgress: '显示已抢进度' },
    groups: { look: '外观' },
    options: { layout: { grid: '一行两件', list: '一行一件' } },
    events: { redeemed: '兑换成功' },
    findings: {
      no_items: '至少要放一件可兑换的奖励',
      item_twice: '这个奖励已经放过了',
      day_above_member: '每日限兑不能超过每人限兑',
    },
    states: {
      running: '进行中',
      notStarted: '未开始',
      pointsShort: '积分不足',
      balanceShort: '余额不足',
      soldOut: '已兑完',
      soldOutToday: '今日已兑完',
      limitReached: '已达上限',
      limitToday: '今日已达上限',
      notEligible: '不符合条件',
      budgetExhausted: '预算用完',
      suspended: '已暂停',
      ended: '已结束',
      offline: '断网',
      loggedOut: '未登录',
      loading: '加载中',
      empty: '没有商品',
      confirm: '确认兑换',
      confirmShort: '确认时积分不足',
      confirmLoggedOut: '未登录时确认',
      redeeming: '兑换中',
      redeemedCoupon: '兑到优惠券',
      redeemedCode: '兑到券码',
      redeemedPhysical: '兑到实物',
      redeemedCash: '兑到现金',
      redeemedPoints: '兑到积分',
      soldOutMeanwhile: '确认时已兑完',
      shortMeanwhile: '确认时积分已用掉',
      offlineWhileRedeeming: '兑换时断网',
      records: '兑换记录',
      noRecords: '没有兑换记录',
      rules: '规则',
    },
    tool: {
      name: '积分商城',
      fields: {
        items: '可兑换的奖励',
        'items.rewardId': '奖励',
        'items.pointsPrice': '积分价',
        'items.cashFen': '另付现金（从余额扣）',
        'items.perMember': '每人限兑',
        'items.perDay': '每人每日限兑',
        'items.image': '图片',
        'items.tag': '角标',
        earnLink: '赚积分的去处',
        topUpLink: '余额充值的去处',
      },
      groups: { links: '积分或余额不够时' },
    },
  },
  en: {
    name: 'Points mall',
    description: 'Rewards for points, or for points and cash',
    fields: { title: 'Title', layout: 'Layout', showProgress: 'Show how much is gone' },
    groups: { look: 'Appearance' },
    options: { layout: { grid: 'Two a row', list: 'One a row' } },
    events: { redeemed: 'Something is redeemed' },
    findings: {
      no_items: 'Add at least one reward',
      item_twice: 'This reward is already in the mall',
      day_above_member: 'A day cannot allow more than there may be in all',
    },
    states: {
      running: 'Running',
      notStarted: 'Not started',
      pointsShort: 'Short of points',
      balanceShort: 'Short of balance',
      soldOut: 'Sold out',
      soldOutToday: 'Sold out for today',
      limitReached: 'Limit reached',
      limitToday: 'Limit of the day reached',
      notEligible: 'Not eligible',
      budgetExhausted: 'Budget used up',
      suspended: 'Suspended',
      ended: 'Ended',
      offline: 'Offline',
      loggedOut: 'Signed out',
      loading: 'Loading',
      empty: 'Nothing in it',
      confirm: 'Confirming',
      confirmShort: 'Confirming, short of points',
      confirmLoggedOut: 'Confirming, signed out',
      redeeming: 'Redeeming',
      redeemedCoupon: 'Got a coupon',
      redeemedCode: 'Got a code',
      redeemedPhysical: 'Got a prize to be sent',
      redeemedCash: 'Got cash',
      redeemedPoints: 'Got points',
      soldOutMeanwhile: 'Sold out while confirming',
      shortMeanwhile: 'Points spent elsewhere while confirming',
      offlineWhileRedeeming: 'Offline while redeeming',
      records: 'Records',
      noRecords: 'No records',
      rules: 'Rules',
    },
    tool: {
      name: 'Points mall',
      fields: {
        items: 'Rewards to redeem',
        'items.rewardId': 'Reward',
        'items.pointsPrice': 'Points',
        'items.cashFen': 'And cash, from the balance',
        'items.perMember': 'Per member',
        'items.perDay': 'Per member and day',
        'items.image': 'Picture',
        'items.tag': 'Label',
        earnLink: 'Where to earn points',
        topUpLink: 'Where to top the balance up',
      },
      groups: { links: 'When points or balance are short' },
    },
  },
}

export interface PointsMallMessages {
  title: string
  myPoints: string
  points: string
  balance: string
  signInForPoints: string
  /** `day` is the last day they are good. */
  expiring: (points: string, day: { month: string; day: string }) => string
  nothingExpires: string
  signedOutHint: string
  earn: string
  records: string
  failedToLoad: string
  noItems: string
  price: (points: string) => string
  gone: (percent: number) => string
  redeem: string
  signIn: string
  pointsShort: (points: string) => string
  balanceShort: (yuan: string) => string
  states: Record<Exclude<ItemState, 'open'>, string>
  redeeming: string
}

const zh: PointsMallMessages = {
  title: '积分商城',
  myPoints: '我的积分',
  points: '积分',
  balance: '余额',
  signInForPoints: '登录查看积分',
  expiring: (points, { month, day }) => `${points} 积分将于 ${month}.${day} 过期`,
  nothingExpires: '近 30 天没有积分过期',
  signedOutHint: '积分当钱花，好礼随心兑',
  earn: '赚积分',
  records: '兑换记录',
  failedToLoad: '商品没有加载出来，请检查网络后刷新',
  noItems: '好物正在上架，晚点再来看看',
  price: (points) => `${points} 积分`,
  gone: (percent) => `已抢 ${percent}%`,
  redeem: '立即兑换',
  signIn: '登录兑换',
  pointsShort: (points) => `还差 ${points} 积分`,
  balanceShort: (yuan) => `余额还差 ¥${yuan}`,
  states: {
    limit: '已达上限',
    limit_today: '已兑·明日再来',
    sold_out: '已兑完',
    sold_out_today: '已兑完·明日再来',
    not_started: '即将开始',
    ended: '已结束',
    suspended: '暂停兑换',
    budget_exhausted: '今日已兑完',
    not_eligible: '暂不可兑',
  },
  redeeming: '兑换中…',
}

const en: PointsMallMessages = {
  title: 'Points mall',
  myPoints: 'My points',
  points: 'points',
  balance: 'Balance',
  signInForPoints: 'Sign in to see points',
  expiring: (points, { month, day }) => `${points} points lapse after ${day}/${month}`,
  nothingExpires: 'None lapse within 30 days',
  signedOutHint: 'Your points are worth something',
  earn: 'Earn points',
  records: 'Records',
  failedToLoad: 'This did not load. Check the network and reload',
  noItems: 'Nothing here yet, come back soon',
  price: (points) => `${points} points`,
  gone: (percent) => `${percent}% gone`,
  redeem: 'Redeem',
  signIn: 'Sign in',
  pointsShort: (points) => `${points} points short`,
  balanceShort: (yuan) => `¥${yuan} short`,
  states: {
    limit: 'Limit reached',
    limit_today: 'Back tomorrow',
    sold_out: 'Sold out',
    sold_out_today: 'Back tomorrow',
    not_started: 'Soon',
    ended: 'Ended',
    suspended: 'Paused',
    budget_exhausted: 'All gone today',
    not_eligible: 'Not for you',
  },
  redeeming: 'Redeeming…',
}

export const viewMessages: ByLocale<PointsMallMessages> = { 'zh-CN': zh, en }

/** What a block without a tool says in the editor; apart, because no phone needs it. */
export const chooseTool = {
  'zh-CN': '在右侧选择或新建积分商城',
  en: 'Choose or create a points mall on the right',
}
