import type { z } from 'zod'
import { eq, riskRule } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { forgetRiskRules } from './read'
import { SwitchRiskRule } from './schemas'

/** Switches a risk rule on or off; within a second everywhere. Throws `not_found`. */
export async function switchRiskRule({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof SwitchRiskRule>
}) {
  authorise(ctx, 'risk.write')
  const { id, isEnabled } = SwitchRiskRule.parse(input)
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    const changed = await tx
      .update(riskRule)
      .set({ isEnabled, updatedAt: now })
      .where(eq(riskRule.id, id))
      .returning({ id: riskRule.id })
    if (changed.length === 0) throw new AppError('not_found', `no risk rule ${id}`)
    await recordAudit(tx, ctx, 'risk.switch', id, { isEnabled })
  })
  forgetRiskRules(ctx.db.read)
  return { id }
}
