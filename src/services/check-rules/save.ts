import type { z } from 'zod'
import type { CheckKind, CheckTerms } from '@/schemas/check-rule'
import { and, checkRule, eq } from '@/src/db'
import { termsOf } from '@/src/document'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { SaveCheckRule } from './schemas'

/**
 * Changes how a kind of check is judged. Throws `conflict` when somebody changed it since `revision`
 * was read, and `invalid_input` for terms that this kind does not have.
 */
export async function saveCheckRule({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof SaveCheckRule>
}) {
  const person = authorise(ctx, 'check.write')
  const { kind, revision, level, terms, note } = SaveCheckRule.parse(input)
  const next = revision + 1
  const values = { level, terms, note, revision: next, updatedBy: person.id, updatedAt: ctx.clock.now() }
  await ctx.db.transaction(async (tx) => {
    requireOwnTerms(kind, terms)
    // One that was never changed has no row, and of two who change it first the second finds one.
    const saved =
      revision === 0
        ? await tx
            .insert(checkRule)
            .values({ kind, ...values })
            .onConflictDoNothing()
            .returning()
        : await tx
            .update(checkRule)
            .set(values)
            .where(and(eq(checkRule.kind, kind), eq(checkRule.revision, revision)))
            .returning()
    if (saved.length === 0)
      throw new AppError('conflict', `the rule ${kind} was changed since`, [{ code: 'rule_changed' }])
    await recordAudit(tx, ctx, 'check.save', kind, { level, note, revision: next })
  })
  return { revision: next }
}

function requireOwnTerms(kind: CheckKind, terms: CheckTerms): void {
  const strange = Object.keys(terms).filter((name) => !termsOf(kind).includes(name as 'words'))
  if (strange.length === 0) return
  throw new AppError(
    'invalid_input',
    `${kind} has no ${strange.join(', ')}`,
    strange.map((name) => ({ code: 'not_of_this_rule', path: ['terms', name] })),
  )
}
