import { z } from 'zod'
import { CheckKind, CheckLevel, CheckTerms } from '@/schemas/check-rule'
import { plainText } from '@/schemas/primitives'

/** The changes a rule has seen; 0 for one as it comes. */
const RuleRevision = z.int().min(0).max(2_000_000_000)

export const SaveCheckRule = z.object({
  kind: CheckKind,
  revision: RuleRevision,
  level: CheckLevel,
  terms: CheckTerms,
  note: plainText(200),
})
export const ResetCheckRule = z.object({ kind: CheckKind, revision: RuleRevision })
