import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDay, dayIn, startOfDayIn } from './clock'
import { newId } from './ids'
import { Lru } from './lru'
import { ppmOfFenRoundedUp } from './money'

test('a day is the shop’s, also at midnight', () => {
  expect(dayIn('Asia/Shanghai', new Date('2026-11-10T15:59:59.999Z'))).toBe('2026-11-10')
  expect(dayIn('Asia/Shanghai', new Date('2026-11-10T16:00:00.000Z'))).toBe('2026-11-11')
})

test.each([
  ['Asia/Shanghai', '2026-11-11T04:00:00.000Z', '2026-11-10T16:00:00.000Z'],
  ['Asia/Shanghai', '2026-11-10T16:00:00.000Z', '2026-11-10T16:00:00.000Z'],
  // A day of 25 hours: clocks went back at 02:00.
  ['America/New_York', '2026-11-02T04:59:00.000Z', '2026-11-01T04:00:00.000Z'],
])('in %s the day of %s began at %s', (zone, at, start) => {
  expect(startOfDayIn(zone, new Date(at)).toISOString()).toBe(start)
})

test.each([
  ['Asia/Shanghai', '2026-11-10T16:00:00.000Z', 1, '2026-11-11T16:00:00.000Z'],
  ['Asia/Shanghai', '2026-11-11T15:59:59.999Z', 6, '2026-11-16T16:00:00.000Z'],
  // Clocks went back in between, and forward.
  ['America/New_York', '2026-10-31T12:00:00.000Z', 2, '2026-11-02T05:00:00.000Z'],
  ['America/New_York', '2026-03-07T12:00:00.000Z', 2, '2026-03-09T04:00:00.000Z'],
])('in %s, counted from %s, day %i begins at %s', (zone, at, days, start) => {
  expect(calendarDay(zone, new Date(at)).startAfter(days).toISOString()).toBe(start)
})

test('ids are short words behind their prefix, sort by time and do not repeat', () => {
  const ids = Array.from({ length: 1_000 }, (_, i) => newId('cmp', new Date(1_800_000_000_000 + i)))
  expect(ids.every((id) => /^cmp_[0-9a-z]{22}$/.test(id))).toBe(true)
  expect([...ids].sort()).toEqual(ids)
  const atOnce = Array.from({ length: 1_000 }, () => newId('cmp', new Date(0)))
  expect(new Set(atOnce).size).toBe(1_000)
})

test('a share of an amount is never rounded down, and by less than a fen up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 1e6 }), (fen, ppm) => {
      const exact = BigInt(fen) * BigInt(ppm)
      const rounded = BigInt(ppmOfFenRoundedUp(fen, ppm)) * 1_000_000n
      return rounded >= exact && rounded - exact < 1_000_000n
    }),
  )
})

test('an LRU forgets what was not used for longest', () => {
  const lru = new Lru<string, number>(2)
  lru.set('a', 1)
  lru.set('b', 2)
  lru.get('a')
  lru.set('c', 3)
  expect([lru.get('a'), lru.get('b'), lru.get('c')]).toEqual([1, undefined, 3])
})
