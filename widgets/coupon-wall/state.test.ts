import { describe, expect, it } from 'vitest'
import { fixtures } from './fixtures'
import {
  type CouponOffer,
  offerInSession,
  offerNow,
  type SessionState,
  sessionShown,
  sessionsNow,
} from './state'

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

describe('a coupon that comes again', () => {
  const gone: CouponOffer = {
    ...offer,
    state: 'sold_out',
    takenPercent: 100,
    nextAt: '2026-11-11T04:30:00.000Z',
  }
  const AGAIN = Date.parse(gone.nextAt ?? '')

  it('can be claimed from that instant on, with nothing gone', () => {
    expect(offerNow(gone, undefined, AGAIN - 1)).toBe(gone)
    expect(offerNow(gone, undefined, AGAIN)).toMatchObject({ state: 'claimable', takenPercent: 0 })
    expect(offerNow({ ...gone, state: 'taken', mine: 1 }, undefined, AGAIN).state).toBe('claimable')
    expect(offerNow(gone, undefined, CLOSES).state).toBe('ended')
  })

  it('is learnt from the refusal, until the server says it', () => {
    const lesson = { status: 'sold_out', nextAt: gone.nextAt, about: offer } as const
    expect(offerNow(offer, lesson, AGAIN - 1)).toMatchObject({ state: 'sold_out', nextAt: gone.nextAt })
    expect(offerNow(offer, lesson, AGAIN).state).toBe('claimable')
  })
})

describe('sessions on the phone', () => {
  const sessions: SessionState[] = [
    { startsAt: '2026-11-11T04:00:00.000Z', endsAt: '2026-11-11T04:20:00.000Z', state: 'soon' },
    { startsAt: '2026-11-11T04:20:00.000Z', endsAt: '2026-11-11T16:00:00.000Z', state: 'soon' },
  ]
  const NEXT = Date.parse('2026-11-11T04:20:00.000Z')
  const states = (now: number | undefined) => sessionsNow(sessions, now).map(({ state }) => state)

  it('begin and end by the clock, and are what the server told without it', () => {
    expect(states(undefined)).toEqual(['soon', 'soon'])
    expect(states(OPENS - 1)).toEqual(['soon', 'soon'])
    expect(states(NEXT - 1)).toEqual(['running', 'soon'])
    expect(states(NEXT)).toEqual(['ended', 'running'])
  })

  it('show what runs, else what comes, else the last', () => {
    expect(sessionShown(sessionsNow(sessions, OPENS - 1))).toBe(0)
    expect(sessionShown(sessionsNow(sessions, NEXT))).toBe(1)
    expect(sessionShown(sessionsNow(sessions, Date.parse('2026-11-11T16:00:00.000Z')))).toBe(1)
    expect(sessionShown([])).toBe(-1)
  })

  it('show their coupons as over or to come, but not those of all day, nor the member’s own', () => {
    const inSession = { ...offer, isInSession: true }
    const [over, on, soon] = (['ended', 'running', 'soon'] as const).map((state) => ({
      ...(sessions[1] as SessionState),
      state,
    }))
    expect(offerInSession(inSession, over).state).toBe('ended')
    expect(offerInSession(inSession, on)).toBe(inSession)
    expect(offerInSession(inSession, soon)).toMatchObject({
      state: 'not_started',
      opensAt: '2026-11-11T04:20:00.000Z',
      takenPercent: 0,
    })
    expect(offerInSession(offer, over)).toBe(offer)
    const mine = { ...inSession, mine: 2, state: 'taken' as const }
    expect(offerInSession(mine, soon)).toBe(mine)
    expect(offerInSession({ ...inSession, closesAt: '2026-11-11T04:20:00.000Z' }, soon).state).toBe('ended')
  })
})
