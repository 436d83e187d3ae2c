import { costFenOf, taxFenOf } from '@/schemas/reward'
import { asc, eq, grantBatchRow, type ReadDb } from '@/src/db'
import { sha256Hex } from '@/src/lib/hash'
import { getReward, type RewardRow } from '../rewards/internal'
import type { GrantBatch } from './internal'

/** What a batch is made of: what whoever confirms it agrees to. */
export interface Contents {
  reward: RewardRow
  memberCount: number
  /** What it sets aside, and what it costs at most; in fen. */
  expectedFen: number
  worstFen: number
  /** SHA-256 of all of it. */
  contentHash: string
}

/** A batch's contents as they are now, members and all. */
export async function readContents(db: ReadDb, batch: GrantBatch): Promise<Contents> {
  const reward = await getReward(db, batch.rewardId)
  const members = await db
    .select({ memberId: grantBatchRow.memberId, remark: grantBatchRow.remark })
    .from(grantBatchRow)
    .where(eq(grantBatchRow.batchId, batch.id))
    .orderBy(asc(grantBatchRow.position))
  const { id, name, campaignId, rewardId, reason, isUnderLimits } = batch
  const { title, terms, reservedFenEach } = reward
  const said = { id, name, campaignId, rewardId, reason, isUnderLimits, title, terms, reservedFenEach }
  const rows = members.map(({ memberId, remark }) => [memberId, remark])
  return {
    reward,
    memberCount: members.length,
    expectedFen: members.length * reservedFenEach,
    worstFen: members.length * (costFenOf(terms) + taxFenOf(costFenOf(terms), reward.taxClass)),
    contentHash: sha256Hex(JSON.stringify([said, rows])),
  }
}
