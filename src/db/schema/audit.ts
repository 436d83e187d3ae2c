import { document, index, instant, table, text } from '../kit'

/** Who of the staff did what to what, kept for good. */
export const audit = table(
  'audit',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id').notNull(),
    action: text('action').notNull(),
    subjectId: text('subject_id').notNull(),
    details: document<Record<string, unknown>>('details').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('audit_subject').on(t.subjectId, t.createdAt)],
)
