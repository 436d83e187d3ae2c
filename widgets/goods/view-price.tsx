/** @jsxImportSource preact */
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { viewMessages } from './messages'
import type { Good } from './state'

/**
 * What the member pays in large print: with the coupon, where one applies, and then the price
 * itself beside it. What is crossed out stands last.
 */
export function Price({ good, showListPrice }: { good: Good; showListPrice: boolean }) {
  const text = useMessages(viewMessages)
  const { priceFen, listPriceFen, afterCouponFen } = good
  const [yuan, fraction] = yuanText(afterCouponFen ?? priceFen).split('.')
  return (
    <div class="zg-gd-prices">
      <p class="zg-gd-price">
        {afterCouponFen !== undefined && <span class="zg-gd-coupon">{text.afterCoupon}</span>}
        <b>
          <small>¥</small>
          {yuan}
          {fraction && <small>.{fraction}</small>}
        </b>
      </p>
      <p class="zg-gd-before">
        {afterCouponFen !== undefined && <span>¥{yuanText(priceFen)}</span>}
        {showListPrice && listPriceFen > 0 && (
          <s>
            <span class="zg-gd-said">{text.listPrice} </span>¥{yuanText(listPriceFen)}
          </s>
        )}
      </p>
    </div>
  )
}
