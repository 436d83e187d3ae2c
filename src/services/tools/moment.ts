import { calendarDay } from '@/src/lib/clock'
import type { Now } from '@/widgets/kit/tool'

/** The moment as tools see it: with the day it falls on in the shop's time zone. */
export function momentOf(timeZone: string, at: Date): Now {
  const { day, startsAt, nextStartsAt, instantAt } = calendarDay(timeZone, at)
  return { at, day, dayStartsAt: startsAt, nextDayAt: nextStartsAt, instantAt }
}
