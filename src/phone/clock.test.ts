import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClock } from './clock'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the phone’s idea of the server’s clock', () => {
  it('believes the phone until the server speaks, then the server, half a round trip ago', () => {
    const clock = createClock()
    expect(clock.now()).toBe(1_000_000)
    clock.correct(5_000_000, 999_800, 1_000_000)
    expect(clock.now()).toBe(5_000_100)
    vi.advanceTimersByTime(1000)
    expect(clock.now()).toBe(5_001_100)
  })

  it('does not jump for a difference that the network explains', () => {
    const clock = createClock()
    clock.correct(1_000_000, 1_000_000, 1_000_000)
    clock.correct(999_990, 999_900, 1_000_000)
    expect(clock.now()).toBe(1_000_000)
    clock.correct(1_000_200, 999_900, 1_000_000)
    expect(clock.now()).toBe(1_000_250)
  })

  it('ticks on the server’s full seconds', () => {
    const clock = createClock()
    clock.correct(1_000_400, 1_000_000, 1_000_000)
    const ticks: number[] = []
    clock.onTick(() => ticks.push(clock.now()))
    vi.advanceTimersByTime(2700)
    expect(ticks).toEqual([1_001_000, 1_002_000, 1_003_000])
  })

  it('ticks at once when it is set right', () => {
    const clock = createClock()
    const tick = vi.fn()
    clock.onTick(tick)
    clock.correct(5_000_000, 1_000_000, 1_000_000)
    expect(tick).toHaveBeenCalledTimes(1)
  })

  it('has no timer running when nobody listens', () => {
    const clock = createClock()
    const end = clock.onTick(() => {})
    expect(vi.getTimerCount()).toBe(1)
    end()
    clock.correct(5_000_000, 1_000_000, 1_000_000)
    expect(vi.getTimerCount()).toBe(0)
  })
})
