import type { PointsRule } from '@/schemas/redemption'
import { campaign, eq, pointsRule } from '@/src/db'
import type { StaffContext } from '../../context'
import { authorise } from '../../staff/authorise'
import { RULE_ID } from './rule'

/** How points come off orders, and what the campaign that pays is called; null until staff said so. */
export async function getPointsRule({
  ctx,
}: {
  ctx: StaffContext
}): Promise<(PointsRule & { campaignName: string }) | null> {
  authorise(ctx, 'reward.read')
  const [row] = await ctx.db.read
    .select({ rule: pointsRule, campaignName: campaign.name })
    .from(pointsRule)
    .innerJoin(campaign, eq(pointsRule.campaignId, campaign.id))
    .where(eq(pointsRule.id, RULE_ID))
  if (!row) return null
  const { isOn, campaignId, stepPoints, stepFen, mostPpm } = row.rule
  return { isOn, campaignId, stepPoints, stepFen, mostPpm, campaignName: row.campaignName }
}
