import type { Tx } from '@/src/db'
import { readGrantRows } from '../../grants/grant-rows'
import { revoke } from '../../grants/revoke'
import { isOpen } from '../../grants/state'
import { orMoved } from '../or-moved'
import type { OrderRow } from '../order'

/** Takes back what points became that an order does not take any more: they are the member's again. */
export async function letPointsGo(
  tx: Tx,
  { coupons, orderRef }: OrderRow,
  o: { now: Date; timeZone: string },
): Promise<void> {
  const ids = coupons.flatMap(({ id, points }) => (points === undefined ? [] : [id]))
  for (const row of (await readGrantRows(tx, ids)).values()) {
    // What timed out was taken back by then.
    if (isOpen(row.grant.state)) await orMoved(revoke(tx, row, { ...o, reason: orderRef }))
  }
}
