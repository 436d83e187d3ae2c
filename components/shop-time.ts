/*
 * The console shows and asks for times as the clock on the shop's wall says them, wherever the
 * browser is. A wall-clock time is written `2026-11-11T20:00:00`, without a zone.
 */

const formatters = new Map<string, Intl.DateTimeFormat>()

function partsIn(timeZone: string, at: Date): Record<string, string> {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
    formatters.set(timeZone, formatter)
  }
  return Object.fromEntries(formatter.formatToParts(at).map((part) => [part.type, part.value]))
}

/** What the clock in a time zone shows at an instant: `2026-11-11T20:00:00`. */
export function wallClockIn(timeZone: string, at: Date): string {
  const { year, month, day, hour, minute, second } = partsIn(timeZone, at)
  return `${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}`
}

/**
 * The instant at which the clock in a time zone shows a wall-clock time. A time the clocks skip
 * gives the instant as far after the change; of one they show twice, the first is given.
 */
export function instantOfWallClock(timeZone: string, wallClock: string): Date {
  const asUtc = Date.parse(`${wallClock}Z`)
  const offsetAt = (ms: number) => Date.parse(`${wallClockIn(timeZone, new Date(ms))}Z`) - ms
  // The offset is asked for on both sides of the guess, because a change may lie between.
  const day = 24 * 3_600_000
  const before = asUtc - offsetAt(asUtc - day)
  const after = asUtc - offsetAt(asUtc + day)
  const fits = (ms: number) => ms + offsetAt(ms) === asUtc
  if (fits(before)) return new Date(before)
  return new Date(fits(after) ? after : before)
}
