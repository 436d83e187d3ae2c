/*
 * Until when prizes are collected (兑奖截止): playing ends with the campaign, giving an address for
 * what was won goes on. Free of zod: the console shows what the server decides.
 */

const DAY_MS = 24 * 60 * 60 * 1000

/** How long after its end a campaign collects when nobody says otherwise. */
export const COLLECTING_DAYS = 30

/** Whoever wins at the last moment, or is given a prize after it by hand, has at least this long. */
const LEAST_DAYS = 7

interface Collecting {
  endsAt: Date
  /** As staff said; null for `COLLECTING_DAYS` after the end. */
  collectsUntil: Date | null
}

/** The collecting deadline of a campaign. */
export function collectsUntilOf({ endsAt, collectsUntil }: Collecting): Date {
  return collectsUntil ?? new Date(endsAt.getTime() + COLLECTING_DAYS * DAY_MS)
}

/** Until when the address of one prize can be given. */
export function addressDeadline(campaign: Collecting, grantedAt: Date): Date {
  return new Date(Math.max(collectsUntilOf(campaign).getTime(), grantedAt.getTime() + LEAST_DAYS * DAY_MS))
}
