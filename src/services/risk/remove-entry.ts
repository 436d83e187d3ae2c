import type { z } from 'zod'
import { and, eq, riskListEntry } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { forgetRiskRules } from './read'
import { RemoveRiskEntry } from './schemas'

/** Takes one value off a list. Throws `not_found`. */
export async function removeRiskEntry({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof RemoveRiskEntry>
}) {
  authorise(ctx, 'risk.write')
  const { list, kind, value } = RemoveRiskEntry.parse(input)
  await ctx.db.transaction(async (tx) => {
    const gone = await tx
      .delete(riskListEntry)
      .where(and(eq(riskListEntry.list, list), eq(riskListEntry.kind, kind), eq(riskListEntry.value, value)))
      .returning({ value: riskListEntry.value })
    if (gone.length === 0) throw new AppError('not_found', `${value} is not on the ${list} list`)
    await recordAudit(tx, ctx, 'risk.remove', list, { kind, value })
  })
  forgetRiskRules(ctx.db.read)
  return { value }
}
