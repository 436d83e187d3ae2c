import { collectsUntilOf } from '@/schemas/collecting'
import { AppError } from '@/src/lib/errors'
import type { CampaignRow } from './internal'

interface Asked {
  endsAt: Date
  /** Undefined leaves it as it is, or to follow the end. */
  collectsUntil: Date | undefined
}

/**
 * The collecting deadline to keep with a campaign that changes. Before anybody could take part it
 * goes where it is put, and never lies before the end. Once they could, members were told of it: a
 * deadline that is asked for may only be later (`invalid_input`), and one that is not asked for stays
 * where it was though the end comes sooner.
 */
export function nextDeadline(before: CampaignRow, asked: Asked, now: Date): Date | null {
  const told = before.state !== 'draft' && before.startsAt <= now ? collectsUntilOf(before) : undefined
  if (asked.collectsUntil) {
    if (told && asked.collectsUntil < told) throw shortened(told)
    return asked.collectsUntil
  }
  const kept = before.collectsUntil && latest(before.collectsUntil, asked.endsAt)
  const follows = collectsUntilOf({ endsAt: asked.endsAt, collectsUntil: kept })
  return told && follows < told ? told : kept
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b
}

/** The refusal of a deadline sooner than the one members were told. */
export function shortened(told: Date): AppError {
  return new AppError('invalid_input', 'members were told a later collecting deadline', [
    { code: 'collecting_shortened', path: ['collectsUntil'], params: { until: told.toISOString() } },
  ])
}
