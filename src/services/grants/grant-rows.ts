import { and, chunksOf, eq, grant, inArray, isNull, type ReadDb, reward, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { guard } from '../guard'
import type { RewardRow } from '../rewards/internal'
import { isOpen } from './state'

export type GrantRow = typeof grant.$inferSelect
export interface GrantOfReward {
  grant: GrantRow
  reward: RewardRow
}

/** Grants with their rewards, by id; one that does not exist is absent. */
export async function readGrantRows(db: ReadDb, ids: readonly string[]): Promise<Map<string, GrantOfReward>> {
  const found = new Map<string, GrantOfReward>()
  for (const part of chunksOf([...new Set(ids)])) {
    const rows = await db
      .select({ grant, reward })
      .from(grant)
      .innerJoin(reward, eq(grant.rewardId, reward.id))
      .where(inArray(grant.id, part))
    for (const row of rows) found.set(row.grant.id, row)
  }
  return found
}

/** One of them. Throws `not_found`, also when it is another member's: nobody learns of it. */
export function ownGrant(grants: Map<string, GrantOfReward>, id: string, memberId?: string): GrantOfReward {
  const found = grants.get(id)
  if (!found || (memberId !== undefined && found.grant.memberId !== memberId))
    throw new AppError('not_found', `no grant ${id}${memberId === undefined ? '' : ` of ${memberId}`}`)
  return found
}

/** Writes what became of a grant, if it still stands as it was read. @throws GuardFailed */
export async function changeGrant(
  tx: Tx,
  was: GrantRow,
  change: Partial<Pick<GrantRow, 'state' | 'reservedFen' | 'redeemedFen' | 'lockedBy' | 'lockedUntil'>>,
): Promise<void> {
  const rows = await tx
    .update(grant)
    .set(change)
    .where(
      and(
        eq(grant.id, was.id),
        eq(grant.state, was.state),
        eq(grant.redeemedFen, was.redeemedFen),
        was.lockedBy === null ? isNull(grant.lockedBy) : eq(grant.lockedBy, was.lockedBy),
        // A prize whose address came in the last second lapses no more.
        was.expiresAt === null ? isNull(grant.expiresAt) : eq(grant.expiresAt, was.expiresAt),
      ),
    )
    .returning({ id: grant.id })
  guard(rows.length === 1, 'grants')
}

/**
 * The state in which an order finds a grant: a lock that has timed out is none. What lapsed counts as
 * expired before the job has recorded it, unless a lock keeps it.
 *
 * @throws `wrong_state` when another order has locked it.
 */
export function stateFor(row: GrantRow, orderRef: string, now: Date): GrantRow['state'] {
  const { id, state, lockedBy, lockedUntil, expiresAt } = row
  const isLapsed = expiresAt !== null && expiresAt <= now
  if (state === 'locked' && lockedUntil !== null && lockedUntil > now) {
    if (lockedBy === orderRef) return 'locked'
    throw new AppError('wrong_state', `${id} is locked by another order`, [
      { code: 'locked_by_another', path: [], params: { state } },
    ])
  }
  return isOpen(state) ? (isLapsed ? 'expired' : 'granted') : state
}
