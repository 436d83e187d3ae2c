import { eq, grant, redemption, sql } from '@/src/db'
import { type Check, compareEach } from '../sides'
import { isSpentAtOnceGrant } from './grant-states'

/**
 * Each grant's cost is what its redemptions cost, less what was taken back; of what is spent at once,
 * what was reserved for it until it is revoked.
 */
export const grantCosts: Check = {
  name: 'grant_costs',
  run: (books, found) =>
    compareEach(books, found, grant.id, [
      { key: grant.id, subject: grant.id, kept: grant.redeemedFen },
      {
        key: grant.id,
        subject: grant.id,
        counted: sql`case when ${eq(grant.state, 'redeemed')} then ${grant.reservedFen} else 0 end`,
        where: isSpentAtOnceGrant,
      },
      {
        key: redemption.grantId,
        subject: redemption.grantId,
        counted: sql`${redemption.costFen} - ${redemption.reversedFen}`,
      },
    ]),
}
