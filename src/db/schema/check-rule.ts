import type { CheckTerms } from '../../../schemas/check-rule'
import { document, instant, integer, table, text, word } from '../kit'
import { staff } from './staff'

/** What an administrator changed of a check; a kind without a row is as it comes. */
export const checkRule = table('check_rule', {
  kind: text('kind').primaryKey(),
  level: word('level', ['error', 'warning', 'off']).notNull(),
  terms: document<CheckTerms>('terms').notNull(),
  note: text('note').notNull(),
  /** Counts the changes, so that two administrators notice each other. */
  revision: integer('revision').notNull(),
  updatedBy: text('updated_by')
    .notNull()
    .references(() => staff.id),
  updatedAt: instant('updated_at').notNull(),
})
