import { describe, expect, it } from 'vitest'
import { fixtures } from './fixtures'
import { itemNow, type Lesson, type MallItem, missingFor, type PointsMallState } from './state'

const mall = fixtures.states?.running?.state as PointsMallState
const item = mall.items[0] as MallItem
const at = (iso: string) => Date.parse(iso)
const NOON = at('2026-11-11T04:00:00.000Z')
const MIDNIGHT = at(mall.nextDayAt)

const now = (over: Partial<MallItem>, time: number | undefined, lesson?: Lesson) =>
  itemNow({ ...item, ...over }, mall, lesson, time)

describe('what a member lacks', () => {
  it('is the difference, never less than nothing, and unknown while nobody is signed in', () => {
    const price = { points: 500, cashFen: 990 }
    expect(missingFor(price, { points: 380, cashFen: 990, expiring: null })).toEqual({
      points: 120,
      cashFen: 0,
    })
    expect(missingFor(price, { points: 900, cashFen: 0, expiring: null })).toEqual({
      points: 0,
      cashFen: 990,
    })
    expect(missingFor(price, null)).toEqual({ points: 0, cashFen: 0 })
  })
})

describe('an item at a moment', () => {
  it('is as the server told while nobody knows the time', () => {
    expect(now({ state: 'sold_out_today' }, undefined).state).toBe('sold_out_today')
  })

  it('opens and closes by the clock', () => {
    expect(now({ state: 'not_started' }, at(mall.startsAt) - 1).state).toBe('not_started')
    expect(now({ state: 'not_started' }, at(mall.startsAt)).state).toBe('open')
    expect(now({}, at(mall.endsAt) - 1).state).toBe('open')
    expect(now({}, at(mall.endsAt)).state).toBe('ended')
  })

  it('begins anew at midnight in Shanghai, and only what was of the day', () => {
    for (const state of ['sold_out_today', 'limit_today'] as const) {
      expect(now({ state, mineToday: 1 }, MIDNIGHT - 1)).toMatchObject({ state, mineToday: 1 })
      expect(now({ state, mineToday: 1 }, MIDNIGHT)).toMatchObject({ state: 'open', mineToday: 0 })
    }
    for (const state of ['sold_out', 'limit', 'suspended'] as const) {
      expect(now({ state }, MIDNIGHT).state).toBe(state)
    }
  })

  it('learns from an answer until the server tells anew', () => {
    const learnt = (status: Lesson['status'], told = item) =>
      itemNow(told, mall, { status, about: item }, NOON).state
    expect(learnt('sold_out')).toBe('sold_out')
    expect(learnt('suspended')).toBe('suspended')
    expect(learnt('granted')).toBe('open')
    expect(learnt('points_short')).toBe('open')
    expect(learnt('sold_out', { ...item })).toBe('open')
    // These two the server's state never tells.
    expect(learnt('budget_exhausted', { ...item })).toBe('budget_exhausted')
    expect(learnt('not_eligible', { ...item })).toBe('not_eligible')
    expect(learnt('budget_exhausted', { ...item, state: 'limit' })).toBe('limit')
  })
})
