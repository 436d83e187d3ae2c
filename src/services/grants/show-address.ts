import { z } from 'zod'
import type { DeliveryAddress } from '@/schemas/delivery-address'
import { Id } from '@/schemas/primitives'
import { deliveryAddress, eq } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'

export const ShowAddress = z.object({ grantId: Id })

/**
 * The whole address one prize is sent to, for whoever ships it or speaks with its member. That
 * they looked is noted. Throws `not_found` while none was given.
 */
export async function showAddress({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ShowAddress>
}): Promise<DeliveryAddress> {
  authorise(ctx, 'grant.address')
  const { grantId } = ShowAddress.parse(input)
  return ctx.db.transaction(async (tx) => {
    const { name, phone, region, detail } = deliveryAddress
    const [address] = await tx
      .select({ name, phone, region, detail })
      .from(deliveryAddress)
      .where(eq(deliveryAddress.grantId, grantId))
    if (!address) throw new AppError('not_found', `no address for ${grantId}`)
    await recordAudit(tx, ctx, 'grant.showAddress', grantId)
    return address
  })
}
