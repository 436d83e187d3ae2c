import type { Now, ToolFacts } from '../kit/tool'
import type { Prize } from './config'

/*
 * A prize's release plan: its stock comes out bit by bit, by the hour or in slices of its own, and
 * what was not drawn of one is carried on to the next, or is gone.
 */

const HOUR_MS = 3_600_000

/** True when the prize's stock comes out bit by bit. */
export function hasPlan({ perHour, slices }: Prize): boolean {
  return perHour !== undefined || (slices !== undefined && slices.length > 0)
}

/** Where each slice is counted apart: its name now. Undefined before the first one. */
export function sliceOf(prize: Prize, now: Now): string | undefined {
  return prize.perHour === undefined ? currentSlice(prize, now)?.from : `${now.day}.${hourOf(now.at, now)}`
}

/** How many of the prize may be out by now: of the current slice, or of all so far where they are carried on. */
export function releasedBy(prize: Prize, campaign: ToolFacts<unknown>['campaign'], now: Now): number {
  const { perHour, slices = [], carriesOver } = prize
  if (perHour !== undefined) {
    // Also the hour in which the campaign starts is one, however late in it.
    return carriesOver ? perHour * (hourOf(now.at, now) - hourOf(campaign.startsAt, now) + 1) : perHour
  }
  if (!carriesOver) return currentSlice(prize, now)?.count ?? 0
  return slices.reduce((sum, { from, count }) => (new Date(from) <= now.at ? sum + count : sum), 0)
}

/** When there will be more of it; undefined when the last of it is released. */
export function nextReleaseAt({ perHour, slices = [] }: Prize, now: Now): Date | undefined {
  if (perHour !== undefined) return new Date(now.dayStartsAt.getTime() + (hourOf(now.at, now) + 1) * HOUR_MS)
  const next = slices.find(({ from }) => new Date(from) > now.at)
  return next && new Date(next.from)
}

/** The hour since the shop's day began; negative before it. */
function hourOf(at: Date, { dayStartsAt }: Now): number {
  return Math.floor((at.getTime() - dayStartsAt.getTime()) / HOUR_MS)
}

/** Slices stand in the order of their times, as `check` sees to. */
function currentSlice({ slices = [] }: Prize, { at }: Now) {
  return slices.findLast(({ from }) => new Date(from) <= at)
}
