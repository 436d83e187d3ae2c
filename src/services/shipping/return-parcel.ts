import type { z } from 'zod'
import { eq, redemption } from '@/src/db'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { reverseRedemption } from '../grants/reverse'
import { untilGuarded } from '../guard'
import { authorise } from '../staff/authorise'
import { getParcel, moveParcel } from './internal'
import { ReturnParcel } from './schemas'
import { transition } from './state'

/**
 * A parcel came back: what it cost is set aside again, and its member may put the address right. It
 * is on no list until they do, or staff put it back (`putBack`). Throws `wrong_state` for one that
 * was never sent.
 */
export async function returnParcel({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ReturnParcel>
}) {
  authorise(ctx, 'shipping.write')
  const { id, reason } = ReturnParcel.parse(input)
  return untilGuarded(() =>
    ctx.db.transaction(async (tx) => {
      const now = ctx.clock.now()
      const parcel = await getParcel(tx, id)
      transition(parcel.state, 'return')
      const [used] = await tx
        .select()
        .from(redemption)
        .where(eq(redemption.id, parcel.redemptionId ?? ''))
      if (!used) throw new Error(`${id} was sent without a redemption`)
      const amountFen = used.costFen - used.reversedFen
      const takenBack = { redemptionId: used.id, amountFen, reason, idempotency: `return:${id}` }
      await reverseRedemption(tx, takenBack, now)
      await moveParcel(tx, parcel, 'return', { reason }, now)
      await recordAudit(tx, ctx, 'shipping.return', id, { reason })
      return { id }
    }),
  )
}
