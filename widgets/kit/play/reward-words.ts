import type { ByLocale } from '../messages'

interface RewardWords {
  copy: string
  copied: string
  copyFailed: string
  inBalance: string
  points: string
  inPoints: string
  pending: string
  offOrder: string
  giveAddress: string
  hasAddress: string
}

const zh: RewardWords = {
  copy: '复制',
  copied: '已复制',
  copyFailed: '长按复制',
  inBalance: '已存入余额',
  points: '积分',
  inPoints: '积分已到账',
  pending: '积分待入账',
  offOrder: '下单立减',
  giveAddress: '填写收货地址',
  hasAddress: '地址已填，等待发货',
}

const en: RewardWords = {
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Press to copy',
  inBalance: 'In your balance',
  points: 'points',
  inPoints: 'Added to your points',
  pending: 'Points pending',
  offOrder: 'off an order',
  giveAddress: 'Add your address',
  hasAddress: 'Address given, on its way soon',
}

/** What is said of a reward that somebody holds. */
export const rewardWords: ByLocale<RewardWords> = { 'zh-CN': zh, en }
