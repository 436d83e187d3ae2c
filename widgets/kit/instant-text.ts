export interface InstantParts {
  year: string
  /** 1 to 12, without a leading zero; the day likewise. */
  month: string
  day: string
  /** Two digits each, 00 to 23 and 00 to 59. */
  hour: string
  minute: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * The calendar parts of an instant (ISO 8601) in a time zone. The words around them are the
 * caller's: what Intl writes differs between a phone and the server, its numbers do not.
 */
export function instantParts(iso: string, timeZone: string): InstantParts {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    })
    formats.set(timeZone, format)
  }
  const parts: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(new Date(iso))) parts[type] = value
  return parts as unknown as InstantParts
}
