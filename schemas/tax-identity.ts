/*
 * Who a winner is by law. Free of zod: the phone says what is wrong while it is typed, the server
 * refuses what is.
 */

export interface TaxIdentity {
  /** As it stands on the identity card. */
  name: string
  /** 居民身份证号码: 18 characters, the last a digit or X. */
  number: string
}

/** Where a member stands: nothing they hold asks for it, it is asked for, given, or declared and fixed. */
export type IdentityStatus = 'not_needed' | 'missing' | 'given' | 'declared'

export const NAME_LENGTH = { min: 2, max: 30 }

/** Typed with a blank between the groups, a number is this long at most. */
export const NUMBER_TYPED_LENGTH = 24

const NAME = /^[\p{L}\p{M}][\p{L}\p{M}·•. '’-]*$/u

/** True of what can be a person's name, without the white space around it. */
export function isLegalName(name: string): boolean {
  const { length } = name.trim()
  return length >= NAME_LENGTH.min && length <= NAME_LENGTH.max && NAME.test(name.trim())
}

/** A number as it is kept: without spaces, full-width characters and small x. */
export function bareIdNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** The last character by the weighted sum of the others, modulo 11 (GB 11643, ISO 7064 MOD 11-2). */
const LAST = '10X98765432'
/** Nobody who wins was born before. */
const FIRST_YEAR = 1900

/**
 * True of a number with the right last character and a birthday that there was by `today`, which is
 * `YYYY-MM-DD`. Whether it is anybody's only the state knows.
 */
export function isIdNumber(text: string, today: string): boolean {
  const number = bareIdNumber(text)
  if (!/^[1-8]\d{16}[\dX]$/.test(number)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  return number[17] === LAST[sum % 11] && isDay(born) && born <= today
}

function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00.000Z`)
  if (Number.isNaN(at.getTime())) return false
  // A day that there is not would be one of the next month.
  return Number(day.slice(0, 4)) >= FIRST_YEAR && at.toISOString().startsWith(day)
}
