import { describe, expect, it } from 'vitest'
import { instantOfWallClock, wallClockIn } from './shop-time'

describe('shop time', () => {
  it('shows an instant as the clock in Shanghai does', () => {
    expect(wallClockIn('Asia/Shanghai', new Date('2026-11-10T16:00:00Z'))).toBe('2026-11-11T00:00:00')
  })

  it.each([
    ['Asia/Shanghai', '2026-11-11T00:00:00', '2026-11-10T16:00:00.000Z'],
    ['America/New_York', '2026-07-01T12:00:00', '2026-07-01T16:00:00.000Z'],
    ['America/New_York', '2026-12-01T12:00:00', '2026-12-01T17:00:00.000Z'],
    ['Asia/Kathmandu', '2026-01-01T00:00:00', '2025-12-31T18:15:00.000Z'],
  ])('finds the instant the clock in %s shows %s', (zone, wallClock, instant) => {
    expect(instantOfWallClock(zone, wallClock).toISOString()).toBe(instant)
  })

  it('comes back to every wall-clock time, also around a change of the clocks', () => {
    // The clocks of New York go back at 06:00Z on 2026-11-01.
    for (let hour = -30; hour <= 30; hour++) {
      const wallClock = wallClockIn('America/New_York', new Date(Date.UTC(2026, 10, 1, 6 + hour, 15)))
      expect(wallClockIn('America/New_York', instantOfWallClock('America/New_York', wallClock))).toBe(
        wallClock,
      )
    }
  })

  it('takes the first of two instants that show the same time', () => {
    expect(instantOfWallClock('America/New_York', '2026-11-01T01:30:00').toISOString()).toBe(
      '2026-11-01T05:30:00.000Z',
    )
  })

  it('moves a time that the clocks skip past the change', () => {
    // 02:30 does not exist on 2026-03-08; half an hour after the change is 03:30.
    const instant = instantOfWallClock('America/New_York', '2026-03-08T02:30:00')
    expect(wallClockIn('America/New_York', instant)).toBe('2026-03-08T03:30:00')
  })
})
