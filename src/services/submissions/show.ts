import type { z } from 'zod'
import type { SubmittedAnswer } from '@/schemas/submission'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getSubmission } from './internal'
import { ShowSubmission } from './schemas'
import { openAnswers } from './seal'

/** One submission whole, for whoever calls the member. That they looked is noted. Throws `not_found`. */
export async function showSubmission({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ShowSubmission>
}): Promise<{ answers: SubmittedAnswer[] }> {
  authorise(ctx, 'submission.export')
  const { id } = ShowSubmission.parse(input)
  return ctx.db.transaction(async (tx) => {
    const { sealed, toolId } = await getSubmission(tx, id)
    await recordAudit(tx, ctx, 'submission.show', id, { toolId })
    return { answers: openAnswers(ctx.submissionKey, id, sealed) }
  })
}
