import { and, counter, eq, grant, hold, isNotNull, reward, type SQL, sql } from '@/src/db'
import { type Check, compareTotals, type Side } from '../sides'
import { holdsStockGrant } from './grant-states'

const ofDays = sql`inner join ${counter} on ${counter.scope} = 'stock-day:' || ${reward.id}`
const ofReward = (id: unknown) => sql`inner join ${reward} on ${reward.id} = ${id}`
// Of a reward that was never changed everything was counted by the day, or nothing.
const isUnchanged = and(isNotNull(reward.stockPerDay), eq(reward.createdAt, reward.updatedAt))

const taken = (grants: SQL | undefined, holds: SQL | undefined): Side[] => [
  { key: grant.id, join: ofReward(grant.rewardId), subject: reward.id, counted: sql`1`, where: grants },
  { key: hold.id, join: ofReward(hold.rewardId), subject: reward.id, counted: hold.countLeft, where: holds },
]

/**
 * On all days together as many of a reward are taken as grants and holds have. Which day one of them
 * counts on is not kept, nor since when the reward is limited by the day: of a reward that was changed
 * only what is too much can be told.
 */
export const stockByDay: Check = {
  name: 'stock_by_day',
  run: async (books, found) => {
    const kept = { key: reward.id, join: ofDays, subject: reward.id, kept: counter.used }
    await compareTotals(books, found, [kept, ...taken(undefined, undefined)], 'at_most')
    await compareTotals(
      books,
      found,
      [{ ...kept, where: isUnchanged }, ...taken(and(isUnchanged, holdsStockGrant), isUnchanged)],
      'at_least',
    )
  },
}
