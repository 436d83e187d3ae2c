import { entry } from '@/src/db'
import { type Check, compareEach } from '../sides'

/** Of no entry more is taken back than it moved. */
export const entriesTakenBack: Check = {
  name: 'entries_taken_back',
  run: (books, found) =>
    compareEach(
      books,
      found,
      entry.id,
      [
        { key: entry.reverses, subject: entry.reverses, kept: entry.amountFen },
        { key: entry.id, subject: entry.id, counted: entry.amountFen },
      ],
      'at_most',
    ),
}
