import { member, sql, wallet, walletEntry } from '@/src/db'
import { type Check, compareEach } from '../sides'

/** Each member has, in points and in cash, what the wallet's entries come to; what is owed counts against it. */
export const wallets: Check = {
  name: 'wallets',
  run: (books, found) =>
    compareEach(books, found, member.id, [
      {
        key: wallet.memberId,
        subject: sql`${wallet.memberId} || ' ' || ${wallet.unit}`,
        kept: sql`${wallet.balance} - ${wallet.owed}`,
      },
      {
        key: walletEntry.memberId,
        subject: sql`${walletEntry.memberId} || ' ' || ${walletEntry.unit}`,
        counted: walletEntry.amount,
      },
    ]),
}
