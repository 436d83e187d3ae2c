import type { z } from 'zod'
import { and, eq, shipment, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { guard, untilGuarded } from '../guard'
import { authorise } from '../staff/authorise'
import { getParcel, isNumberTaken, type ParcelRow } from './internal'
import { SetTracking } from './schemas'
import { grantOf, shipParcel } from './ship'

/**
 * Notes by hand with whom a parcel goes: one on the warehouse's list is sent by that, of one that was
 * sent the number is put right. Throws `invalid_input` for a number of somebody else's parcel,
 * `wrong_state` for one that came back or was put back.
 */
export async function setTracking({ ctx, input }: { ctx: StaffContext; input: z.input<typeof SetTracking> }) {
  authorise(ctx, 'shipping.write')
  const { id, costFen, ...given } = SetTracking.parse(input)
  const tracking = { ...given, carrier: given.carrier.trim() }
  return untilGuarded(() =>
    ctx.db.transaction(async (tx) => {
      const before = await getParcel(tx, id)
      const { memberId } = await grantOf(tx, before)
      if (await isNumberTaken(tx, { memberId, ...tracking }))
        throw new AppError('invalid_input', `${tracking.trackingNumber} is somebody else's`, [
          { code: 'number_used', path: ['trackingNumber'] },
        ])
      const { carrier, trackingNumber } = before
      await recordAudit(tx, ctx, 'shipping.setTracking', id, {
        ...tracking,
        before: { carrier, trackingNumber },
      })
      if (before.state === 'shipped') await putRight(tx, before, tracking, ctx.clock.now())
      else await shipParcel(tx, ctx, before, { ...tracking, costFen })
      return { id }
    }),
  )
}

async function putRight(
  tx: Tx,
  { id, trackingNumber }: ParcelRow,
  tracking: { carrier: string; trackingNumber: string },
  now: Date,
): Promise<void> {
  const changed = await tx
    .update(shipment)
    .set({ ...tracking, updatedAt: now })
    .where(
      and(
        eq(shipment.id, id),
        eq(shipment.state, 'shipped'),
        eq(shipment.trackingNumber, trackingNumber ?? ''),
      ),
    )
    .returning({ id: shipment.id })
  guard(changed.length === 1, 'shipments')
}
