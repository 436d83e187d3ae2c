import type { z } from 'zod'
import { and, campaign, contains, desc, eq, grantBatch, lt, reward, staff } from '@/src/db'
import type { StaffContext } from '../context'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { ListGrantBatches } from './schemas'

/** Batches from the newest. */
export async function listGrantBatches({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ListGrantBatches>
}) {
  authorise(ctx, 'grant.read')
  const { search, state, campaignId, cursor, limit } = ListGrantBatches.parse(input)
  const rows = await ctx.db.read
    .select({
      id: grantBatch.id,
      name: grantBatch.name,
      state: grantBatch.state,
      source: grantBatch.source,
      memberCount: grantBatch.memberCount,
      worstFen: grantBatch.worstFen,
      stoppedBy: grantBatch.stoppedBy,
      createdAt: grantBatch.createdAt,
      campaign: { id: campaign.id, name: campaign.name },
      reward: { id: reward.id, title: reward.title, kind: reward.kind },
      createdBy: staff.name,
    })
    .from(grantBatch)
    .innerJoin(campaign, eq(grantBatch.campaignId, campaign.id))
    .innerJoin(reward, eq(grantBatch.rewardId, reward.id))
    .innerJoin(staff, eq(grantBatch.createdBy, staff.id))
    .where(
      and(
        search ? contains(grantBatch.name, search) : undefined,
        state ? eq(grantBatch.state, state) : undefined,
        campaignId ? eq(grantBatch.campaignId, campaignId) : undefined,
        cursor ? lt(grantBatch.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(grantBatch.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}
