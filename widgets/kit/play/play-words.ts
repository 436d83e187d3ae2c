import type { ByLocale } from '../messages'

interface PlayWords {
  close: string
  dismiss: string
  retry: string
  signIn: string
  rules: string
  mine: string
  use: string
  copy: string
  copied: string
  copyFailed: string
  inBalance: string
  points: string
  inPoints: string
  giveAddress: string
  hasAddress: string
}

const zh: PlayWords = {
  close: '关闭',
  dismiss: '知道了',
  retry: '重试',
  signIn: '去登录',
  rules: '规则',
  mine: '我的奖励',
  use: '去使用',
  copy: '复制',
  copied: '已复制',
  copyFailed: '长按复制',
  inBalance: '已存入余额',
  points: '积分',
  inPoints: '积分已到账',
  giveAddress: '填写收货地址',
  hasAddress: '地址已填，等待发货',
}

const en: PlayWords = {
  close: 'Close',
  dismiss: 'OK',
  retry: 'Retry',
  signIn: 'Sign in',
  rules: 'Rules',
  mine: 'My rewards',
  use: 'Use now',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Press to copy',
  inBalance: 'In your balance',
  points: 'points',
  inPoints: 'Added to your points',
  giveAddress: 'Add your address',
  hasAddress: 'Address given, on its way soon',
}

/** What the shared parts say. */
export const playWords: ByLocale<PlayWords> = { 'zh-CN': zh, en }
