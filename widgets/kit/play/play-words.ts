import type { ByLocale } from '../messages'

interface PlayWords {
  close: string
  dismiss: string
  retry: string
  signIn: string
  rules: string
  mine: string
  use: string
  offline: string
}

const zh: PlayWords = {
  close: '关闭',
  dismiss: '知道了',
  retry: '重试',
  signIn: '去登录',
  rules: '规则',
  mine: '我的奖励',
  use: '去使用',
  offline: '网络断开了。放心重试，不会重复提交',
}

const en: PlayWords = {
  close: 'Close',
  dismiss: 'OK',
  retry: 'Retry',
  signIn: 'Sign in',
  rules: 'Rules',
  mine: 'My rewards',
  use: 'Use now',
  offline: 'You are offline. Retrying is safe: nothing counts twice',
}

/** What the shared parts say. */
export const playWords: ByLocale<PlayWords> = { 'zh-CN': zh, en }
