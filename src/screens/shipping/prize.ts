import type { StaffOutput } from '@/src/client/trpc'

export type PrizeRow = StaffOutput['shipping']['list']['items'][number]
export type ShipmentListRow = StaffOutput['shipping']['lists']['items'][number]
export type ShippingTotals = StaffOutput['shipping']['totals']
