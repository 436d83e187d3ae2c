import type { MemberContext } from '@/src/services/context'
import type { World } from '../world'
import { aPublishedTool, type RewardInput } from './published-tool'
import { aCoupon, type CouponOver } from './rewards'

/** A member who holds one coupon of each of these kinds, of a campaign that has ¥1,000. */
export const aMemberWithCoupons = (world: World, ...coupons: CouponOver[]) =>
  aMemberWithRewards(world, ...coupons.map((coupon) => aCoupon(coupon)))

/** A member who holds one of each of these rewards, of a campaign that has ¥1,000. */
export async function aMemberWithRewards(world: World, ...rewards: RewardInput[]) {
  const tool = await aPublishedTool(world, {
    type: 'coupon-wall',
    budgetFen: 100_000,
    rewards,
    config: (rewardIds) => ({ coupons: rewardIds.map((rewardId) => ({ rewardId, perMember: 10 })) }),
  })
  const claim = async (ctx: MemberContext, rewardId: string | undefined) => {
    const outcome = await tool.act(ctx, 'claim', { rewardId })
    if (outcome.status !== 'granted') throw new Error(outcome.status)
    // Ids of one millisecond are in no order; tests name coupons in theirs.
    world.clock.advance(1)
    return outcome.rewards[0]?.id ?? ''
  }
  const ctx = await world.asMember()
  const grantIds: string[] = []
  for (const rewardId of tool.rewardIds) grantIds.push(await claim(ctx, rewardId))
  return {
    ctx,
    memberId: ctx.member?.id ?? '',
    campaignId: tool.campaignId,
    admin: tool.admin,
    grantIds,
    /** Another member, with a coupon of the first kind. */
    another: async () => {
      const other = await world.asMember()
      return { ctx: other, grantId: await claim(other, tool.rewardIds[0]) }
    },
  }
}
