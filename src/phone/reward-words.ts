import type { ByLocale } from '../../widgets/kit/messages'

interface RewardWords {
  title: string
  back: string
  threshold: (yuan: string) => string
  noThreshold: string
  expires: (when: string) => string
  use: string
  expired: string
  empty: string
  emptyHint: string
  loggedOut: string
  loggedOutHint: string
  login: string
  openInApp: string
  offline: string
  failed: string
  requestId: (id: string) => string
  retry: string
  more: string
  loading: string
  end: string
}

export const rewardWords: ByLocale<RewardWords> = {
  'zh-CN': {
    title: '我的奖励',
    back: '返回',
    threshold: (yuan) => `满 ${yuan} 可用`,
    noThreshold: '无门槛',
    expires: (when) => `有效期至 ${when}`,
    use: '去使用',
    expired: '已过期',
    empty: '还没有奖励',
    emptyHint: '参加活动领到的优惠券会放在这里',
    loggedOut: '登录后查看你的奖励',
    loggedOutHint: '领到的优惠券都在你的账号里',
    login: '去登录',
    openInApp: '请在商城 App 内打开并登录',
    offline: '网络不可用，连上后会自动重试',
    failed: '暂时打不开，请稍后再试',
    requestId: (id) => `请求编号 ${id}`,
    retry: '重试',
    more: '加载更多',
    loading: '加载中…',
    end: '没有更多了',
  },
  en: {
    title: 'My rewards',
    back: 'Back',
    threshold: (yuan) => `On orders over ¥${yuan}`,
    noThreshold: 'No minimum',
    expires: (when) => `Valid until ${when}`,
    use: 'Use it',
    expired: 'Expired',
    empty: 'No rewards yet',
    emptyHint: 'Coupons you collect in campaigns are kept here',
    loggedOut: 'Sign in to see your rewards',
    loggedOutHint: 'Everything you collect is kept in your account',
    login: 'Sign in',
    openInApp: 'Open this page in the shop’s app and sign in',
    offline: 'You are offline; this retries by itself once connected',
    failed: 'This cannot be opened right now',
    requestId: (id) => `Request ${id}`,
    retry: 'Try again',
    more: 'Load more',
    loading: 'Loading…',
    end: 'That is everything',
  },
}
