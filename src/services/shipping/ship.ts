import type { Tx } from '@/src/db'
import { raiseOverruns } from '../alerts'
import type { AppContext } from '../context'
import { type GrantRow, ownGrant, readGrantRows } from '../grants/grant-rows'
import { redeemGrants } from '../grants/redeem'
import { moveParcel, type ParcelRow } from './internal'

export interface Tracking {
  carrier: string
  trackingNumber: string
  /** What it really cost, fen; what was set aside for it when left out. */
  costFen?: number | undefined
}

/**
 * Sends a parcel: what was set aside for the prize becomes what it cost. Staff are told when that takes
 * more than the campaign has.
 *
 * @throws `wrong_state` when it was sent, put back, or the prize was taken from its member; GuardFailed.
 */
export async function shipParcel(
  tx: Tx,
  ctx: AppContext,
  parcel: ParcelRow,
  { costFen, ...tracking }: Tracking,
): Promise<void> {
  const now = ctx.clock.now()
  const grant = await grantOf(tx, parcel)
  const { redemptions, overruns } = await redeemGrants(
    tx,
    [
      {
        grantId: grant.id,
        memberId: grant.memberId,
        orderRef: parcel.id,
        // Whatever the goods came to, the tax is that on their value.
        costFen: costFen === undefined ? grant.reservedFen : costFen + grant.taxFen,
        lines: [],
        idempotency: `ship:${parcel.id}`,
      },
    ],
    now,
  )
  const redemptionId = redemptions[0]?.id ?? null
  await moveParcel(tx, parcel, 'ship', { ...tracking, redemptionId, shippedAt: now }, now)
  await raiseOverruns(tx, ctx, overruns, now)
}

/** The prize in a parcel. */
export async function grantOf(tx: Tx, { grantId }: ParcelRow): Promise<GrantRow> {
  return ownGrant(await readGrantRows(tx, [grantId]), grantId).grant
}
