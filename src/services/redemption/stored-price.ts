import type { PricedAnswer } from '@/schemas/redemption'
import type { OrderRow } from './order'
import { worthOf } from './price/offer'

/** An order as its coupons were priced when they were kept for it. */
export function storedPrice(
  row: Pick<OrderRow, 'orderRef' | 'lines' | 'coupons' | 'payFen' | 'lockedUntil'>,
  status: PricedAnswer['status'],
): PricedAnswer {
  const lines = row.lines.map((line) => {
    const worthFen = worthOf(line)
    const discountFen = row.coupons
      .flatMap((coupon) => coupon.lines)
      .reduce((sum, off) => sum + (off.lineId === line.lineId ? off.discountFen : 0), 0)
    return { lineId: line.lineId, worthFen, discountFen, payFen: worthFen - discountFen }
  })
  return {
    status,
    orderRef: row.orderRef,
    lockedUntil: row.lockedUntil.toISOString(),
    coupons: row.coupons.map(({ id, points, lines: own }) => ({
      id,
      discountFen: costOf(own),
      ...(points !== undefined && { points }),
      lines: own,
    })),
    lines,
    discountFen: lines.reduce((sum, { discountFen }) => sum + discountFen, 0),
    payFen: row.payFen,
  }
}

/** What a coupon takes off in all. */
export const costOf = (lines: readonly { discountFen: number }[]) =>
  lines.reduce((sum, { discountFen }) => sum + discountFen, 0)
