/** Tries of one message, after which it is a dead letter. They spread over about two hours. */
export const MAX_ATTEMPTS = 10

const FIRST_MS = 15_000
const LONGEST_MS = 3_600_000

/**
 * How long to wait after a try that failed, in ms: twice as long each time, and by chance up to half
 * of it less, so that messages that failed together do not come back together. `attempt` counts
 * from 1, `random` answers from 0 to just below 1.
 */
export function backOffMs(attempt: number, random: () => number): number {
  const whole = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS)
  return Math.round(whole * (1 - random() / 2))
}
