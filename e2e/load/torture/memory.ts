import type { Claim } from './claims'

const PATH = '/api/member/widget.coupon-wall.claim'
const TIMEOUT_MS = 20_000

/**
 * What the server has promised, kept where it cannot reach: each grant it answered, to the letter.
 * Whatever becomes of the server, the same claim must be answered the same for ever.
 */
export class Memory {
  /** The grant's JSON by key. */
  readonly granted = new Map<string, string>()
  private readonly claims = new Map<string, Claim>()
  /** Sent, and never answered with an outcome. */
  readonly unanswered = new Map<string, Claim>()
  readonly broken: string[] = []

  /** Sends a claim; true when it was answered with an outcome. */
  async send(origin: string, claim: Claim): Promise<boolean> {
    if (!this.granted.has(claim.key)) this.unanswered.set(claim.key, claim)
    const outcome = await answerOf(origin, claim)
    if (outcome === undefined) return false
    if (outcome.status === 'granted') this.note(claim, JSON.stringify(outcome))
    else if (this.granted.has(claim.key)) this.broken.push(`${claim.key} was granted, then ${outcome.status}`)
    else if (outcome.status === 'busy') return false
    this.unanswered.delete(claim.key)
    return true
  }

  claimsGranted(): Claim[] {
    return [...this.claims.values()]
  }

  private note(claim: Claim, answer: string): void {
    const { key } = claim
    this.claims.set(key, claim)
    const before = this.granted.get(key)
    if (before !== undefined && before !== answer) this.broken.push(`${key} had ${before}, now ${answer}`)
    this.granted.set(key, answer)
  }
}

/** The outcome; undefined when the server did not get to one, or nobody answered. */
async function answerOf(origin: string, claim: Claim): Promise<{ status: string } | undefined> {
  try {
    const response = await fetch(origin + PATH, {
      method: 'POST',
      headers: claim.headers,
      body: claim.body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const { result } = (await response.json()) as { result?: { data: { status: string } } }
    return result?.data
  } catch {
    return undefined
  }
}
