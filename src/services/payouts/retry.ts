import type { z } from 'zod'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { untilGuarded } from '../guard'
import { authorise } from '../staff/authorise'
import { getPayout, movePayout, sendToAdapter } from './internal'
import { RetryPayout } from './schemas'

/** Sends a payout that failed on its way again, to another account if one is given. Throws `wrong_state`. */
export async function retryPayout({ ctx, input }: { ctx: StaffContext; input: z.input<typeof RetryPayout> }) {
  authorise(ctx, 'payout.write')
  const { id, account } = RetryPayout.parse(input)
  const now = ctx.clock.now()
  return untilGuarded(() =>
    ctx.db.transaction(async (tx) => {
      const before = await getPayout(tx, id)
      const attempt = before.attempt + 1
      const onItsWay = { attempt, handedAt: null, batchId: null }
      const state = await movePayout(
        tx,
        before,
        'retry',
        { ...onItsWay, account: account ?? before.account },
        now,
      )
      await sendToAdapter(tx, { id, attempt }, now)
      await recordAudit(tx, ctx, 'payout.retry', id, { attempt, isElsewhere: account !== undefined })
      return { state }
    }),
  )
}
