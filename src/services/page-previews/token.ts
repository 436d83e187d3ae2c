import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AppContext } from '../context'

type Keyed = Pick<AppContext, 'sessionKey'>

/** A longer text is nobody's token. */
const MOST_CHARACTERS = 200

/** What a preview link carries: whoever has it sees the page's draft until `until` (s since the epoch). */
export function issuePreviewToken(ctx: Keyed, pageId: string, until: number): string {
  const claim = `${pageId}.${until.toString(36)}`
  return `${claim}.${sign(ctx, claim)}`
}

/** The page a token was issued for; undefined when it is forged, damaged or over. */
export function readPreviewToken(ctx: Keyed, token: string, now: Date): string | undefined {
  if (token.length > MOST_CHARACTERS) return undefined
  const [pageId, until, signature, ...rest] = token.split('.')
  if (!pageId || !until || !signature || rest.length > 0) return undefined
  const expected = Buffer.from(sign(ctx, `${pageId}.${until}`))
  const given = Buffer.from(signature)
  const isSigned = given.length === expected.length && timingSafeEqual(given, expected)
  return isSigned && now.getTime() < Number.parseInt(until, 36) * 1_000 ? pageId : undefined
}

// Named, so that no other signature of the same key is ever taken for it.
function sign({ sessionKey }: Keyed, claim: string): string {
  return createHmac('sha256', sessionKey).update(`preview ${claim}`).digest('base64url')
}
