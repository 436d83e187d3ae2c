import type { HeldReward } from '@/schemas/outcome'
import { and, desc, eq, grant, inArray, lte, member, type ReadDb, reward, sql } from '@/src/db'
import { Briefly } from '@/src/lib/briefly'
import type { RecentGrant } from '@/widgets/kit/tool'
import { maskedName } from '../members/masked-name'
import { heldReward } from './held-reward'

/** No tool shows more at once. */
const MOST = 50
/** Everybody is shown the same winners: one process reads them once a second. */
const recent = new Briefly<RecentGrant[]>({ forMs: 1_000, atMost: 500 })

/** A tool's latest grants to anybody, from the newest, names masked; up to a second old. */
export async function readRecent(
  db: ReadDb,
  toolId: string,
  limit: number,
  now: Date,
): Promise<RecentGrant[]> {
  if (limit === 0) return []
  return recent.get(db, `${toolId} ${limit}`, now, () => queryRecent(db, toolId, limit))
}

async function queryRecent(db: ReadDb, toolId: string, limit: number): Promise<RecentGrant[]> {
  const rows = await db
    .select({ rewardId: grant.rewardId, given: grant.given, at: grant.grantedAt, nickname: member.nickname })
    .from(grant)
    .innerJoin(member, eq(grant.memberId, member.id))
    .where(eq(grant.toolId, toolId))
    .orderBy(desc(grant.grantedAt), desc(grant.id))
    .limit(Math.min(limit, MOST))
  return rows.map(({ rewardId, given, at, nickname }) => ({
    name: maskedName(nickname),
    rewardId,
    amount: given.kind === 'cash' ? given.amountFen : given.kind === 'points' ? given.points : 0,
    at,
  }))
}

/**
 * The latest grants of several tools to one member, from the newest, by the tool: as many of each
 * as is asked for. One query, however many tools a page has.
 */
export async function readMine(
  db: ReadDb,
  memberId: string,
  limits: ReadonlyMap<string, number>,
  now: Date,
): Promise<Map<string, HeldReward[]>> {
  const asked = [...limits].filter(([, limit]) => limit > 0)
  const mine = new Map<string, HeldReward[]>(asked.map(([toolId]) => [toolId, []]))
  if (asked.length === 0) return mine
  const toolIds = asked.map(([toolId]) => toolId)
  const ranked = db
    .select({
      id: grant.id,
      rank: sql<number>`row_number() over (partition by ${grant.toolId} order by ${grant.id} desc)`.as(
        'rank',
      ),
    })
    .from(grant)
    .where(and(eq(grant.memberId, memberId), inArray(grant.toolId, toolIds)))
    .as('ranked')
  const most = Math.min(MOST, Math.max(...asked.map(([, limit]) => limit)))
  const rows = await db
    .select({ grant, title: reward.title, terms: reward.terms })
    .from(ranked)
    .innerJoin(grant, eq(grant.id, ranked.id))
    .innerJoin(reward, eq(grant.rewardId, reward.id))
    .where(lte(ranked.rank, most))
    .orderBy(desc(grant.id))
  for (const row of rows) {
    const held = mine.get(row.grant.toolId)
    if (held && held.length < (limits.get(row.grant.toolId) ?? 0)) held.push(heldReward(row.grant, row, now))
  }
  return mine
}
