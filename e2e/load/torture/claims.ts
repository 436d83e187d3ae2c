import { randomBytes } from 'node:crypto'
import { systemClock } from '../../../src/lib/clock'
import { deriveKey } from '../../../src/lib/secrets'
import { issueSession, MEMBER_COOKIE } from '../../../src/services/members/session'
import type { Seeded } from '../claims/seed'

/** One member's one claim: the same body under the same key, however often it is sent. */
export interface Claim {
  key: string
  headers: Record<string, string>
  body: string
}

/** A claim for each member, signed in with the product's own secret. */
export function claimsOf({ version, rewardId, memberIds }: Seeded, secret: string): Claim[] {
  const session = { clock: systemClock, sessionKey: deriveKey(secret, 'member sessions') }
  return memberIds.map((id) => {
    const key = randomBytes(12).toString('hex')
    return {
      key,
      headers: {
        'content-type': 'application/json',
        cookie: `${MEMBER_COOKIE}=${issueSession(session, { id })}`,
        'user-agent': 'Mozilla/5.0 (Linux; Android 10) Mobile',
      },
      body: JSON.stringify({ version, block: 'wall', key, input: { rewardId } }),
    }
  })
}
