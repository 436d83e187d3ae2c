import type { StaffRole } from '@/schemas/staff'
import { member, staff } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { createLogger } from '@/src/lib/log'
import { Lru } from '@/src/lib/lru'
import type { AppContext, MemberContext, StaffContext } from '@/src/services/context'
import { createDecisionLog } from '@/src/services/decisions'
import { createCombiner } from '@/src/services/grants'
import { FakeClock } from './fake-clock'
import { aDatabase } from './test-database'

export interface World extends AsyncDisposable {
  ctx: AppContext
  clock: FakeClock
  databaseUrl: string
  /** A request by a new member of staff with these roles. */
  as: (...roles: StaffRole[]) => Promise<StaffContext>
  /** A request by a new member. */
  asMember: (nickname?: string) => Promise<MemberContext>
  /** A request by nobody. */
  asNobody: () => MemberContext
}

const TIME_ZONE = 'Asia/Shanghai'
const SUBMISSION_KEY = Buffer.alloc(32, 6)

/** A whole installation of the test's own: database, clock and keys, and nothing in it. */
export async function aWorld(): Promise<World> {
  const database = await aDatabase()
  const clock = new FakeClock()
  const { db } = database
  const log = createLogger('silent')
  const ctx: AppContext = {
    db,
    clock,
    timeZone: TIME_ZONE,
    log,
    isDemo: false,
    publicUrl: undefined,
    dataDir: database.folder,
    sessionKey: Buffer.alloc(32, 1),
    payoutKey: Buffer.alloc(32, 4),
    identityKey: Buffer.alloc(32, 5),
    submissionKey: SUBMISSION_KEY,
    ticketKey: Buffer.alloc(32, 2),
    invitationKey: Buffer.alloc(32, 3),
    combiner: createCombiner({ db, clock, timeZone: TIME_ZONE, submissionKey: SUBMISSION_KEY }),
    decisions: createDecisionLog({ db, timeZone: TIME_ZONE, log }),
    versions: new Lru(50),
    playableBlocks: new Lru(50),
    campaignOfTool: new Lru(50),
    checkRendering: () => {},
    reachAddress: async () => 'unknown',
  }
  let people = 0
  return {
    ctx,
    clock,
    databaseUrl: database.url,
    as: async (...roles) => {
      const now = clock.now()
      const person = { id: newId('stf', now), name: `staff ${++people}`, email: `s${people}@shop.test` }
      await db.transaction((tx) =>
        tx
          .insert(staff)
          .values({ ...person, createdAt: now, updatedAt: now })
          .returning(),
      )
      return { ...ctx, requestId: 'test', staff: { ...person, roles } }
    },
    asMember: async (nickname = `member ${++people}`) => {
      const now = clock.now()
      const id = newId('mbr', now)
      await db.transaction((tx) =>
        tx
          .insert(member)
          .values({ id, shopMemberId: `shop-${id}`, nickname, createdAt: now })
          .returning(),
      )
      return { ...ctx, requestId: 'test', member: { id } }
    },
    asNobody: () => ({ ...ctx, requestId: 'test', member: undefined }),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}
