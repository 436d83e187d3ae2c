import { index, instant, integer, primaryKey, table, text, uniqueIndex } from '../kit'
import { tool } from './campaign'
import { member } from './member'

/**
 * What a member filled in in a lead form (线索表单), once. It is called like the request that sent
 * it, so that a repeated one is never kept twice. Rows are deleted when a member asks for it.
 */
export const formSubmission = table(
  'form_submission',
  {
    id: text('id').primaryKey(),
    toolId: text('tool_id')
      .notNull()
      .references(() => tool.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    /** The request's idempotency key. */
    key: text('key').notNull(),
    /** The form's configuration it was checked by: what was consented to stands there. */
    revision: integer('revision').notNull(),
    /** The answers, readable by the installation's key only (`src/services/submissions/seal.ts`). */
    sealed: text('sealed').notNull(),
    /** When the member agreed to the purpose; null where the form asks for nothing personal. */
    consentedAt: instant('consented_at'),
    submittedAt: instant('submitted_at').notNull(),
  },
  (t) => [
    uniqueIndex('form_submission_request').on(t.memberId, t.key),
    index('form_submission_tool').on(t.toolId, t.id),
  ],
)

/** What a submission is found by: keyed hashes of its telephone numbers and names, which say nothing by themselves. */
export const formSubmissionTerm = table(
  'form_submission_term',
  {
    submissionId: text('submission_id')
      .notNull()
      .references(() => formSubmission.id),
    toolId: text('tool_id').notNull(),
    term: text('term').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.term] }),
    index('form_submission_term_of').on(t.toolId, t.term),
  ],
)
