import type { AddressPart } from '../../schemas/delivery-address'
import type { Given } from '../../schemas/outcome'
import type { ByLocale } from '../../widgets/kit/messages'

export type RewardTab = Given['kind'] | 'all'

interface RewardWords {
  title: string
  back: string
  points: string
  balance: string
  expiring: (points: string, day: { month: string; day: string }) => string
  nothingExpires: string
  owed: (points: string) => string
  tabs: Record<RewardTab, string>
  noneOfKind: string

  pointsUnit: string
  inBalance: string
  inPoints: string
  pendingUntil: (day: { month: string; day: string }) => string
  pending: (points: string) => string
  offOrder: string
  use: string
  /** What stands on one that is over. */
  over: Record<'used' | 'expired' | 'revoked', string>
  sent: string
  giveAddress: string
  hasAddress: string
  changeAddress: string

  addressTitle: string
  parts: Record<AddressPart, string>
  examples: Record<AddressPart, string>
  /** What is wrong with a part that was left out, or typed wrongly. */
  problems: Record<AddressPart, string>
  consent: string
  consentMissing: string
  submit: string
  submitting: string
  saved: string
  addressRefused: string
  addressTooLate: string
  signedOut: string

  empty: string
  emptyHint: string
  loggedOut: string
  loggedOutHint: string
  login: string
  openInApp: string
  offline: string
  offlineSubmit: string
  failed: string
  requestId: (id: string) => string
  retry: string
  more: string
  loading: string
  end: string
}

const zh: RewardWords = {
  title: '我的奖励',
  back: '返回',
  points: '积分',
  balance: '余额',
  expiring: (points, { month, day }) => `${points} 积分将于 ${month}.${day} 过期`,
  nothingExpires: '近 30 天没有积分过期',
  owed: (points) => `有 ${points} 积分被收回，之后得到的积分先抵扣`,
  tabs: {
    all: '全部',
    coupon: '优惠券',
    cash: '现金',
    subsidy: '补贴',
    points: '积分',
    partner_voucher: '券码',
    physical: '实物',
  },
  noneOfKind: '这里还没有奖励',

  pointsUnit: '积分',
  inBalance: '已存入余额',
  inPoints: '积分已到账',
  pendingUntil: ({ month, day }) => `待入账，${month}.${day} 起可用`,
  pending: (points) => `另有 ${points} 积分待入账`,
  offOrder: '下单立减',
  use: '去使用',
  over: { used: '已使用', expired: '已过期', revoked: '已收回' },
  sent: '奖品已寄出',
  giveAddress: '填写收货地址',
  hasAddress: '地址已填，等待发货',
  changeAddress: '修改',

  addressTitle: '收货地址',
  parts: { name: '收货人', phone: '手机号', region: '所在地区', detail: '详细地址' },
  examples: {
    name: '请填写真实姓名',
    phone: '用于快递联系你',
    region: '省、市、区（县）',
    detail: '街道、小区、楼栋、门牌号',
  },
  problems: {
    name: '请填写收货人姓名（2–30 个字）',
    phone: '请填写正确的手机号，境外号码以 + 开头',
    region: '请填写省、市、区',
    detail: '请填写到门牌号（4–120 个字）',
  },
  consent: '我同意商家保存以上信息，并提供给承运方，仅用于寄送这件奖品',
  consentMissing: '请先同意信息的使用方式',
  submit: '提交地址',
  submitting: '提交中…',
  saved: '地址已保存，等待发货',
  addressRefused: '地址没有通过检查，请核对后再提交',
  addressTooLate: '这件奖品现在不能填写地址了，请联系客服',
  signedOut: '登录已失效，请重新登录',

  empty: '还没有奖励',
  emptyHint: '参加活动得到的优惠券、红包和奖品会放在这里',
  loggedOut: '登录后查看你的奖励',
  loggedOutHint: '得到的奖励都在你的账号里',
  login: '去登录',
  openInApp: '请在商城 App 内打开并登录',
  offline: '网络不可用，连上后会自动重试',
  offlineSubmit: '网络断开了，连上后请重试',
  failed: '暂时打不开，请稍后再试',
  requestId: (id) => `请求编号 ${id}`,
  retry: '重试',
  more: '加载更多',
  loading: '加载中…',
  end: '没有更多了',
}

const en: RewardWords = {
  title: 'My rewards',
  back: 'Back',
  points: 'Points',
  balance: 'Balance',
  expiring: (points, { month, day }) => `${points} points lapse after ${day}/${month}`,
  nothingExpires: 'None lapse within 30 days',
  owed: (points) => `${points} were taken back; the next you earn fill that first`,
  tabs: {
    all: 'All',
    coupon: 'Coupons',
    cash: 'Cash',
    subsidy: 'Subsidies',
    points: 'Points',
    partner_voucher: 'Codes',
    physical: 'Prizes',
  },
  noneOfKind: 'Nothing here yet',

  pointsUnit: 'points',
  inBalance: 'In your balance',
  inPoints: 'Added to your points',
  pendingUntil: ({ month, day }) => `Pending, yours to spend on ${day}/${month}`,
  pending: (points) => `${points} more pending`,
  offOrder: 'off an order',
  use: 'Use it',
  over: { used: 'Used', expired: 'Expired', revoked: 'Taken back' },
  sent: 'It is on its way',
  giveAddress: 'Add your address',
  hasAddress: 'Address given, on its way soon',
  changeAddress: 'Change',

  addressTitle: 'Delivery address',
  parts: { name: 'Name', phone: 'Phone', region: 'Region', detail: 'Address' },
  examples: {
    name: 'Who receives it',
    phone: 'For the courier to reach you',
    region: 'Province, city and district',
    detail: 'Street, building and door',
  },
  problems: {
    name: 'Enter a name of 2 to 30 characters',
    phone: 'Enter a mobile number; one from abroad begins with +',
    region: 'Enter province, city and district',
    detail: 'Enter street and door (4 to 120 characters)',
  },
  consent:
    'I agree that the shop keeps this and hands it to the courier, to send this prize and nothing else',
  consentMissing: 'Please agree to how this is used',
  submit: 'Save address',
  submitting: 'Saving…',
  saved: 'Saved. Your prize is on its way soon',
  addressRefused: 'This address was not accepted. Please check it',
  addressTooLate: 'An address can no longer be given. Please contact support',
  signedOut: 'Your session is over. Please sign in again',

  empty: 'No rewards yet',
  emptyHint: 'Coupons, cash and prizes from campaigns are kept here',
  loggedOut: 'Sign in to see your rewards',
  loggedOutHint: 'Everything you win is kept in your account',
  login: 'Sign in',
  openInApp: 'Open this page in the shop’s app and sign in',
  offline: 'You are offline; this retries by itself once connected',
  offlineSubmit: 'You are offline; try again once connected',
  failed: 'This cannot be opened right now',
  requestId: (id) => `Request ${id}`,
  retry: 'Try again',
  more: 'Load more',
  loading: 'Loading…',
  end: 'That is everything',
}

export const rewardWords: ByLocale<RewardWords> = { 'zh-CN': zh, en }
