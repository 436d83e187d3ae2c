import { and, count, deliveryAddress, eq, grant, gt, type ReadDb, reward, sql } from '@/src/db'

/** Prizes that lapse unless their members say where to send them. */
export const isWaiting = (now: Date) =>
  and(
    eq(grant.state, 'granted'),
    gt(grant.expiresAt, now),
    eq(reward.kind, 'physical'),
    sql`not exists (select 1 from ${deliveryAddress} where ${deliveryAddress.grantId} = ${grant.id})`,
  )

/** How many of them one member has. */
export async function countWaiting(db: ReadDb, memberId: string, now: Date): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(grant)
    .innerJoin(reward, eq(grant.rewardId, reward.id))
    .where(and(eq(grant.memberId, memberId), isWaiting(now)))
  return row?.count ?? 0
}
