import { z } from 'zod'
import { Id } from '@/schemas/primitives'
import { and, eq, grant, inArray, reward } from '@/src/db'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { noteReminders } from './note'
import { isWaiting } from './waiting'

export const RemindNow = z.object({ grantIds: z.array(Id).min(1).max(100) })

/**
 * Reminds the members of some prizes that an address is wanted, once a day at most. Answers how many
 * were, how many had been today, and of how many prizes an address is not wanted any more.
 */
export async function remindNow({ ctx, input }: { ctx: StaffContext; input: z.input<typeof RemindNow> }) {
  const staff = authorise(ctx, 'shipping.write')
  const ids = [...new Set(RemindNow.parse(input).grantIds)]
  return ctx.db.transaction(async (tx) => {
    const waiting = await tx
      .select({ id: grant.id })
      .from(grant)
      .innerJoin(reward, eq(grant.rewardId, reward.id))
      .where(and(inArray(grant.id, ids), isWaiting(ctx.clock.now())))
    const reminded = await noteReminders(
      tx,
      ctx,
      waiting.map(({ id }) => id),
      { step: null, staffId: staff.id },
    )
    for (const id of reminded) await recordAudit(tx, ctx, 'grant.remind', id)
    return {
      reminded: reminded.length,
      remindedToday: waiting.length - reminded.length,
      notWaiting: ids.length - waiting.length,
    }
  })
}
