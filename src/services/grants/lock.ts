import type { Tx } from '@/src/db'
import { changeGrant, ownGrant, readGrantRows, stateFor } from './grant-rows'
import { transition } from './state'

interface ForOrder {
  grantIds: readonly string[]
  memberId: string
  /** The shop's order. */
  orderRef: string
}

/**
 * Keeps grants for an order until `until`. The same order may lock again, which prolongs it; a lock
 * that has timed out is nobody's. All of them, or none.
 *
 * @throws `not_found` for a grant that is not the member's, `wrong_state` for one that cannot be
 *   used or is another order's, GuardFailed when one moved meanwhile.
 */
export async function lockGrants(tx: Tx, o: ForOrder & { until: Date }, now: Date): Promise<void> {
  const grants = await readGrantRows(tx, o.grantIds)
  for (const id of [...o.grantIds].sort()) {
    const { grant } = ownGrant(grants, id, o.memberId)
    const state = transition(stateFor(grant, o.orderRef, now), 'lock')
    await changeGrant(tx, grant, { state, lockedBy: o.orderRef, lockedUntil: o.until })
  }
}

/** Lets go of what an order has locked; what it has not is left alone. Answers how many it let go. */
export async function unlockGrants(tx: Tx, o: ForOrder): Promise<number> {
  const grants = await readGrantRows(tx, o.grantIds)
  let unlocked = 0
  for (const id of [...o.grantIds].sort()) {
    const { grant } = ownGrant(grants, id, o.memberId)
    if (grant.state !== 'locked' || grant.lockedBy !== o.orderRef) continue
    const state = transition(grant.state, 'unlock')
    await changeGrant(tx, grant, { state, lockedBy: null, lockedUntil: null })
    unlocked += 1
  }
  return unlocked
}
