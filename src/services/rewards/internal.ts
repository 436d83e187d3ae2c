import type { Validity } from '@/schemas/reward'
import { eq, lookup, type ReadDb, reward } from '@/src/db'
import { AppError } from '@/src/lib/errors'

export type RewardRow = typeof reward.$inferSelect

/** One reward. Throws `not_found`. */
export async function getReward(db: ReadDb, id: string): Promise<RewardRow> {
  const [row] = await db.select().from(reward).where(eq(reward.id, id))
  if (!row) throw new AppError('not_found', `no reward ${id}`)
  return row
}

/** Rewards by id; one that does not exist is absent. */
export async function readRewards(db: ReadDb, ids: string[]): Promise<Map<string, RewardRow>> {
  const rows = await db.find(
    byId,
    ids.map((id) => ({ id })),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const byId = lookup(reward, ['id'])

const DAY_MS = 24 * 60 * 60 * 1000

/** When what is granted at an instant stops being valid. */
export function validUntil(validity: Validity, grantedAt: Date): Date {
  return validity.kind === 'until'
    ? new Date(validity.until)
    : new Date(grantedAt.getTime() + validity.days * DAY_MS)
}
