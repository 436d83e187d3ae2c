import { isNotNull, redemption, reversal } from '@/src/db'
import { type Check, compareEach } from '../sides'

/** Of each redemption as much is taken back as its reversals say. */
export const redemptionsTakenBack: Check = {
  name: 'redemptions_taken_back',
  run: (books, found) =>
    compareEach(books, found, redemption.id, [
      { key: redemption.id, subject: redemption.id, kept: redemption.reversedFen },
      {
        key: reversal.redemptionId,
        subject: reversal.redemptionId,
        counted: reversal.amountFen,
        where: isNotNull(reversal.redemptionId),
      },
    ]),
}
