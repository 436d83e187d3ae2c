import type { z } from 'zod'
import { count, eq, grantBatchRow, inArray, type ReadDb, staff } from '@/src/db'
import { getCampaign } from '../campaigns/internal'
import { stateAt } from '../campaigns/state'
import type { StaffContext } from '../context'
import { getReward } from '../rewards/internal'
import { authorise } from '../staff/authorise'
import { getGrantBatch } from './internal'
import { GetGrantBatch, type RowOutcome } from './schemas'

/** One batch: what it gives to whom, who decided what, and how far it is. */
export async function readGrantBatch({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof GetGrantBatch>
}) {
  authorise(ctx, 'grant.read')
  const { id } = GetGrantBatch.parse(input)
  const db = ctx.db.read
  const batch = await getGrantBatch(db, id)
  const campaign = await getCampaign(db, batch.campaignId)
  const reward = await getReward(db, batch.rewardId)
  const people = await readNames(db, [batch.createdBy, batch.submittedBy, batch.decidedBy])
  const { leasedBy, leasedUntil, campaignId, rewardId, createdBy, submittedBy, decidedBy, ...row } = batch
  return {
    ...row,
    campaign: { id: campaignId, name: campaign.name, state: stateAt(campaign, ctx.clock.now()) },
    reward: { id: rewardId, title: reward.title, kind: reward.kind },
    createdBy: people(createdBy),
    submittedBy: people(submittedBy),
    decidedBy: people(decidedBy),
    counts: await countRows(db, id),
  }
}

async function readNames(db: ReadDb, ids: (string | null)[]) {
  const known = ids.filter((id) => id !== null)
  const rows = await db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, [...new Set(known)]))
  return (id: string | null) => rows.find((row) => row.id === id) ?? null
}

/** How many rows came to what. */
async function countRows(db: ReadDb, batchId: string): Promise<Record<RowOutcome, number>> {
  const { result, takingBack } = grantBatchRow
  const rows = await db
    .select({ result, takingBack, rows: count() })
    .from(grantBatchRow)
    .where(eq(grantBatchRow.batchId, batchId))
    .groupBy(result, takingBack)
  const counts: Record<RowOutcome, number> = {
    waiting: 0,
    granted: 0,
    refused: 0,
    failed: 0,
    cancelled: 0,
    taking_back: 0,
    taken_back: 0,
    not_taken_back: 0,
  }
  for (const row of rows) counts[outcomeOf(row)] += row.rows
  return counts
}

const OF_TAKING_BACK = { asked: 'taking_back', done: 'taken_back', refused: 'not_taken_back' } as const

/** What a row came to in one word: of what was granted, whether it was taken back. */
export function outcomeOf({
  result,
  takingBack,
}: Pick<typeof grantBatchRow.$inferSelect, 'result' | 'takingBack'>): RowOutcome {
  return takingBack === null ? result : OF_TAKING_BACK[takingBack]
}
