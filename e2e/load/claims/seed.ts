import { readFileSync } from 'node:fs'
import { openDatabase } from '@/src/db'
import { newPage } from '@/src/document'
import { readVersion } from '@/src/services/publications/version'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { addMembers, anAdmin, contextOf } from '../shop'

export interface SeedGiven {
  databaseUrl: string
  members: number
}

export type Seeded = Awaited<ReturnType<typeof seed>>

const DAY_MS = 24 * 60 * 60 * 1000

// Runs before the product does, in a process that speaks the product's dialect, and prints what it made.
const [file] = process.argv.slice(2)
if (!file) throw new Error('what shall be seeded?')
console.log(JSON.stringify(await seed(JSON.parse(readFileSync(file, 'utf8')) as SeedGiven)))

/** A running campaign with one coupon, published, and many members who may each take it once. */
async function seed({ databaseUrl, members }: SeedGiven) {
  const db = openDatabase(databaseUrl)
  await db.migrate()
  const ctx = contextOf(db)
  const now = Date.now()
  const wall = await aCouponWall(
    { as: () => anAdmin(ctx) },
    {
      stock: members,
      budgetFen: members * 100,
      startsAt: new Date(now - DAY_MS).toISOString(),
      endsAt: new Date(now + DAY_MS).toISOString(),
    },
  )
  const memberIds = await addMembers(db, members)
  const definition = await readVersion(ctx, wall.version)
  await db.close()
  const { version, rewardId, toolId, campaignId } = wall
  return {
    version,
    rewardId,
    toolId,
    campaignId,
    memberIds,
    definition: definition ?? newPage({ title: '', locale: 'en' }),
  }
}
