import { collectsUntilOf } from '@/schemas/collecting'
import { calendarDay } from '@/src/lib/clock'

/** When a template's campaign runs, seen from the day it is made on. */
export type TemplateWindow =
  | { kind: 'days'; startsIn: number; days: number }
  /** From one day of the year until another begins (`11-01`, `11-12`): this year's, or the next. */
  | { kind: 'festival'; from: string; until: string }

/** When the campaign runs, with the zone its days are counted in. */
export interface PlayWindow {
  startsAt: Date
  endsAt: Date
  /** Until when what was won can be claimed. */
  collectsUntil: Date
  timeZone: string
}

const DAY_MS = 24 * 60 * 60 * 1000
const MINUTE_MS = 60 * 1000

/**
 * The first and the last instant, on whole days of the shop's zone. A festival that has begun
 * runs from today on; one that is over, next year.
 */
export function windowAt(
  window: TemplateWindow,
  timeZone: string,
  now: Date,
): { startsAt: Date; endsAt: Date } {
  const today = calendarDay(timeZone, now)
  if (window.kind === 'days') {
    const endsAt = today.startAfter(window.startsIn + window.days)
    return { startsAt: today.startAfter(window.startsIn), endsAt }
  }
  const year = Number(today.day.slice(0, 4))
  const isOver = today.day >= `${year}-${window.until}`
  const inDays = (monthAndDay: string) => {
    const day = Date.parse(`${year + (isOver ? 1 : 0)}-${monthAndDay}`)
    return Math.round((day - Date.parse(today.day)) / DAY_MS)
  }
  const startsAt = today.startAfter(Math.max(0, inDays(window.from)))
  return { startsAt, endsAt: today.startAfter(inDays(window.until)) }
}

/** The window of a campaign made now, which collects as long as campaigns do when nobody says otherwise. */
export function playWindowAt(window: TemplateWindow, timeZone: string, now: Date): PlayWindow {
  const { startsAt, endsAt } = windowAt(window, timeZone, now)
  return { startsAt, endsAt, collectsUntil: collectsUntilOf({ endsAt, collectsUntil: null }), timeZone }
}

/** `2026年11月1日 00:00` by the shop's clock; the end of a window is its last minute. */
export function sayInstant(timeZone: string, at: Date): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts.year}年${Number(parts.month)}月${Number(parts.day)}日 ${parts.hour}:${parts.minute}`
}

/** The window in words: from its first minute to its last. */
export function sayWindow(o: { timeZone: string; startsAt: Date; endsAt: Date }): string {
  const last = new Date(o.endsAt.getTime() - MINUTE_MS)
  return `${sayInstant(o.timeZone, o.startsAt)} 至 ${sayInstant(o.timeZone, last)}`
}
