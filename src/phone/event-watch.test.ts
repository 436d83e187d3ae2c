import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Outcome } from '@/schemas/outcome'
import type { BoundEvent, BoundEvents } from '@/widgets/kit/bound-events'
import type { ActionRunner } from './action-runner'
import { watchEvents } from './event-watch'
import { memberApi, type PerformRequest } from './member-api'

const GRANTED = {
  status: 'granted',
  rewards: [{ title: '10元券', rewardId: 'rwd_1' }],
  detail: { prize: 'p3' },
} as unknown as Outcome

const listeners = new Map<string, () => void>()
const address = { hash: '' }
let changed: () => void
let isSheetOpen: boolean
const performed = vi.fn(async (): Promise<Outcome | { status: 'failed'; offline: boolean }> => GRANTED)
const { perform } = memberApi

beforeEach(() => {
  listeners.clear()
  address.hash = ''
  isSheetOpen = false
  performed.mockReset().mockResolvedValue(GRANTED)
  memberApi.perform = performed
  vi.stubGlobal('location', address)
  vi.stubGlobal('addEventListener', (type: string, listener: () => void) => listeners.set(type, listener))
  vi.stubGlobal('document', { querySelector: () => (isSheetOpen ? {} : null), body: {} })
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(callback: () => void) {
        changed = callback
      }
      observe() {}
      disconnect() {}
    },
  )
})
afterEach(() => {
  memberApi.perform = perform
  vi.unstubAllGlobals()
})

const copy = { kind: 'copy' as const, inputs: { text: '码' } }

function watch(event: BoundEvent) {
  const run = vi.fn<ActionRunner>(async () => {})
  watchEvents({ blocks: { game: [event] } } as unknown as BoundEvents, run)
  return run
}
const act = (action: string, block = 'game') => memberApi.perform({ action, block } as PerformRequest)
const won = (afterSheet?: true): BoundEvent => ({
  sign: { what: 'outcome', actions: ['draw'], statuses: ['granted'], ...(afterSheet && { afterSheet }) },
  values: {
    rewardTitle: ['rewards', 0, 'title'],
    prizeId: ['detail', 'prize'],
    nothing: ['rewards', 7, 'title'],
  },
  calls: [copy],
})

it('an outcome brings its values, and the answer goes on to who asked', async () => {
  const run = watch(won())
  expect(await act('draw')).toBe(GRANTED)
  const values = { rewardTitle: '10元券', prizeId: 'p3', nothing: undefined }
  expect(run).toHaveBeenCalledExactlyOnceWith([copy], values)
})

it('another action, another block, another end and no end at all are nothing', async () => {
  const run = watch(won())
  await act('buyChance')
  await act('draw', 'other')
  performed.mockResolvedValue({ status: 'no_prize' })
  await act('draw')
  performed.mockResolvedValue({ status: 'failed', offline: true })
  await act('draw')
  expect(run).not.toHaveBeenCalled()
})

it('what waits for the result’s sheet is done as that is closed', async () => {
  const run = watch(won(true))
  await act('draw')
  changed()
  expect(run).not.toHaveBeenCalled()
  isSheetOpen = true
  changed()
  isSheetOpen = false
  changed()
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1))
})

it('and in the end without one', async () => {
  vi.useFakeTimers()
  const run = watch(won(true))
  await act('draw')
  await vi.advanceTimersByTimeAsync(15_000)
  expect(run).toHaveBeenCalledTimes(1)
  vi.useRealTimers()
})

it('a popup opens and closes with the address, also the one the page was opened at', () => {
  address.hash = '#game'
  const opened = watch({ sign: { what: 'opened' }, values: {}, calls: [copy] })
  expect(opened).toHaveBeenCalledTimes(1)
  const closed = watch({ sign: { what: 'closed' }, values: {}, calls: [copy] })
  address.hash = '#-'
  listeners.get('hashchange')?.()
  expect(closed).toHaveBeenCalledTimes(1)
  address.hash = '#game'
  listeners.get('hashchange')?.()
  expect(closed).toHaveBeenCalledTimes(1)
})
