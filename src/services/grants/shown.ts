import type { HeldReward } from '@/schemas/outcome'
import { and, desc, eq, grant, member, type ReadDb, reward } from '@/src/db'
import type { RecentGrant } from '@/widgets/kit/tool'
import { maskedName } from '../members/masked-name'
import { heldReward } from './held-reward'

/** No tool shows more at once. */
const MOST = 50

/** A tool's latest grants to anybody, from the newest, names masked. */
export async function readRecent(db: ReadDb, toolId: string, limit: number): Promise<RecentGrant[]> {
  if (limit === 0) return []
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

/** A tool's latest grants to one member, from the newest. */
export async function readMine(
  db: ReadDb,
  { toolId, memberId, limit }: { toolId: string; memberId: string; limit: number },
  now: Date,
): Promise<HeldReward[]> {
  if (limit === 0) return []
  const rows = await db
    .select({ grant, title: reward.title, terms: reward.terms })
    .from(grant)
    .innerJoin(reward, eq(grant.rewardId, reward.id))
    .where(and(eq(grant.memberId, memberId), eq(grant.toolId, toolId)))
    .orderBy(desc(grant.id))
    .limit(Math.min(limit, MOST))
  return rows.map((row) => heldReward(row.grant, row, now))
}
