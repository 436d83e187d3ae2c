import type { z } from 'zod'
import { and, eq, formSubmission, formSubmissionTerm, requestOutcome } from '@/src/db'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getSubmission } from './internal'
import { EraseSubmission } from './schemas'

/**
 * Deletes one submission for good, because its member asked for it (个人信息保护法, article 47). That
 * they took part stays counted: their place is not given back, and nobody is rewarded twice. Who
 * deleted it and why is noted, what it held is not. Throws `not_found`.
 */
export async function eraseSubmission({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof EraseSubmission>
}) {
  authorise(ctx, 'submission.erase')
  const { id, reason } = EraseSubmission.parse(input)
  return ctx.db.transaction(async (tx) => {
    const { toolId, memberId, key } = await getSubmission(tx, id)
    await tx.delete(formSubmissionTerm).where(eq(formSubmissionTerm.submissionId, id))
    await tx.delete(formSubmission).where(eq(formSubmission.id, id))
    // The hash of what was asked would let a telephone number be guessed.
    await tx
      .update(requestOutcome)
      .set({ inputHash: 'erased' })
      .where(and(eq(requestOutcome.memberId, memberId), eq(requestOutcome.key, key)))
    await recordAudit(tx, ctx, 'submission.erase', id, { toolId, memberId, reason })
    return {}
  })
}
