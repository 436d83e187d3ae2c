import { expect, test } from 'vitest'
import { sayWindow, windowAt } from './window'

const ZONE = 'Asia/Shanghai'
const said = (window: Parameters<typeof windowAt>[0], now: string) =>
  sayWindow({ ...windowAt(window, ZONE, new Date(now)), timeZone: ZONE })

const DOUBLE_11 = { kind: 'festival', from: '11-01', until: '11-12' } as const

test.each([
  ['before it begins', '2026-09-01T04:00:00.000Z', '2026年11月1日 00:00 至 2026年11月11日 23:59'],
  // Already the second of November in Shanghai.
  ['while it runs: from today on', '2026-11-01T17:00:00.000Z', '2026年11月2日 00:00 至 2026年11月11日 23:59'],
  ['on its last day', '2026-11-11T04:00:00.000Z', '2026年11月11日 00:00 至 2026年11月11日 23:59'],
  ['once it is over: next year', '2026-11-11T16:00:00.000Z', '2027年11月1日 00:00 至 2027年11月11日 23:59'],
])('a festival, %s', (_, now, expected) => {
  expect(said(DOUBLE_11, now)).toBe(expected)
})

test('days are counted by the clock of the shop', () => {
  const days = { kind: 'days', startsIn: 1, days: 3 } as const
  expect(said(days, '2026-11-22T15:59:00.000Z')).toBe('2026年11月23日 00:00 至 2026年11月25日 23:59')
  expect(said(days, '2026-11-22T16:00:00.000Z')).toBe('2026年11月24日 00:00 至 2026年11月26日 23:59')
})

test('a day of 25 hours is one day', () => {
  const at = windowAt(
    { kind: 'days', startsIn: 0, days: 1 },
    'America/New_York',
    new Date('2026-11-01T12:00:00Z'),
  )
  expect((at.endsAt.getTime() - at.startsAt.getTime()) / 3_600_000).toBe(25)
})
