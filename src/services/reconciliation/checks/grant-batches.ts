import { grant, grantBatch, grantBatchRow, sql } from '@/src/db'
import { type Check, compareTotals } from '../sides'

/** Only what is over: of what runs, a row may be given and not noted yet. */
const ofEnded = sql`inner join ${grantBatch} on ${grantBatch.id} = ${grantBatchRow.batchId} and ${grantBatch.endedAt} is not null`

/** The grant that a row's key made, to its member and of the batch's reward. */
const ofGrant = sql`${ofEnded} inner join ${grant}
  on ${grant.idempotency} = ${grantBatchRow.memberId} || ':' || ${grantBatchRow.batchId} || '-' || ${grantBatchRow.position} || ':0'
  and ${grant.memberId} = ${grantBatchRow.memberId} and ${grant.rewardId} = ${grantBatch.rewardId}`

/** As many rows of a batch say that they gave something as there are grants of theirs. */
export const grantBatches: Check = {
  name: 'grant_batches',
  run: (books, found) => {
    const { batchId, result } = grantBatchRow
    return compareTotals(books, found, [
      {
        key: batchId,
        join: ofEnded,
        subject: batchId,
        kept: sql`case when ${result} = 'granted' then 1 else 0 end`,
      },
      { key: batchId, join: ofGrant, subject: batchId, counted: sql`1` },
    ])
  },
}
