import { expect, test } from 'vitest'
import { calendarDay, dayIn, instantIn, startOfDayIn } from './clock'

const MINUTE_MS = 60_000

test.each([
  // Clocks are put forward from 02:00 to 03:00: a day of 23 hours.
  ['America/New_York', '2026-03-08T12:00:00Z', 90, '2026-03-08T06:30:00.000Z'],
  ['America/New_York', '2026-03-08T12:00:00Z', 150, '2026-03-08T07:00:00.000Z'],
  ['America/New_York', '2026-03-08T12:00:00Z', 1_200, '2026-03-09T00:00:00.000Z'],
  // Back from 02:00 to 01:00: a day of 25, on which 01:30 comes twice.
  ['America/New_York', '2026-11-01T12:00:00Z', 90, '2026-11-01T05:30:00.000Z'],
  ['America/New_York', '2026-11-01T12:00:00Z', 120, '2026-11-01T07:00:00.000Z'],
  ['America/New_York', '2026-11-01T12:00:00Z', 1_200, '2026-11-02T01:00:00.000Z'],
  // By half an hour only.
  ['Australia/Lord_Howe', '2026-10-04T12:00:00Z', 1_200, '2026-10-04T09:00:00.000Z'],
  // There is no midnight: the day begins at 01:00.
  ['Africa/Cairo', '2026-04-24T12:00:00Z', 0, '2026-04-23T22:00:00.000Z'],
  ['Africa/Cairo', '2026-04-24T12:00:00Z', 1_200, '2026-04-24T17:00:00.000Z'],
  // Put forward from 23:00 to midnight.
  ['America/Nuuk', '2026-03-28T12:00:00Z', 1_410, '2026-03-29T01:00:00.000Z'],
  ['Asia/Shanghai', '2026-11-11T12:00:00Z', 1_200, '2026-11-11T12:00:00.000Z'],
])('in %s, on the day of %s, clocks show %i minutes at %s', (zone, at, minutes, instant) => {
  expect(instantIn(zone, startOfDayIn(zone, new Date(at)), minutes).toISOString()).toBe(instant)
})

test('every minute of a day follows the one before and lies within the day', () => {
  for (const [zone, at] of [
    ['America/New_York', '2026-03-08T12:00:00Z'],
    ['America/New_York', '2026-11-01T12:00:00Z'],
    ['Africa/Cairo', '2026-04-24T12:00:00Z'],
  ] as const) {
    const { day, startsAt } = calendarDay(zone, new Date(at))
    let before = startsAt.getTime()
    for (let minutes = 0; minutes < 1_440; minutes++) {
      const instant = instantIn(zone, startsAt, minutes)
      expect(instant.getTime() - before).toBeGreaterThanOrEqual(0)
      expect(instant.getTime() % MINUTE_MS).toBe(0)
      expect(dayIn(zone, instant)).toBe(day)
      before = instant.getTime()
    }
  }
})

test('a day tells the instants of the next one, also after the clocks were changed', () => {
  const { instantAt } = calendarDay('America/New_York', new Date('2026-03-07T12:00:00Z'))
  expect(instantAt(1_200, 0).toISOString()).toBe('2026-03-08T01:00:00.000Z')
  expect(instantAt(1_200, 1).toISOString()).toBe('2026-03-09T00:00:00.000Z')
})
