import { account, and, lt, sql } from '@/src/db'
import { type Check, compareEach } from '../sides'

/** No account but a department's source and its overdraft is below zero. */
export const accountsBelowZero: Check = {
  name: 'accounts_below_zero',
  run: (books, found) =>
    compareEach(books, found, account.id, [
      {
        key: account.id,
        subject: account.id,
        kept: account.balanceFen,
        where: and(lt(account.balanceFen, 0), sql`${account.kind} not in ('source', 'overdraft')`),
      },
    ]),
}
