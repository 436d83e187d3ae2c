import { z } from 'zod'
import { FORM_FIELD_KINDS, type SubmittedAnswer } from '@/schemas/submission'
import { AppError } from '@/src/lib/errors'
import { openText, sealText } from '@/src/lib/seal'

const Opened = z.array(
  z.object({
    key: z.string(),
    kind: z.enum(FORM_FIELD_KINDS),
    label: z.string(),
    values: z.array(z.string()),
  }),
)

/** Answers as the database keeps them, sealed for their submission with the installation's key. */
export function sealAnswers(key: Buffer, id: string, answers: readonly SubmittedAnswer[]): string {
  return sealText(key, id, JSON.stringify(answers))
}

/**
 * Reads what was sealed for the submission.
 *
 * @throws `conflict` with `submission_unreadable` when it was changed, is another submission's, or the
 * installation's secret is not the one it was sealed with.
 */
export function openAnswers(key: Buffer, id: string, sealed: string): SubmittedAnswer[] {
  try {
    return Opened.parse(JSON.parse(openText(key, id, sealed)))
  } catch (cause) {
    const details = [{ code: 'submission_unreadable', params: { id } }]
    throw new AppError('conflict', `the submission ${id} cannot be read`, details, { cause })
  }
}
