import { readFileSync } from 'node:fs'
import { systemClock } from '@/src/lib/clock'
import { createCombiner } from '@/src/services/grants'
import { reconcile } from '../claims/reconcile'
import { aClaim, aShop, grantAll } from './settling'

export interface HeapGiven {
  databaseUrl: string
  members: number
  grantsBefore: number
  grants: number
}

const [file] = process.argv.slice(2)
if (!file) throw new Error('what shall be measured?')
console.log(JSON.stringify(await measure(JSON.parse(readFileSync(file, 'utf8')) as HeapGiven)))

/** How much more is kept in memory after all the grants than after the first of them, in bytes. */
async function measure({ databaseUrl, members, grantsBefore, grants }: HeapGiven) {
  const shop = await aShop(databaseUrl, members)
  const combiner = createCombiner({ db: shop.db, clock: systemClock, timeZone: 'Asia/Shanghai' })
  const wall = await aClaim(shop)
  const grantSome = (count: number) =>
    grantAll(count, () => {
      const request = wall.next()
      return () => combiner.submit(wall.campaignId, request)
    })
  await grantSome(grantsBefore)
  const before = await keptBytes()
  await grantSome(grants - grantsBefore)
  const after = await keptBytes()
  await shop.db.close()
  await reconcile(databaseUrl, wall.expected(grants))
  return { before, after }
}

async function keptBytes(): Promise<number> {
  const { gc } = globalThis
  if (!gc) throw new Error('run with --expose-gc')
  // What is only weakly held goes with the second collection.
  for (let i = 0; i < 2; i++) {
    await new Promise((resolve) => setImmediate(resolve))
    gc()
  }
  return process.memoryUsage().heapUsed
}
