import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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

const OPENING = [{ kind: 'openPopup' as const, block: 'game', inputs: {} }]

describe('a block that opens by itself', () => {
  const stored = new Map<string, string>()
  beforeEach(() => {
    stored.clear()
    vi.useFakeTimers({ now: new Date('2026-11-11T15:59:00.000Z') })
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    })
  })
  afterEach(() => vi.useRealTimers())

  /** One visit to the page; true when it opened. */
  function enters(frequency: 'always' | 'daily' | 'once', whileWaiting = () => {}): boolean {
    const run = vi.fn<ActionRunner>(async () => {})
    const event = { sign: { what: 'entered', afterMs: 2_000, frequency }, values: {}, calls: OPENING }
    watchEvents({ blocks: { game: [event] }, timeZone: 'Asia/Shanghai' } as unknown as BoundEvents, run)
    vi.advanceTimersByTime(1_999)
    expect(run).not.toHaveBeenCalled()
    whileWaiting()
    vi.advanceTimersByTime(1)
    return run.mock.calls.length > 0
  }

  it('does so every time, once a day of the shop’s, or once', () => {
    expect([enters('always'), enters('always')]).toEqual([true, true])
    expect([enters('daily'), enters('daily')]).toEqual([true, false])
    // A minute later it is another day in Shanghai.
    vi.setSystemTime(new Date('2026-11-11T16:00:00.000Z'))
    expect(enters('daily')).toBe(true)
    stored.clear()
    expect([enters('once'), enters('once')]).toEqual([true, false])
  })

  it('interrupts nobody who came for something else, and counts only when it opened', () => {
    address.hash = '#coupons'
    expect(enters('once')).toBe(false)
    address.hash = ''
    expect(enters('once', () => (address.hash = '#popup'))).toBe(false)
    address.hash = ''
    expect(enters('once')).toBe(true)
  })

  it('asks each time where nothing can be remembered', () => {
    vi.stubGlobal('localStorage', undefined)
    expect([enters('once'), enters('once')]).toEqual([true, true])
  })
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

describe('a tap on a part of a block', () => {
  /** An element of the page that takes listeners; a link when it has an address. */
  function anElement(href?: string) {
    const heard = new Map<string, (event: object) => void>()
    return {
      tagName: 'A',
      matches: () => href !== undefined,
      setAttribute: vi.fn(),
      getAttribute: () => href ?? null,
      style: {},
      contains(other: unknown) {
        return other === this
      },
      addEventListener: (type: string, listener: (event: object) => void) => heard.set(type, listener),
      heard,
    }
  }

  it('does what that part does, then follows its link; another part does what is its own', async () => {
    class FakeElement {}
    vi.stubGlobal('Element', FakeElement)
    const parts = {
      'regions.0': Object.assign(new FakeElement(), anElement('/p/next')),
      'regions.2': Object.assign(new FakeElement(), anElement()),
    }
    const clicked: ((event: object) => void)[] = []
    const block = {
      querySelector: (selector: string) =>
        Object.entries(parts).find(([part]) => selector === `[data-part="${part}"]`)?.[1] ?? null,
      addEventListener: (_type: string, listener: (event: object) => void) => clicked.push(listener),
    }
    vi.stubGlobal('document', { querySelector: () => block, body: {} })
    const run = vi.fn<ActionRunner>(async () => {})
    const tap = (part: string, text: string): BoundEvent => ({
      sign: { what: 'tap', part },
      values: {},
      calls: [{ kind: 'copy', inputs: { text } }],
    })
    const blocks = { z: [tap('regions.0', 'first'), tap('regions.2', 'third')] }
    watchEvents({ blocks, timeZone: 'Asia/Shanghai' } as unknown as BoundEvents, run)

    const press = async (target: unknown) => {
      const preventDefault = vi.fn()
      for (const listener of clicked) listener({ target, preventDefault })
      await vi.waitFor(() => expect(run).toHaveBeenCalled())
      const done = run.mock.calls.map(([calls]) => calls[0]?.inputs)
      run.mockClear()
      return { done, isHeld: preventDefault.mock.calls.length > 0 }
    }
    expect(await press(parts['regions.2'])).toEqual({ done: [{ text: 'third' }], isHeld: true })
    expect(parts['regions.2'].setAttribute).toHaveBeenCalledWith('role', 'button')
    const first = await press(parts['regions.0'])
    expect(first).toMatchObject({ done: [{ text: 'first' }, { link: '/p/next' }], isHeld: true })
    expect(parts['regions.0'].setAttribute).not.toHaveBeenCalled()
  })
})
