/** The only source of "now". Tests hand in a clock of their own. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The calendar day (`2026-11-11`) an instant falls on in a time zone. */
export function dayIn(timeZone: string, at: Date): string {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    // en-CA writes year-month-day, which sorts.
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter.format(at)
}

/** The instant at which the day of `at` began in a time zone. */
export function startOfDayIn(timeZone: string, at: Date): Date {
  const day = dayIn(timeZone, at)
  let low = at.getTime() - 26 * 60 * 60 * 1000
  let high = at.getTime()
  // Found by halving, so that days of 23 or 25 hours need no arithmetic of their own.
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (dayIn(timeZone, new Date(middle)) === day) high = middle
    else low = middle
  }
  return new Date(high)
}

export interface CalendarDay {
  /** `2026-11-11`. */
  day: string
  startsAt: Date
  nextStartsAt: Date
}

const SOME_HOURS_INTO_THE_NEXT_DAY_MS = 30 * 60 * 60 * 1000
const lastDays = new Map<string, CalendarDay>()

/** The calendar day of an instant in a time zone, with its bounds. The last one is remembered. */
export function calendarDay(timeZone: string, at: Date): CalendarDay {
  const known = lastDays.get(timeZone)
  if (known && at >= known.startsAt && at < known.nextStartsAt) return known
  const startsAt = startOfDayIn(timeZone, at)
  const next = startOfDayIn(timeZone, new Date(startsAt.getTime() + SOME_HOURS_INTO_THE_NEXT_DAY_MS))
  const found = { day: dayIn(timeZone, at), startsAt, nextStartsAt: next }
  lastDays.set(timeZone, found)
  return found
}
