import type { Browser, Page } from '@playwright/test'

/** A cheap phone's processor beside this machine's. */
const CPU_SLOWDOWN = 4
const FRAME_MS = 1000 / 60

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** µs, of the clock. */
  ts: number
  dur?: number
  /** µs of the processor. */
  tdur?: number
  args?: { name?: string }
}

/**
 * How long the page's main thread was busy in each frame while `act` ran, in ms, on a processor
 * slowed down four times. A frame is what lies between two drawings begun on the main thread; a
 * moment in which the compositor alone moves things is so many frames without any work.
 */
export async function busyFrames(page: Page, act: () => Promise<void>): Promise<number[]> {
  const browser = page.context().browser() as Browser
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  await browser.startTracing(page, {
    categories: [
      'toplevel',
      'devtools.timeline',
      'disabled-by-default-devtools.timeline.frame',
      'devtools.timeline.frame',
      'blink.user_timing',
    ],
  })
  // Only what happens between these two marks is the moment; setting up and taking down is not.
  await page.evaluate(() => performance.mark('moment-begins'))
  await act()
  await page.evaluate(() => performance.mark('moment-ends'))
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return framesIn(trace.traceEvents)
}

function framesIn(events: TraceEvent[]): number[] {
  const markAt = (name: string) => {
    const mark = events.find((event) => event.name === name)
    if (!mark) throw new Error(`the trace has no ${name}`)
    return mark
  }
  const { pid, tid, ts: begin } = markAt('moment-begins')
  const end = markAt('moment-ends').ts
  const onMain = events.filter((e) => e.pid === pid && e.tid === tid && e.ts >= begin && e.ts < end)
  const tasks = onMain.filter((e) => e.ph === 'X' && /RunTask$/.test(e.name) && e.dur !== undefined)
  const begun = onMain.filter((e) => e.name === 'BeginMainThreadFrame').map((e) => e.ts)
  if (tasks.length === 0 || begun.length === 0)
    throw new Error('the trace holds no frames of the main thread')

  const edges = [begin, ...begun.sort((a, b) => a - b), end]
  return edges.slice(1).flatMap((to, i) => {
    const from = edges[i] ?? begin
    const own = tasks.filter((task) => task.ts >= from && task.ts < to)
    // By the processor's clock: whatever else this machine does is not the page's time.
    const busyMs = own.reduce((sum, task) => sum + (task.tdur ?? task.dur ?? 0), 0) / 1000
    const takenMs = own.reduce((sum, task) => sum + (task.dur ?? 0), 0) / 1000
    // Idle time beyond one frame is frames in which the main thread had nothing to do.
    const idleFrames = Math.max(0, Math.floor(((to - from) / 1000 - takenMs) / FRAME_MS) - 1)
    return [busyMs, ...Array.from({ length: idleFrames }, () => 0)]
  })
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  if (value === undefined) throw new Error('a percentile of nothing')
  return value
}
