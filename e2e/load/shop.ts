import { type Database, member, staff } from '@/src/db'
import { systemClock } from '@/src/lib/clock'
import { newId } from '@/src/lib/ids'
import { createLogger } from '@/src/lib/log'
import { Lru } from '@/src/lib/lru'
import type { AppContext, StaffContext } from '@/src/services/context'
import { createDecisionLog } from '@/src/services/decisions'
import { createCombiner } from '@/src/services/grants'

const MEMBERS_AT_ONCE = 500

/** An installation over a database, without a server. */
export function contextOf(db: Database): AppContext {
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
    identityKey: Buffer.alloc(32),
    submissionKey: Buffer.alloc(32),
    ticketKey: Buffer.alloc(32),
    invitationKey: Buffer.alloc(32),
    combiner: createCombiner({ db, clock: systemClock, timeZone }),
    decisions: createDecisionLog({ db, timeZone, log }),
    versions: new Lru(10),
    playableBlocks: new Lru(10),
    campaignOfTool: new Lru(10),
    checkRendering: () => {},
    reachAddress: async () => 'unknown',
  }
}

export async function anAdmin(ctx: AppContext): Promise<StaffContext> {
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

/** Members of the shop's; answers their ids. */
export async function addMembers(db: Database, howMany: number): Promise<string[]> {
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
