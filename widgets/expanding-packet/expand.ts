import type { Rng } from '../kit/tool'

/** How much is missing to the target, in fen, and how many friends' help is. */
export interface Missing {
  fen: number
  helpers: number
}

/** What one friend's help adds at least and at most. */
export interface Bounds {
  leastFen: number
  mostFen: number
}

/** True when so many increments within the bounds can be exactly what is missing. */
export function canExpand({ fen, helpers }: Missing, { leastFen, mostFen }: Bounds): boolean {
  return helpers >= 1 && leastFen >= 1 && fen >= helpers * leastFen && fen <= helpers * mostFen
}

/**
 * What the next friend's help adds, in fen: uniform around what is missing ÷ the friends still
 * missing, within the bounds; the last one adds exactly the rest.
 *
 * In whole fen, low + high is twice that mean, or the next number where it is a fraction, just as
 * often as the fraction says: so the increment's mean is exactly the mean of what is missing, and
 * first and last help are worth the same. A range that lies evenly around the mean and within the
 * bounds leaves a rest that the others can reach, whatever is drawn.
 *
 * @throws RangeError for what cannot be reached.
 */
export function drawIncrement(missing: Missing, bounds: Bounds, rng: Rng): number {
  const { fen, helpers } = missing
  const { leastFen, mostFen } = bounds
  if (!canExpand(missing, bounds)) {
    throw new RangeError(`${fen} fen cannot be ${helpers} increments of ${leastFen} to ${mostFen}`)
  }
  if (helpers === 1) return fen
  const fraction = (2 * fen) % helpers
  const sum = (2 * fen - fraction) / helpers + (rng.next(helpers) < fraction ? 1 : 0)
  const low = Math.max(leastFen, sum - mostFen)
  return low + rng.next(sum - 2 * low + 1)
}
