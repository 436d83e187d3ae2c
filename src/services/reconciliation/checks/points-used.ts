import { eq, grant, inArray, member, pointsUse, sql, walletEntry } from '@/src/db'
import { type Check, compareEach } from '../sides'

/** Of each member as many points came back from orders as the wallet's entries say. */
export const pointsGivenBack: Check = {
  name: 'points_given_back',
  run: (books, found) =>
    compareEach(books, found, member.id, [
      { key: pointsUse.memberId, subject: pointsUse.memberId, kept: pointsUse.givenBack },
      {
        key: walletEntry.memberId,
        subject: walletEntry.memberId,
        counted: walletEntry.amount,
        where: eq(walletEntry.cause, 'points_return'),
      },
    ]),
}

const hasEnded = inArray(grant.state, ['expired', 'revoked', 'reversed'])

/**
 * The points of what an order let go, or of which everything came back, are all given back; of what
 * it keeps, none that it still takes off: their part of it, rounded down.
 */
export const pointsUsed: Check = {
  name: 'points_used',
  run: (books, found) =>
    compareEach(books, found, grant.id, [
      {
        key: pointsUse.grantId,
        join: sql`inner join ${grant} on ${grant.id} = ${pointsUse.grantId}`,
        subject: pointsUse.grantId,
        kept: pointsUse.givenBack,
        counted: sql`case when ${hasEnded} then ${pointsUse.points}
          when ${eq(grant.state, 'redeemed')}
          then ${pointsUse.points} * (${grant.reservedFen} - ${grant.redeemedFen}) / ${grant.reservedFen}
          else 0 end`,
      },
    ]),
}
