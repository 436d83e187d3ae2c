/** A product as the floor shows it. */
export interface Good {
  id: string
  title: string
  image: string
  /** Where a tap leads; empty leads nowhere. */
  link: string
  priceFen: number
  /** What is crossed out; 0 for nothing. */
  listPriceFen: number
  /** With the best coupon that can be had now; absent when none applies. */
  afterCouponFen?: number
  /** How many there are, once they are few. */
  few?: number
  isSoldOut: boolean
}

export interface GoodsState {
  goods: Good[]
}
