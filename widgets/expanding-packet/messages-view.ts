import type { ByLocale } from '../kit/messages'
import type { Growth, OpenFace } from './state'

export interface ExpandingMessages {
  title: string
  failedToLoad: string
  loading: string
  open: string
  opening: string
  signIn: string
  /** What is offered, above the button that opens a packet. */
  offer: Record<'friends' | 'self', (o: { base: string; most: string; helpers: number }) => string>
  leftToday: (count: number) => string
  faces: Record<Exclude<OpenFace, 'ready' | 'not_started' | 'sold_out'>, string>
  soldOut: (when: string | undefined) => string
  opensAt: (when: string) => string
  upTo: (yuan: string) => string
  missing: (helpers: number, yuan: string) => string
  byItself: (yuan: string) => string
  invite: string
  inviteTitle: (yuan: string) => string
  inviteEndings: Record<'copied' | 'failed', string>
  notInWechat: string
  expand: string
  expanding: string
  grown: Record<Exclude<Growth, 'growing'>, (yuan: string) => string>
  collect: (yuan: string) => string
  collectNow: (yuan: string) => string
  sure: (yuan: string) => string
  growsFor: (left: string) => string
  collectIn: (left: string) => string
  again: string
}

const zh: ExpandingMessages = {
  title: '膨胀红包',
  failedToLoad: '红包没有加载出来，请检查网络后刷新',
  loading: '红包正在赶来…',
  open: '开红包',
  opening: '正在开…',
  signIn: '登录后开红包',
  offer: {
    friends: ({ base, most, helpers }) => `开出 ¥${base}，${helpers} 位好友帮忙膨胀到 ¥${most}`,
    self: ({ base, most }) => `开出 ¥${base}，可膨胀一次，最高 ¥${most}`,
  },
  leftToday: (count) => `今天还能开 ${count} 个`,
  faces: {
    done_today: '今天开完了，明天再来',
    budget_exhausted: '今日已抢完，下次早点来',
    suspended: '活动暂停中，请稍后再来',
    ended: '活动已结束，感谢参与',
    not_eligible: '暂时不能参与，请稍后再来',
  },
  soldOut: (when) => (when ? `今日已抢完，${when} 再来` : '来晚啦，红包已抢完'),
  opensAt: (when) => `${when} 开抢`,
  upTo: (yuan) => `最高 ¥${yuan}`,
  missing: (helpers, yuan) => `还差 ${helpers} 位好友，膨胀到 ¥${yuan}`,
  byItself: (yuan) => `还能膨胀一次，最高 ¥${yuan}`,
  invite: '喊好友帮我膨胀',
  inviteTitle: (yuan) => `帮我点一下，红包最高膨胀到 ¥${yuan}`,
  inviteEndings: { copied: '链接已复制，去粘贴给好友吧', failed: '没能分享出去，请用右上角菜单' },
  notInWechat: '微信内不能邀请好友，请到 App 里打开',
  expand: '立即膨胀',
  expanding: '膨胀中…',
  grown: {
    full: () => '膨胀完成，快领走吧',
    over: (yuan) => `膨胀时间到，停在 ¥${yuan}`,
    collected: (yuan) => `已领取 ¥${yuan}，存入余额`,
    lapsed: () => '超时没领，红包已失效',
  },
  collect: (yuan) => `领取 ¥${yuan}`,
  collectNow: (yuan) => `不等了，先领 ¥${yuan}`,
  sure: (yuan) => `领走 ¥${yuan} 就不再膨胀，确定领`,
  growsFor: (left) => `${left} 后停止膨胀`,
  collectIn: (left) => `请在 ${left} 内领取`,
  again: '再开一个',
}

const en: ExpandingMessages = {
  title: 'Expanding packet',
  failedToLoad: 'It did not load. Check the network and reload',
  loading: 'Your packet is on its way…',
  open: 'Open a packet',
  opening: 'Opening…',
  signIn: 'Sign in to open one',
  offer: {
    friends: ({ base, most, helpers }) => `Starts at ¥${base}; ${helpers} friends make it ¥${most}`,
    self: ({ base, most }) => `Starts at ¥${base} and expands once, up to ¥${most}`,
  },
  leftToday: (count) => `${count} more today`,
  faces: {
    done_today: 'That was today’s. Come back tomorrow',
    budget_exhausted: 'All gone for today',
    suspended: 'Paused, please come back',
    ended: 'This has ended. Thank you!',
    not_eligible: 'Not open to you at the moment',
  },
  soldOut: (when) => (when ? `All gone. Back ${when}` : 'Too late: all gone'),
  opensAt: (when) => `Opens ${when}`,
  upTo: (yuan) => `Up to ¥${yuan}`,
  missing: (helpers, yuan) => `${helpers} more ${helpers === 1 ? 'friend' : 'friends'} to ¥${yuan}`,
  byItself: (yuan) => `Expands once, up to ¥${yuan}`,
  invite: 'Ask friends to help',
  inviteTitle: (yuan) => `Tap to help: my packet can grow to ¥${yuan}`,
  inviteEndings: { copied: 'Link copied: paste it to a friend', failed: 'Use the menu at the top to share' },
  notInWechat: 'Open this page in the app to invite friends',
  expand: 'Expand it',
  expanding: 'Expanding…',
  grown: {
    full: () => 'Fully grown: collect it',
    over: (yuan) => `Time is up: it stays at ¥${yuan}`,
    collected: (yuan) => `¥${yuan} is in your balance`,
    lapsed: () => 'Not collected in time: it has lapsed',
  },
  collect: (yuan) => `Collect ¥${yuan}`,
  collectNow: (yuan) => `Collect ¥${yuan} now`,
  sure: (yuan) => `Sure? ¥${yuan} ends the growing`,
  growsFor: (left) => `Grows for ${left}`,
  collectIn: (left) => `Collect within ${left}`,
  again: 'Open another',
}

export const viewMessages: ByLocale<ExpandingMessages> = { 'zh-CN': zh, en }

/** What a block without a tool says in the editor; apart, because no phone needs it. */
export const chooseTool = {
  'zh-CN': '在右侧选择或新建膨胀红包工具',
  en: 'Choose or create an expanding packet on the right',
}
