import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AppContext } from '../context'

export type SigningContext = Pick<AppContext, 'invitationKey'>

/** Of the HMAC's 32 bytes: 128 bits are out of anybody's reach, and a link has little room. */
const MAC_BYTES = 16
/** Stands in none of the parts, so that no two lists of parts are signed as the same text. */
const SEPARATOR = '\0'

/**
 * The MAC over all parts as 22 characters. The first names what is signed, so that a signature for
 * one thing is never good for another.
 */
export function sign(ctx: SigningContext, parts: readonly string[]): string {
  const mac = createHmac('sha256', ctx.invitationKey).update(parts.join(SEPARATOR)).digest()
  return mac.subarray(0, MAC_BYTES).toString('base64url')
}

/** True of that very text only: the last character's spare bits count as well. */
export function isSigned(ctx: SigningContext, parts: readonly string[], signature: string): boolean {
  const expected = Buffer.from(sign(ctx, parts))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** An instant as whole seconds in base 36. */
export function secondsText(at: Date): string {
  return Math.floor(at.getTime() / 1_000).toString(36)
}

/** True at and after the second that `secondsText` wrote. */
export function isOver(text: string, now: Date): boolean {
  return now.getTime() >= Number.parseInt(text, 36) * 1_000
}
