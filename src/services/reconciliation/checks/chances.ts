import { chanceBalance, chanceEntry, member, sql } from '@/src/db'
import { type Check, compareEach } from '../sides'

/** Each member has, in every tool, the chances that the ledger's entries come to. */
export const chances: Check = {
  name: 'chances',
  run: (books, found) =>
    compareEach(books, found, member.id, [
      {
        key: chanceBalance.memberId,
        subject: sql`${chanceBalance.memberId} || ' ' || ${chanceBalance.toolId}`,
        kept: chanceBalance.balance,
      },
      {
        key: chanceEntry.memberId,
        subject: sql`${chanceEntry.memberId} || ' ' || ${chanceEntry.toolId}`,
        counted: chanceEntry.amount,
      },
    ]),
}
