const DAY_MS = 24 * 60 * 60 * 1000

/** The last so many days before a deadline, each told of once; from the last. */
export const STEPS = [1, 3, 7] as const

/** When the last `days` days before a deadline that lies there have begun. */
export function withinDays(days: number, now: Date): Date {
  return new Date(now.getTime() + days * DAY_MS)
}

/** Nobody is written to at night: minutes after midnight, by the shop's clocks. */
export const DAYTIME = { from: 9 * 60, until: 21 * 60 } as const
