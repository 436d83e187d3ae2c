import type { Rng } from '../kit/tool'

/** What is left of a packet, in fen, and for how many openers. */
export interface Remainder {
  amountFen: number
  parts: number
}

/**
 * True when every part can be at least one fen and at most `mostFen`, with the whole given away
 * exactly.
 */
export function isPayable({ amountFen, parts }: Remainder, mostFen: number): boolean {
  return parts >= 1 && amountFen >= parts && amountFen <= parts * mostFen
}

/**
 * The next opener's part in fen: the double-mean method (二倍均值法) that WeChat's packets made
 * known. It is uniform between 1 and twice the mean of what remains, kept within what leaves the
 * rest payable; the last takes the remainder, so that the sum is exact.
 *
 * In whole fen, low + high is twice the mean, or the next number where that is a fraction, just as
 * often as the fraction says. So a part's mean is exactly the remaining mean, and when somebody
 * opens makes no difference to what they may expect.
 *
 * @param mostFen no part is larger: the most that one grant of the reward may be.
 * @throws RangeError for a remainder that is not payable.
 */
export function drawPart({ amountFen, parts }: Remainder, rng: Rng, mostFen = amountFen): number {
  if (!isPayable({ amountFen, parts }, mostFen)) {
    throw new RangeError(`${amountFen} fen cannot be split into ${parts} parts of 1 to ${mostFen}`)
  }
  if (parts === 1) return amountFen
  const fraction = (2 * amountFen) % parts
  const sum = (2 * amountFen - fraction) / parts + (rng.next(parts) < fraction ? 1 : 0)
  const low = Math.max(1, sum - mostFen)
  return low + rng.next(sum - 2 * low + 1)
}
