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
