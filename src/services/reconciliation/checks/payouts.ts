import { payout, sql, walletEntry } from '@/src/db'
import { type Check, compareEach } from '../sides'

/** Each payout took out of a wallet what it pays; one that was returned put all of it back. */
export const payouts: Check = {
  name: 'payouts',
  run: (books, found) =>
    compareEach(books, found, payout.id, [
      {
        key: payout.id,
        subject: payout.id,
        kept: sql`case when ${payout.state} = 'returned' then 0 else ${payout.amountFen} end`,
      },
      {
        key: walletEntry.causeId,
        subject: walletEntry.causeId,
        counted: sql`-${walletEntry.amount}`,
        where: sql`${walletEntry.cause} in ('payout', 'payout_return')`,
      },
    ]),
}
