import { eq, grant, reward, sql } from '@/src/db'
import { type Check, compareEach } from '../sides'

// What was drawn is in what was given; a thing or a code is worth what its reward says.
const valueFen = sql`cast(coalesce(${grant.given} ->> 'amountFen', ${reward.terms} ->> 'costFen') as bigint)`

/** Each grant's tax is that on its value, rounded up, when its reward is a prize won by chance, and else nothing. */
export const taxes: Check = {
  name: 'taxes',
  run: (books, found) =>
    compareEach(books, found, grant.id, [
      {
        key: grant.id,
        join: sql`inner join ${reward} on ${reward.id} = ${grant.rewardId}`,
        subject: grant.id,
        kept: grant.taxFen,
        counted: sql`case when ${eq(reward.taxClass, 'incidental')} then (${valueFen} + 3) / 4 else 0 end`,
      },
    ]),
}
