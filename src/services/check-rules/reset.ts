import type { z } from 'zod'
import { and, checkRule, eq } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { ResetCheckRule } from './schemas'

/** Puts a rule back as it comes. Throws `conflict` when somebody changed it since `revision` was read. */
export async function resetCheckRule({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ResetCheckRule>
}) {
  authorise(ctx, 'check.write')
  const { kind, revision } = ResetCheckRule.parse(input)
  await ctx.db.transaction(async (tx) => {
    const gone = await tx
      .delete(checkRule)
      .where(and(eq(checkRule.kind, kind), eq(checkRule.revision, revision)))
      .returning({ kind: checkRule.kind })
    if (gone.length === 0)
      throw new AppError('conflict', `the rule ${kind} was changed since`, [{ code: 'rule_changed' }])
    await recordAudit(tx, ctx, 'check.reset', kind, { revision })
  })
  return {}
}
