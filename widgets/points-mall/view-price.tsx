/** @jsxImportSource preact */
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { type PointsMallMessages, viewMessages } from './messages'
import type { MallItem } from './state'

type Priced = Pick<MallItem, 'points' | 'cashFen'>

/** A number of points as one reads it: `12,680`. */
export function grouped(points: number): string {
  return String(points).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A balance as a purse shows it: `¥1,043.50`. */
export function balanceText(fen: number): string {
  return `¥${grouped(Math.floor(fen / 100))}.${String(fen % 100).padStart(2, '0')}`
}

/** `500 积分 + ¥9.9` in a sentence. */
export function priceText(text: PointsMallMessages, { points, cashFen }: Priced): string {
  return text.price(grouped(points)) + (cashFen > 0 ? ` + ¥${yuanText(cashFen)}` : '')
}

/** The price as an item wears it: the number large, each part on one line. */
export function Price({ points, cashFen }: Priced) {
  const text = useMessages(viewMessages)
  return (
    <p class="zg-pm-price">
      <span>
        <b>{grouped(points)}</b> {text.points}
      </span>
      {cashFen > 0 && (
        <span>
          {' + ¥'}
          <b class="is-cash">{yuanText(cashFen)}</b>
        </span>
      )}
    </p>
  )
}
