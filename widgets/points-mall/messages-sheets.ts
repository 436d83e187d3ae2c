import type { ByLocale } from '../kit/messages'
import type { MallItem } from './state'

export interface SheetMessages {
  confirmTitle: string
  cost: string
  pointsAfter: string
  balanceAfter: string
  pointsHeld: string
  balanceHeld: string
  balanceShort: (yuan: string) => string
  noReturn: string
  confirm: string
  signInAndRedeem: string
  doneTitle: string
  spent: (price: string) => string
  pointsNow: (points: string) => string
  goOn: string
  redeemedAt: (when: string) => string
  noRecords: string
  mine: string
  retry: string
  topUp: string
  limits: (item: Pick<MallItem, 'mine' | 'perMember' | 'perDay'>) => string
}

const zh: SheetMessages = {
  confirmTitle: '确认兑换',
  cost: '需支付',
  pointsAfter: '兑换后积分',
  balanceAfter: '兑换后余额',
  pointsHeld: '当前积分',
  balanceHeld: '当前余额',
  balanceShort: (yuan) => `还差 ¥${yuan}`,
  noReturn: '兑换成功后，积分和余额不退回',
  confirm: '确认兑换',
  signInAndRedeem: '登录并兑换',
  doneTitle: '兑换成功',
  spent: (price) => `已支付 ${price}`,
  pointsNow: (points) => `剩余 ${points} 积分`,
  goOn: '继续逛逛',
  redeemedAt: (when) => `${when} 兑换`,
  noRecords: '还没有兑换过，挑一件喜欢的吧',
  mine: '去我的奖励查看全部',
  retry: '重试',
  topUp: '去充值',
  limits: ({ mine, perMember, perDay }) =>
    [`每人限兑 ${perMember} 件`, perDay && `每天 ${perDay} 件`, mine > 0 && `已兑 ${mine} 件`]
      .filter(Boolean)
      .join('，'),
}

const en: SheetMessages = {
  confirmTitle: 'Redeem this?',
  cost: 'Price',
  pointsAfter: 'Points after',
  balanceAfter: 'Balance after',
  pointsHeld: 'Your points',
  balanceHeld: 'Your balance',
  balanceShort: (yuan) => `¥${yuan} short`,
  noReturn: 'Points and balance are not given back',
  confirm: 'Redeem',
  signInAndRedeem: 'Sign in and redeem',
  doneTitle: 'It’s yours',
  spent: (price) => `Paid ${price}`,
  pointsNow: (points) => `${points} points to go`,
  goOn: 'Look around',
  redeemedAt: (when) => `Redeemed ${when}`,
  noRecords: 'Nothing redeemed yet',
  mine: 'See all my rewards',
  retry: 'Retry',
  topUp: 'Top up',
  limits: ({ mine, perMember, perDay }) =>
    [`${perMember} per member`, perDay && `${perDay} a day`, mine > 0 && `${mine} redeemed`]
      .filter(Boolean)
      .join(', '),
}

export const sheetMessages: ByLocale<SheetMessages> = { 'zh-CN': zh, en }
