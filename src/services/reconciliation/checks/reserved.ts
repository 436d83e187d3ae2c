import { account, eq, grant, hold } from '@/src/db'
import { type Check, compareTotals } from '../sides'
import { isOpenGrant } from './grant-states'

/** Each campaign has reserved what its open grants set aside and what is left in its holds. */
export const reserved: Check = {
  name: 'reserved',
  run: (books, found) =>
    compareTotals(books, found, [
      {
        key: account.id,
        subject: account.ownerId,
        kept: account.balanceFen,
        where: eq(account.kind, 'reserved'),
      },
      { key: grant.id, subject: grant.campaignId, counted: grant.reservedFen, where: isOpenGrant },
      { key: hold.id, subject: hold.campaignId, counted: hold.leftFen },
    ]),
}
