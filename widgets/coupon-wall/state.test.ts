import { describe, expect, it } from 'vitest'
import { fixtures } from './fixtures'
import { type CouponOffer, offerNow } from './state'

const offer = {
  ...(fixtures.states?.running?.state.coupons[0] as CouponOffer),
  opensAt: '2026-11-11T04:00:00.000Z',
  closesAt: '2026-11-11T05:00:00.000Z',
  limit: 2,
}
const OPENS = Date.parse(offer.opensAt)
const CLOSES = Date.parse(offer.closesAt)

describe('a coupon as it is now', () => {
  it('opens and closes by the clock, to the millisecond', () => {
    const waiting: CouponOffer = { ...offer, state: 'not_started' }
    expect(offerNow(waiting, undefined, OPENS - 1).state).toBe('not_started')
    expect(offerNow(waiting, undefined, OPENS).state).toBe('claimable')
    expect(offerNow(offer, undefined, CLOSES - 1).state).toBe('claimable')
    expect(offerNow(offer, undefined, CLOSES).state).toBe('ended')
    expect(offerNow({ ...offer, mine: 1 }, undefined, CLOSES).state).toBe('taken')
  })

  it('is just what the server told while the time is not known', () => {
    expect(offerNow({ ...offer, state: 'not_started' }, undefined, undefined).state).toBe('not_started')
  })

  it('counts a claim at once, up to the limit', () => {
    const once = offerNow(offer, { status: 'granted', about: offer }, OPENS)
    expect(once).toMatchObject({ mine: 1, state: 'claimable' })
    const last = { ...offer, mine: 1 }
    expect(offerNow(last, { status: 'granted', about: last }, OPENS)).toMatchObject({
      mine: 2,
      state: 'taken',
    })
  })

  it('does not count a claim twice once the server counts it', () => {
    const told = { ...offer, mine: 1 }
    expect(offerNow(told, { status: 'granted', about: offer }, OPENS).mine).toBe(1)
  })

  it('believes a refusal until the server says otherwise', () => {
    const taught = (status: 'sold_out' | 'suspended' | 'ended' | 'limit_reached') =>
      offerNow(offer, { status, about: offer }, OPENS).state
    expect(taught('sold_out')).toBe('sold_out')
    expect(taught('suspended')).toBe('suspended')
    expect(taught('ended')).toBe('ended')
    expect(taught('limit_reached')).toBe('taken')
    expect(offerNow({ ...offer }, { status: 'sold_out', about: offer }, OPENS).state).toBe('claimable')
  })

  it('remembers what the server’s state cannot say: no money left, not for this member', () => {
    for (const status of ['budget_exhausted', 'not_eligible'] as const) {
      expect(offerNow({ ...offer }, { status, about: offer }, OPENS).state).toBe(status)
    }
  })

  it('learns nothing from an answer that decides nothing', () => {
    for (const status of ['busy', 'login_required', 'failed'] as const) {
      expect(offerNow(offer, { status, about: offer }, OPENS)).toBe(offer)
    }
  })
})
