import { account, sql } from '@/src/db'
import { type Check, compareTotals } from '../sides'

/** What all accounts hold comes to nothing: money is moved, never made. */
export const zeroSum: Check = {
  name: 'zero_sum',
  run: (books, found) =>
    compareTotals(books, found, [{ key: account.id, subject: sql`'ledger'`, kept: account.balanceFen }]),
}
