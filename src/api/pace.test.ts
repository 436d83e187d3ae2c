import { expect, test } from 'vitest'
import { createPace } from './pace'

test('so many at once and so many a second, each key by itself', () => {
  const pace = createPace({ burst: 2, perSecond: 1 })
  const at = (ms: number) => new Date(1_000_000 + ms)
  expect([0, 0, 0, 999].map((ms) => pace('a', at(ms)))).toEqual([true, true, false, false])
  expect(pace('b', at(999))).toBe(true)
  expect([1_000, 1_000, 60_000, 60_000, 60_000].map((ms) => pace('a', at(ms)))).toEqual([
    true,
    false,
    true,
    true,
    false,
  ])
})
