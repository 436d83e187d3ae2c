import { member, sql, wallet, walletEntry } from '@/src/db'
import { type Check, compareEach } from '../sides'

/** Each member has, in points and in cash, what the wallet's entries come to. */
export const wallets: Check = {
  name: 'wallets',
  run: (books, found) =>
    compareEach(books, found, member.id, [
      {
        key: wallet.memberId,
        subject: sql`${wallet.memberId} || ' ' || ${wallet.unit}`,
        kept: wallet.balance,
      },
      {
        key: walletEntry.memberId,
        subject: sql`${walletEntry.memberId} || ' ' || ${walletEntry.unit}`,
        counted: walletEntry.amount,
      },
    ]),
}
