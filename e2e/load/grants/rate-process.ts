import { readFileSync } from 'node:fs'
import { systemClock } from '@/src/lib/clock'
import { createCombiner } from '@/src/services/grants'
import { reconcile } from '../claims/reconcile'
import { interleave } from '../figure'
import { grantNaively } from './naive'
import { aClaim, aDraw, aShop, type Granting, grantAll, PER_MEMBER } from './settling'

export interface RateGiven {
  databaseUrl: string
  members: number
  rounds: number
  /** What is measured, and what beside it. */
  ours: 'claims' | 'draws'
  beside: 'claims' | 'naive'
  oursEach: number
  besideEach: number
}

/** Connections' worth of callers: more would only wait for a connection. */
const NAIVE_AT_ONCE = 10

const [file] = process.argv.slice(2)
if (!file) throw new Error('what shall be measured?')
console.log(JSON.stringify(await measure(JSON.parse(readFileSync(file, 'utf8')) as RateGiven)))

/** Grants by the thousands through the combiner in this process, two ways in turn, and counts what was written. */
async function measure(given: RateGiven) {
  const shop = await aShop(given.databaseUrl, given.members)
  const combiner = createCombiner({ db: shop.db, clock: systemClock, timeZone: 'Asia/Shanghai' })
  const counts = new Map<Granting, number>()
  const combined = (tool: Granting, count: number) => async () => {
    counts.set(tool, (counts.get(tool) ?? 0) + count)
    return grantAll(count, () => {
      const request = tool.next()
      return () => combiner.submit(tool.campaignId, request)
    })
  }
  const naively = (tool: Granting, count: number) => async () => {
    counts.set(tool, (counts.get(tool) ?? 0) + count)
    const { campaignId, rewardIds } = tool
    const rows = { campaignId, rewardId: rewardIds[0] as string, perMember: PER_MEMBER, reservedFen: 100 }
    return grantAll(
      count,
      () => {
        const request = tool.next()
        return () => grantNaively(shop.db, rows, request)
      },
      NAIVE_AT_ONCE,
    )
  }
  const ours = given.ours === 'draws' ? await aDraw(shop) : await aClaim(shop)
  const beside = await aClaim(shop)
  const measured = await interleave(
    given.rounds,
    combined(ours, given.oursEach),
    given.beside === 'naive' ? naively(beside, given.besideEach) : combined(beside, given.besideEach),
  )
  await shop.db.close()
  await reconcile(given.databaseUrl, ...[...counts].map(([tool, count]) => tool.expected(count)))
  return measured
}
