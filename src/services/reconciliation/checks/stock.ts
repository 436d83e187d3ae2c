import { counter, grant, hold, reward, sql } from '@/src/db'
import { type Check, compareTotals } from '../sides'
import { holdsStockGrant } from './grant-states'

const ofStock = sql`inner join ${counter} on ${counter.scope} = 'stock' and ${counter.key} = ${reward.id}`

/** Of each reward as many are taken as grants and holds have. */
export const stock: Check = {
  name: 'stock',
  run: (books, found) =>
    compareTotals(books, found, [
      { key: reward.id, join: ofStock, subject: reward.id, kept: counter.used },
      { key: grant.id, subject: grant.rewardId, counted: sql`1`, where: holdsStockGrant },
      { key: hold.id, subject: hold.rewardId, counted: hold.countLeft },
    ]),
}
