import { entry, sql } from '@/src/db'
import { type Check, compareEach } from '../sides'

const isWhole = sql`${entry.amountFen} > 0
  and ${entry.debitAccountId} <> ${entry.creditAccountId}
  and ${entry.merchantFen} between 0 and ${entry.amountFen}`

/** Each entry moves more than nothing from one account to another, and a merchant bears part of that. */
export const entrySides: Check = {
  name: 'entry_sides',
  run: (books, found) =>
    compareEach(books, found, entry.id, [
      {
        key: entry.id,
        subject: entry.id,
        kept: sql`1`,
        counted: sql`case when ${isWhole} then 1 else 0 end`,
      },
    ]),
}
