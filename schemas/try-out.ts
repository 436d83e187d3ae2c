import type { Outcome } from './outcome'
import type { Luck } from './viewpoint-parts'

/*
 * Taps of a preview that are played out without anything being given. The preview remembers them
 * and hands them back with each further one; the server keeps nothing of them.
 */

/** Of a preview, so many taps are remembered; more are not played out. */
export const MOST_TAPS = 60
/** Friends that can be played besides the member, who is 0. */
export const MOST_FRIENDS = 9

/** One tap that came to something. */
export interface TriedTap {
  /** Whose block, or which tool: as the preview was asked by one or the other. */
  on: string
  action: string
  input: unknown
  /** The member, 0, or a friend. */
  who: number
  luck: Luck
  /** With which it comes to the same when it is played again. */
  seed: string
}

/** How a tap came out. */
export interface TriedOutcome {
  outcome: Outcome
  seed: string
}
