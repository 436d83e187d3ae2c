import { readFileSync } from 'node:fs'
import { type Database, member, openDatabase, staff } from '@/src/db'
import { newPage } from '@/src/document'
import { systemClock } from '@/src/lib/clock'
import { newId } from '@/src/lib/ids'
import { createLogger } from '@/src/lib/log'
import { Lru } from '@/src/lib/lru'
import type { AppContext, StaffContext } from '@/src/services/context'
import { createDecisionLog } from '@/src/services/decisions'
import { createCombiner } from '@/src/services/grants'
import { readVersion } from '@/src/services/publications/version'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'

export interface SeedGiven {
  databaseUrl: string
  members: number
}

export type Seeded = Awaited<ReturnType<typeof seed>>

const MEMBERS_AT_ONCE = 500
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

function contextOf(db: Database): AppContext {
  const timeZone = 'Asia/Shanghai'
  const log = createLogger('silent')
  return {
    db,
    clock: systemClock,
    timeZone,
    log,
    isDemo: false,
    publicUrl: undefined,
    dataDir: '',
    sessionKey: Buffer.alloc(32),
    payoutKey: Buffer.alloc(32),
    ticketKey: Buffer.alloc(32),
    invitationKey: Buffer.alloc(32),
    combiner: createCombiner({ db, clock: systemClock, timeZone }),
    decisions: createDecisionLog({ db, timeZone, log }),
    versions: new Lru(10),
    playableBlocks: new Lru(10),
    campaignOfTool: new Lru(10),
    checkRendering: () => {},
  }
}

async function anAdmin(ctx: AppContext): Promise<StaffContext> {
  const now = ctx.clock.now()
  const admin = { id: newId('stf', now), name: 'bench', email: 'bench@shop.test' }
  await ctx.db.transaction((tx) =>
    tx
      .insert(staff)
      .values({ ...admin, createdAt: now, updatedAt: now })
      .returning(),
  )
  return { ...ctx, requestId: 'bench', staff: { ...admin, roles: ['admin'] } }
}

async function addMembers(db: Database, howMany: number): Promise<string[]> {
  const createdAt = new Date()
  const rows = Array.from({ length: howMany }, (_, index) => {
    const id = newId('mbr', createdAt)
    return { id, shopMemberId: `bench-${index}`, nickname: `用户 ${index}`, createdAt }
  })
  for (let start = 0; start < rows.length; start += MEMBERS_AT_ONCE) {
    await db.transaction((tx) =>
      tx
        .insert(member)
        .values(rows.slice(start, start + MEMBERS_AT_ONCE))
        .returning(),
    )
  }
  return rows.map(({ id }) => id)
}
