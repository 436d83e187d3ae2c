import { expect, test, vi } from 'vitest'
import { createLogger } from '@/src/lib/log'
import type { AppContext } from '@/src/services/context'
import { startJobs } from './start'

const ctx = { log: createLogger('silent') } as AppContext

test('a job that is still under way is not started again, and is told to stop and waited for', async () => {
  vi.useFakeTimers()
  let finish = () => {}
  let told = false
  const run = vi.fn((_: AppContext, signal: AbortSignal) => {
    signal.addEventListener('abort', () => {
      told = true
    })
    return new Promise<void>((resolve) => {
      finish = resolve
    })
  })
  const stop = startJobs(ctx, [{ name: 'slow', everyMs: 1_000, run }])
  vi.advanceTimersByTime(5_000)
  expect(run).toHaveBeenCalledTimes(1)
  finish()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(run).toHaveBeenCalledTimes(2)

  let isStopped = false
  const stopping = stop().then(() => {
    isStopped = true
  })
  await vi.advanceTimersByTimeAsync(5_000)
  expect([told, isStopped]).toEqual([true, false])
  finish()
  await stopping
  vi.useRealTimers()
})

test('a job that fails runs again when it is due', async () => {
  vi.useFakeTimers()
  const run = vi.fn(() => Promise.reject(new Error('no')))
  const stop = startJobs(ctx, [{ name: 'failing', everyMs: 1_000, run }])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(run).toHaveBeenCalledTimes(3)
  await stop()
  vi.useRealTimers()
})
