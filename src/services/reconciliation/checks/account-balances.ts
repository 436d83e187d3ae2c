import { account, entry, sql } from '@/src/db'
import { type Check, compareTotals } from '../sides'

/** Each account's balance is what its entries brought, less what they took. */
export const accountBalances: Check = {
  name: 'account_balances',
  run: (books, found) =>
    compareTotals(books, found, [
      { key: account.id, subject: account.id, kept: account.balanceFen },
      { key: entry.id, subject: entry.creditAccountId, counted: entry.amountFen },
      { key: entry.id, subject: entry.debitAccountId, counted: sql`-${entry.amountFen}` },
    ]),
}
