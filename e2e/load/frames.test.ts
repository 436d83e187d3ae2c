import { describe, expect, it } from 'vitest'
import { framesIn, percentile, type TraceEvent } from './frames'

const MS = 1000

function event(name: string, atMs: number, more: Partial<TraceEvent> = {}): TraceEvent {
  return { name, ph: 'I', pid: 1, tid: 1, ts: atMs * MS, ...more }
}
const task = (atMs: number, forMs: number) =>
  event('ThreadControllerImpl::RunTask', atMs, { ph: 'X', dur: forMs * MS, tdur: forMs * MS })
const drawing = (atMs: number) => event('BeginMainThreadFrame', atMs)

/** A moment of 100 ms with these events in it. */
const frames = (...events: TraceEvent[]) =>
  framesIn([event('moment-begins', 0), ...events, event('moment-ends', 100)])

describe('frames of a trace', () => {
  it('sums the tasks between two drawings', () => {
    expect(frames(drawing(10), task(10, 4), task(15, 3), drawing(26), task(26, 2)).slice(0, 3)).toEqual([
      0, 7, 2,
    ])
  })

  it('counts the frames in which the main thread had nothing to do', () => {
    expect(frames(drawing(0), task(0, 5))).toEqual([0, 5, 0, 0, 0, 0, 0])
  })

  it('does not sum up what lies many frames apart', () => {
    expect(frames(drawing(0), task(0, 5), task(50, 6), task(90, 7))).toEqual([0, 5, 0, 0, 6, 0, 7])
  })

  it('keeps a long task as one long frame', () => {
    expect(frames(drawing(0), task(0, 60))).toEqual([0, 60, 0, 0])
  })

  it('counts what the processor did, not what the machine took', () => {
    expect(frames(drawing(0), { ...task(0, 60), tdur: 12 * MS })[1]).toBe(12)
  })

  it('leaves out other threads, and what lies outside the moment', () => {
    const elsewhere = { ...task(5, 50), tid: 2 }
    expect(Math.max(...frames(drawing(0), task(0, 1), elsewhere, task(120, 50)))).toBe(1)
  })

  it('refuses a trace without frames', () => {
    expect(() => frames(task(0, 5))).toThrow('no frames')
    expect(() => framesIn([])).toThrow('no moment-begins')
  })
})

describe('percentile', () => {
  it('takes the value below which that share lies', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect(percentile(values, 0.95)).toBe(96)
    expect(() => percentile([], 0.5)).toThrow()
  })
})
