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

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
const timeFormatters = new Map<string, Intl.DateTimeFormat>()

/** What clocks in a time zone show at an instant, in minutes after midnight. */
function minutesIn(timeZone: string, at: number): number {
  let formatter = timeFormatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    timeFormatters.set(timeZone, formatter)
  }
  const [hour, minute] = formatter.format(at).split(':')
  return Number(hour) * 60 + Number(minute)
}

/**
 * The first instant of the day that began at `dayStartsAt` at which clocks in the zone show that
 * many minutes after midnight, or more where they are put forward over it.
 */
export function instantIn(timeZone: string, dayStartsAt: Date, minutesOfDay: number): Date {
  const start = dayStartsAt.getTime()
  const guess = start + minutesOfDay * MINUTE_MS
  /** By how many minutes the clocks are ahead of what is looked for; negative before it. */
  const ahead = (at: number) => {
    const minutes = minutesIn(timeZone, at) - minutesOfDay + DAY_MINUTES / 2
    return ((minutes + DAY_MINUTES) % DAY_MINUTES) - DAY_MINUTES / 2
  }
  const found = Math.max(start, guess - ahead(guess) * MINUTE_MS)
  if (ahead(found) >= 0) return new Date(found)
  // Clocks never show it: between the two they are put forward.
  let low = found
  let high = guess
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / MINUTE_MS / 2) * MINUTE_MS
    if (ahead(middle) >= 0) high = middle
    else low = middle
  }
  return new Date(high)
}

export interface CalendarDay {
  /** `2026-11-11`. */
  day: string
  startsAt: Date
  nextStartsAt: Date
  /** When clocks show that many minutes after midnight, on this day or the next one (1). */
  instantAt: (minutesOfDay: number, dayOffset: 0 | 1) => Date
  /** The instant at which the day begins that comes so many days after this one. */
  startAfter: (days: number) => Date
}

const SOME_HOURS_INTO_THE_NEXT_DAY_MS = 30 * 60 * 60 * 1000
const lastDays = new Map<string, CalendarDay>()

/** The calendar day of an instant in a time zone, with its bounds. The last one is remembered. */
export function calendarDay(timeZone: string, at: Date): CalendarDay {
  const known = lastDays.get(timeZone)
  if (known && at >= known.startsAt && at < known.nextStartsAt) return known
  const startsAt = startOfDayIn(timeZone, at)
  const next = startOfDayIn(timeZone, new Date(startsAt.getTime() + SOME_HOURS_INTO_THE_NEXT_DAY_MS))
  const instants = new Map<number, Date>()
  const instantAt: CalendarDay['instantAt'] = (minutesOfDay, dayOffset) => {
    const key = minutesOfDay + dayOffset * DAY_MINUTES
    const instant = instants.get(key) ?? instantIn(timeZone, dayOffset ? next : startsAt, minutesOfDay)
    instants.set(key, instant)
    return instant
  }
  const starts = new Map<number, Date>()
  const startAfter: CalendarDay['startAfter'] = (days) => {
    // Noon is on the day that is meant, however the clocks were changed in between.
    const noon = startsAt.getTime() + (days + 0.5) * DAY_MINUTES * MINUTE_MS
    const start = starts.get(days) ?? startOfDayIn(timeZone, new Date(noon))
    starts.set(days, start)
    return start
  }
  const found = { day: dayIn(timeZone, at), startsAt, nextStartsAt: next, instantAt, startAfter }
  lastDays.set(timeZone, found)
  return found
}
