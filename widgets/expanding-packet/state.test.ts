import { expect, it } from 'vitest'
import { fixtures } from './fixtures'
import { type ExpandingState, growthNow, openFaceNow, type ShownPacket } from './state'

const stateOf = (name: string) => fixtures.states?.[name]?.state as ExpandingState
const ready = stateOf('ready')
const at = Date.parse

const packet: ShownPacket = {
  ...(stateOf('growing').mine as ShownPacket),
  until: '2026-11-11T04:00:00.000Z',
  collectUntil: '2026-11-11T06:00:00.000Z',
}

it('stops growing and lapses on the millisecond, between two loads', () => {
  expect(growthNow(packet, undefined)).toBe('growing')
  expect(growthNow(packet, at('2026-11-11T03:59:59.999Z'))).toBe('growing')
  expect(growthNow(packet, at('2026-11-11T04:00:00.000Z'))).toBe('over')
  expect(growthNow(packet, at('2026-11-11T06:00:00.000Z'))).toBe('lapsed')
  const full = { ...packet, growth: 'full' as const }
  expect(growthNow(full, at('2026-11-11T05:59:59.999Z'))).toBe('full')
  expect(growthNow(full, at('2026-11-11T06:00:00.000Z'))).toBe('lapsed')
  const collected = { ...packet, growth: 'collected' as const }
  expect(growthNow(collected, at('2026-11-11T06:00:00.000Z'))).toBe('collected')
})

it('can be opened from its start until its end, by the clock', () => {
  const soon = stateOf('notStarted')
  expect(openFaceNow(soon, undefined, at(soon.startsAt) - 1)).toBe('not_started')
  expect(openFaceNow(soon, undefined, at(soon.startsAt))).toBe('ready')
  expect(openFaceNow(soon, undefined, at(soon.endsAt))).toBe('ended')
})

it('begins anew with the day', () => {
  const done = { ...ready, openedToday: 1, nextDayAt: '2026-11-11T10:00:00.000Z' }
  expect(openFaceNow(done, undefined, at('2026-11-11T09:59:59.999Z'))).toBe('done_today')
  expect(openFaceNow(done, undefined, at('2026-11-11T10:00:00.000Z'))).toBe('ready')
})

it('says why it cannot be opened, and what an answer taught', () => {
  const now = at('2026-11-11T04:00:00.000Z')
  for (const [changed, face] of [
    [{ phase: 'suspended' }, 'suspended'],
    [{ supply: 'suspended' }, 'suspended'],
    [{ supply: 'not_offered' }, 'not_eligible'],
    [{ supply: 'sold_out' }, 'sold_out'],
    [{ supply: 'sold_out', moreAt: '2026-11-11T04:00:00.000Z' }, 'ready'],
  ] as const) {
    expect(openFaceNow({ ...ready, ...changed }, undefined, now), JSON.stringify(changed)).toBe(face)
  }
  expect(openFaceNow(ready, 'budget_exhausted', now)).toBe('budget_exhausted')
  expect(openFaceNow(ready, 'failed', now)).toBe('ready')
})
