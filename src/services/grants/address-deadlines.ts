import { addressDeadline, collectsUntilOf } from '@/schemas/collecting'
import {
  and,
  asc,
  campaign,
  deliveryAddress,
  eq,
  grant,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  type ReadDb,
  reward,
  sql,
  type Tx,
} from '@/src/db'
import type { AppContext } from '../context'

/** Looked at in one transaction, so that claims need not wait long for it. */
const AT_ONCE = 100
/** A deadline that was moved is looked at again for so long. */
const RECENTLY_MS = 3 * 60 * 60 * 1000

type Deadlines = Pick<typeof campaign.$inferSelect, 'id' | 'endsAt' | 'collectsUntil'>

const isPhysical = (db: ReadDb) =>
  inArray(grant.rewardId, db.select({ id: reward.id }).from(reward).where(eq(reward.kind, 'physical')))
const hasAddress = sql`exists (select 1 from ${deliveryAddress} where ${deliveryAddress.grantId} = ${grant.id})`

/** Gives the campaign's prizes that still want an address until its deadline. Only ever later. */
export async function moveAddressDeadlines(tx: Tx, of: Deadlines): Promise<void> {
  const until = collectsUntilOf(of)
  await tx
    .update(grant)
    .set({ expiresAt: until })
    .where(
      and(
        eq(grant.campaignId, of.id),
        eq(grant.state, 'granted'),
        lt(grant.expiresAt, until),
        isPhysical(tx),
      ),
    )
    .returning({ id: grant.id })
}

/**
 * Sees to what escapes whoever gives prizes and moves deadlines: those given by hand without one get
 * theirs, those that were won while it was moved get the new one, and those whose address is known
 * have none. Nothing ever lapses sooner for it.
 */
export async function settleAddressDeadlines(ctx: AppContext, signal?: AbortSignal): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - RECENTLY_MS)
  const moved = await ctx.db.read.select().from(campaign).where(gte(campaign.updatedAt, since))
  for (const of of moved) await ctx.db.transaction((tx) => moveAddressDeadlines(tx, of))
  for (;;) {
    const seenTo = await ctx.db.transaction(settleSome)
    if (seenTo < AT_ONCE || signal?.aborted) return
  }
}

async function settleSome(tx: Tx): Promise<number> {
  const { endsAt, collectsUntil } = campaign
  const rows = await tx
    .select({ id: grant.id, grantedAt: grant.grantedAt, expiresAt: grant.expiresAt, endsAt, collectsUntil })
    .from(grant)
    .innerJoin(campaign, eq(grant.campaignId, campaign.id))
    .where(
      and(
        isPhysical(tx),
        eq(grant.state, 'granted'),
        or(and(isNull(grant.expiresAt), sql`not ${hasAddress}`), and(isNotNull(grant.expiresAt), hasAddress)),
      ),
    )
    .orderBy(asc(grant.id))
    .limit(AT_ONCE)
  for (const row of rows) {
    await tx
      .update(grant)
      .set({ expiresAt: row.expiresAt === null ? addressDeadline(row, row.grantedAt) : null })
      .where(eq(grant.id, row.id))
      .returning({ id: grant.id })
  }
  return rows.length
}
