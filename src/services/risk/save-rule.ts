import type { z } from 'zod'
import { eq, riskRule } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import { getCampaign } from '../campaigns/internal'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { forgetRiskRules } from './read'
import { SaveRiskRule } from './schemas'

/** Makes a risk rule, which is on at once, or changes one. Throws `not_found`. */
export async function saveRiskRule({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof SaveRiskRule>
}) {
  const staff = authorise(ctx, 'risk.write')
  const { id: known, name, campaignId, terms } = SaveRiskRule.parse(input)
  const now = ctx.clock.now()
  const id = known ?? newId('rsk', now)
  await ctx.db.transaction(async (tx) => {
    if (campaignId) await getCampaign(tx, campaignId)
    const values = { name, campaignId: campaignId ?? null, terms, updatedAt: now }
    if (known) {
      const changed = await tx
        .update(riskRule)
        .set(values)
        .where(eq(riskRule.id, id))
        .returning({ id: riskRule.id })
      if (changed.length === 0) throw new AppError('not_found', `no risk rule ${id}`)
    } else {
      await tx.insert(riskRule).values({ id, ...values, createdBy: staff.id, createdAt: now })
    }
    await recordAudit(tx, ctx, 'risk.save', id, { name, campaignId, terms })
  })
  forgetRiskRules(ctx.db.read)
  return { id }
}
