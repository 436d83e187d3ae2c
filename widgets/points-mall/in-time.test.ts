import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inTime } from './in-time'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const after = (ms: number) => new Promise<string>((resolve) => setTimeout(resolve, ms, 'sheet'))

/** How a tap ends that waits for `coming`. */
async function endOf(coming: Promise<string>): Promise<string> {
  const end = inTime(coming).catch(() => 'forgotten')
  await vi.advanceTimersByTimeAsync(60_000)
  return end
}

it('opens a sheet that comes soon, and forgets the tap when it does not come or comes late', async () => {
  expect(await endOf(Promise.resolve('sheet'))).toBe('sheet')
  expect(await endOf(after(2_900))).toBe('sheet')
  expect(await endOf(after(3_100))).toBe('forgotten')
  expect(await endOf(Promise.reject(new Error('no network')))).toBe('forgotten')
})
