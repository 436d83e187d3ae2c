import type { DeliveryAddress } from '@/schemas/delivery-address'
import { toCsv } from '@/src/lib/csv'

/** One prize as the warehouse is told of it. */
export interface ListedPrize {
  shipmentId: string
  reward: string
  campaign: string
  address: DeliveryAddress
}

/** The three last ones are for the warehouse to fill in, and to send back. */
const COLUMNS = [
  '发货单号',
  '奖品',
  '收货人',
  '手机号',
  '所在地区',
  '详细地址',
  '活动',
  '快递公司',
  '快递单号',
  '实际成本(元)',
]

/** The list as a spreadsheet opens it. Nothing a member typed is taken for a formula. */
export function shipmentCsv(prizes: readonly ListedPrize[]): string {
  const rows = prizes.map(({ shipmentId, reward, campaign, address: { name, phone, region, detail } }) => [
    shipmentId,
    reward,
    name,
    phone,
    region,
    detail,
    campaign,
    '',
    '',
    '',
  ])
  return toCsv([COLUMNS, ...rows])
}

/** `发货清单-0012.csv`. */
export function listFileName(number: number): string {
  return `发货清单-${String(number).padStart(4, '0')}.csv`
}
