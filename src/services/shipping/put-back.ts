import type { z } from 'zod'
import { and, deliveryAddress, eq, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { guard, untilGuarded } from '../guard'
import { authorise } from '../staff/authorise'
import { getParcel, moveParcel } from './internal'
import { PutBack } from './schemas'

/**
 * Prizes of a list that the warehouse did not send, or that came back, wait for the next list again,
 * and their addresses can be changed. Throws `wrong_state` when one was sent meanwhile, or waits already.
 */
export async function putBack({ ctx, input }: { ctx: StaffContext; input: z.input<typeof PutBack> }) {
  authorise(ctx, 'shipping.write')
  const ids = [...new Set(PutBack.parse(input).ids)].sort()
  return untilGuarded(() =>
    ctx.db.transaction(async (tx) => {
      for (const id of ids) await putOneBack(tx, id, ctx.clock.now())
      for (const id of ids) await recordAudit(tx, ctx, 'shipping.putBack', id)
      return { count: ids.length }
    }),
  )
}

async function putOneBack(tx: Tx, id: string, now: Date): Promise<void> {
  const parcel = await getParcel(tx, id)
  if (parcel.state === 'returned') await requireCurrent(tx, parcel)
  else await moveParcel(tx, parcel, 'put_back', {}, now)
  const freed = await tx
    .update(deliveryAddress)
    .set({ shipmentId: null })
    .where(and(eq(deliveryAddress.grantId, parcel.grantId), eq(deliveryAddress.shipmentId, id)))
    .returning({ grantId: deliveryAddress.grantId })
  guard(freed.length === 1, 'addresses')
}

/** One that came back may be on its way anew by now. */
async function requireCurrent(tx: Tx, { id, grantId }: { id: string; grantId: string }): Promise<void> {
  const [address] = await tx
    .select({ shipmentId: deliveryAddress.shipmentId })
    .from(deliveryAddress)
    .where(eq(deliveryAddress.grantId, grantId))
  if (address?.shipmentId !== id)
    throw new AppError('wrong_state', `${id} waits to be sent again already`, [{ code: 'waits_already' }])
}
