import type { Browser, Page } from '@playwright/test'

/** A cheap phone's processor beside this machine's. */
const PHONE_SLOWDOWN = 4
const FRAME_US = 1_000_000 / 60

/** What a trace tells of one event; the rest is left out. */
export interface TraceEvent {
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
 * slowed down so many times: as a cheap phone's, unless said. A frame is what lies between two drawings begun on the main thread; a
 * moment in which the compositor alone moves things is so many frames without any work.
 */
export async function busyFrames(
  page: Page,
  act: () => Promise<void>,
  slowdown = PHONE_SLOWDOWN,
): Promise<number[]> {
  const browser = page.context().browser() as Browser
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
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

/** The same from a trace that holds the marks `moment-begins` and `moment-ends`. */
export function framesIn(events: readonly TraceEvent[]): number[] {
  const markAt = (name: string) => {
    const mark = events.find((event) => event.name === name)
    if (!mark) throw new Error(`the trace has no ${name}`)
    return mark
  }
  const { pid, tid, ts: begin } = markAt('moment-begins')
  const end = markAt('moment-ends').ts
  const onMain = events.filter((e) => e.pid === pid && e.tid === tid && e.ts >= begin && e.ts < end)
  const tasks = onMain
    .filter((e) => e.ph === 'X' && /RunTask$/.test(e.name) && e.dur !== undefined)
    .sort((a, b) => a.ts - b.ts)
  const begun = onMain.filter((e) => e.name === 'BeginMainThreadFrame').map((e) => e.ts)
  if (tasks.length === 0 || begun.length === 0)
    throw new Error('the trace holds no frames of the main thread')

  return [begin, ...begun.sort((a, b) => a - b)].flatMap((from, i, edges) => {
    const to = edges[i + 1] ?? end
    return framesBetween(
      from,
      to,
      tasks.filter((task) => task.ts >= from && task.ts < to),
    )
  })
}

/**
 * The main thread's time in the frames between two drawings, ms. Where the compositor alone moved
 * things for a while these are many: a task counts for the frame in which it began.
 */
function framesBetween(from: number, to: number, tasks: readonly TraceEvent[]): number[] {
  const frames: number[] = [0]
  let frameBegan = from
  for (const task of tasks) {
    const missed = Math.floor((task.ts - frameBegan) / FRAME_US)
    if (missed > 0) {
      frames.push(...Array.from({ length: missed }, () => 0))
      frameBegan += missed * FRAME_US
    }
    // By the processor's clock: whatever else this machine does is not the page's time.
    frames[frames.length - 1] = (frames.at(-1) ?? 0) + (task.tdur ?? task.dur ?? 0) / 1000
    // A long task is one long frame, and no idle ones behind it.
    const over = task.ts + (task.dur ?? 0) - frameBegan
    if (over > FRAME_US) frameBegan += over - FRAME_US
  }
  const idle = Math.floor((to - frameBegan) / FRAME_US) - 1
  return [...frames, ...Array.from({ length: Math.max(0, idle) }, () => 0)]
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  if (value === undefined) throw new Error('a percentile of nothing')
  return value
}
