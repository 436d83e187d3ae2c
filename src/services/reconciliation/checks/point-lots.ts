import { eq, member, pointLot, wallet } from '@/src/db'
import { type Check, compareEach } from '../sides'

/** Each member's points are what is left in their lots. */
export const pointLots: Check = {
  name: 'point_lots',
  run: (books, found) =>
    compareEach(books, found, member.id, [
      {
        key: wallet.memberId,
        subject: wallet.memberId,
        kept: wallet.balance,
        where: eq(wallet.unit, 'points'),
      },
      { key: pointLot.memberId, subject: pointLot.memberId, counted: pointLot.left },
    ]),
}
