import type { BookCheck, BookDifference } from '../../../schemas/reconciliation'
import { document, instant, integer, table, text } from '../kit'

/** A night's check of the books and what it came to; without figures while it is under way. */
export const reconciliation = table('reconciliation', {
  id: text('id').primaryKey(),
  /** The shop's day. Whoever writes it first runs the check. */
  day: text('day').notNull().unique(),
  ranAt: instant('ran_at').notNull(),
  durationMs: integer('duration_ms'),
  /** How many rows each check looked at. */
  checked: document<Record<BookCheck, number>>('checked'),
  differenceCount: integer('difference_count'),
  /** The first of them. */
  differences: document<BookDifference[]>('differences'),
})
