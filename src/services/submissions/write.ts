import { formSubmission, formSubmissionTerm, insertion, type Tx } from '@/src/db'
import type { NewSubmission } from '../grants/batch'
import { guard } from '../guard'
import { sealAnswers } from './seal'
import { termsOf } from './terms'

/**
 * Keeps what members filled in, sealed, and what it is found by. Throws GuardFailed for a request
 * that is kept already, and an Error where this process was started without a key.
 */
export async function writeSubmissions(
  tx: Tx,
  submissions: readonly NewSubmission[],
  key: Buffer | undefined,
): Promise<void> {
  if (submissions.length === 0) return
  if (!key) throw new Error('forms are filled in, and there is no key to seal them with')
  const rows = submissions.map(({ answers, ...row }) => ({
    ...row,
    sealed: sealAnswers(key, row.id, answers),
  }))
  guard((await tx.put(newSubmissions, rows)) === rows.length, 'submissions')
  const terms = submissions.flatMap(({ id, toolId, answers }) =>
    termsOf(key, toolId, answers).map((term) => ({ submissionId: id, toolId, term })),
  )
  await tx.put(newTerms, terms)
}

const newSubmissions = insertion(formSubmission, 'leaves')
const newTerms = insertion(formSubmissionTerm)
