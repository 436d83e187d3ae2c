import { account, grant, inArray } from '@/src/db'
import { type Check, compareTotals } from '../sides'

/** Each campaign has committed and settled what its grants really cost. */
export const spent: Check = {
  name: 'spent',
  run: (books, found) =>
    compareTotals(books, found, [
      {
        key: account.id,
        subject: account.ownerId,
        kept: account.balanceFen,
        where: inArray(account.kind, ['committed', 'settled']),
      },
      { key: grant.id, subject: grant.campaignId, counted: grant.redeemedFen },
    ]),
}
