import type { Parcel } from '../../schemas/shipping'
import type { ByLocale } from '../../widgets/kit/messages'

interface PrizeWords {
  /** How many days are left to say where it goes. */
  left: (days: number) => string
  lastDay: (clock: string) => string
  until: (date: { month: string; day: string }) => string
  over: string
  parcels: Record<Parcel['state'], string>
  shippedOn: (date: { month: string; day: string }) => string
  onItsWay: string
  collectingOver: (date: { month: string; day: string; hour: string; minute: string }) => string
}

const zh: PrizeWords = {
  left: (days) => `还剩 ${days} 天填写地址，逾期作废`,
  lastDay: (clock) => `今天 ${clock} 截止填写地址，逾期作废`,
  until: ({ month, day }) => `请在 ${month}.${day} 前填写收货地址`,
  over: '兑奖已截止',
  parcels: {
    packing: '仓库备货中，地址已不能修改',
    shipped: '奖品已寄出',
    returned: '包裹被退回了，请核对地址',
  },
  shippedOn: ({ month, day }) => `${month}.${day} 寄出`,
  onItsWay: '奖品已在备货或寄出，地址不能再修改，如有问题请联系客服',
  collectingOver: ({ month, day, hour, minute }) =>
    `兑奖已于 ${month}月${day}日 ${hour}:${minute} 截止，不能再填写地址`,
}

const en: PrizeWords = {
  left: (days) => (days === 1 ? '1 day left to add your address' : `${days} days left to add your address`),
  lastDay: (clock) => `Last day: add your address before ${clock}`,
  until: ({ month, day }) => `Add your address before ${day}/${month}`,
  over: 'Collecting is over',
  parcels: {
    packing: 'Being packed; the address is final',
    shipped: 'It is on its way',
    returned: 'The parcel came back. Please check the address',
  },
  shippedOn: ({ month, day }) => `Sent on ${day}/${month}`,
  onItsWay: 'It is being packed or on its way: the address is final. Please contact support',
  collectingOver: ({ month, day, hour, minute }) =>
    `Addresses could be given until ${day}/${month} ${hour}:${minute}`,
}

export const prizeWords: ByLocale<PrizeWords> = { 'zh-CN': zh, en }
