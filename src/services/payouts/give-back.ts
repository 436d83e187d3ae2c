import type { z } from 'zod'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { untilGuarded } from '../guard'
import { authorise } from '../staff/authorise'
import { getPayout, movePayout } from './internal'
import { ReturnPayout } from './schemas'

/** Puts the money of a payout that failed, or was never claimed, back into the wallet. Throws `wrong_state`. */
export async function returnPayout({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ReturnPayout>
}) {
  authorise(ctx, 'payout.write')
  const { id, reason } = ReturnPayout.parse(input)
  const now = ctx.clock.now()
  return untilGuarded(() =>
    ctx.db.transaction(async (tx) => {
      const before = await getPayout(tx, id)
      const state = await movePayout(tx, before, 'give_back', { reason }, now)
      await recordAudit(tx, ctx, 'payout.return', id, { reason, amountFen: before.amountFen })
      return { state }
    }),
  )
}
