import { describe, expect, it } from 'vitest'
import { Given } from './outcome'
import { costFenOf, type RewardTerms, RewardTerms as Terms } from './reward'

const coupon = (over: object = {}) => ({
  kind: 'coupon',
  amountFen: 2_000,
  thresholdFen: 0,
  validity: { kind: 'days', days: 3 },
  useLink: '',
  ...over,
})
const percent = (offPpm: number) => coupon({ off: { kind: 'percent', offPpm }, thresholdFen: 100 })

describe('what is stored already', () => {
  it('reads as it was: terms of a coupon that takes off its amount', () => {
    const stored = coupon({ thresholdFen: 19_900, stackGroup: 'shop' })
    expect(Terms.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored)
  })

  it('reads as it was: what was given before there were other coupons', () => {
    const stored = { kind: 'coupon', amountFen: 2_000, thresholdFen: 19_900 }
    expect(Given.parse(stored)).toEqual(stored)
  })
})

describe('what a coupon takes off', () => {
  it('is a whole percentage with a maximum, which is what it costs', () => {
    const terms = Terms.parse(percent(150_000)) as RewardTerms
    expect(costFenOf(terms)).toBe(2_000)
    for (const ppm of [0, 9_999, 15_500, 1_000_000]) expect(Terms.safeParse(percent(ppm)).success).toBe(false)
    expect(Terms.safeParse({ ...percent(150_000), amountFen: undefined }).success).toBe(false)
  })

  it('is one item up to what it may cost', () => {
    const terms = Terms.parse(coupon({ off: { kind: 'exchange' }, thresholdFen: 100 })) as RewardTerms
    expect(costFenOf(terms)).toBe(2_000)
  })

  it('is never more than the threshold when it is an amount', () => {
    for (const off of [undefined, { kind: 'amount' }]) {
      expect(Terms.safeParse(coupon({ off, thresholdFen: 1_999 })).success).toBe(false)
      expect(Terms.safeParse(coupon({ off, thresholdFen: 2_000 })).success).toBe(true)
    }
  })
})
