import type { ByLocale } from '../kit/messages'

export interface FriendMessages {
  from: (name: string) => string
  missing: (helpers: number, yuan: string) => string
  help: string
  helping: string
  signIn: string
  helped: (yuan: string) => string
  full: string
  over: string
  collected: (yuan: string) => string
  unknown: string
  expired: string
  reopen: string
  mine: string
}

const zh: FriendMessages = {
  from: (name) => `${name} 请你帮忙膨胀红包`,
  missing: (helpers, yuan) => `还差 ${helpers} 位好友，TA 就能领 ¥${yuan}`,
  help: '帮 TA 膨胀一下',
  helping: '膨胀中…',
  signIn: '登录后帮 TA 膨胀',
  helped: (yuan) => `谢谢你，帮 TA 膨胀了 ¥${yuan}`,
  full: '已经膨胀到最大啦，谢谢你来',
  over: '来晚了一步，这个红包不再膨胀了',
  collected: (yuan) => `TA 已经领走 ¥${yuan}`,
  unknown: '没有找到这个红包',
  expired: '邀请已过期，红包不再膨胀了',
  reopen: '页面停留太久了，请再点一次',
  mine: '我也要开一个',
}

const en: FriendMessages = {
  from: (name) => `${name} asks for your help`,
  missing: (helpers, yuan) => `${helpers} more ${helpers === 1 ? 'friend' : 'friends'} and it is ¥${yuan}`,
  help: 'Help it grow',
  helping: 'Growing…',
  signIn: 'Sign in to help',
  helped: (yuan) => `Thank you: you added ¥${yuan}`,
  full: 'It is fully grown. Thank you for coming',
  over: 'Too late: it grows no more',
  collected: (yuan) => `¥${yuan} was collected`,
  unknown: 'There is no such packet',
  expired: 'The invitation has expired',
  reopen: 'The page was open for long: tap again',
  mine: 'Open one myself',
}

export const friendMessages: ByLocale<FriendMessages> = { 'zh-CN': zh, en }
