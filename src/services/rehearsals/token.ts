import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AppContext, Tester } from '../context'

/** The cookie's name. Its value is `<rehearsal>.<member>.<HMAC-SHA-256>`. */
export const TESTER_COOKIE = 'zg_rehearsal'

type Keyed = Pick<AppContext, 'sessionKey'>

/** What a rehearsal's link carries: whoever has it may test. It is good for as long as the rehearsal. */
export function issueLink(ctx: Keyed, rehearsalId: string): string {
  return `${rehearsalId}.${sign(ctx, `link ${rehearsalId}`)}`
}

/** The rehearsal a link was made for; undefined when it is forged or damaged. */
export function readLink(ctx: Keyed, token: string): string | undefined {
  const [id, signature, ...rest] = bounded(token).split('.')
  if (!id || !signature || rest.length > 0) return undefined
  return isSigned(ctx, `link ${id}`, signature) ? id : undefined
}

/** A cookie's value for a tester: which of the rehearsal's own members this device is. */
export function issueTester(ctx: Keyed, { rehearsalId, memberId }: Tester): string {
  return `${rehearsalId}.${memberId}.${sign(ctx, `tester ${rehearsalId} ${memberId}`)}`
}

/** The tester a cookie's value was issued to; undefined when it is forged or damaged. */
export function readTester(ctx: Keyed, value: string | undefined): Tester | undefined {
  const [rehearsalId, memberId, signature, ...rest] = bounded(value ?? '').split('.')
  if (!rehearsalId || !memberId || !signature || rest.length > 0) return undefined
  return isSigned(ctx, `tester ${rehearsalId} ${memberId}`, signature) ? { rehearsalId, memberId } : undefined
}

const bounded = (text: string) => (text.length > 200 ? '' : text)

function isSigned(ctx: Keyed, claim: string, signature: string): boolean {
  const expected = Buffer.from(sign(ctx, claim))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

// A session's claim has no space in it, so neither is ever taken for the other.
function sign({ sessionKey }: Keyed, claim: string): string {
  return createHmac('sha256', sessionKey).update(`rehearsal ${claim}`).digest('base64url')
}
