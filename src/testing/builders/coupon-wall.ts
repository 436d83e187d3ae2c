import type { Block } from '@/schemas/page'
import type { ReservationPolicy, Validity } from '@/schemas/reward'
import type { MemberContext } from '@/src/services/context'
import type { performAction } from '@/src/services/grants'
import type { World } from '../world'
import { aPublishedTool, type PublishedTool } from './published-tool'
import { aCoupon } from './rewards'

export { aKey } from './published-tool'

export interface CouponWallOptions {
  stock?: number
  budgetFen?: number
  perMember?: number
  amountFen?: number
  startsAt?: string
  endsAt?: string
  validity?: Validity
  reservation?: ReservationPolicy
  /** When the wall's block is on. */
  schedule?: Block['schedule']
  /** Leaves the campaign a draft. */
  isDraft?: boolean
}

export interface PublishedCouponWall extends PublishedTool {
  rewardId: string
  /** Taps 立即领取, each time anew unless a key is given. */
  claim: (member: MemberContext, key?: string) => ReturnType<typeof performAction>
}

/** A campaign that runs, one coupon, and a published page with a coupon wall that gives it. */
export async function aCouponWall(
  world: Pick<World, 'as'>,
  { stock, amountFen, validity, reservation, perMember = 1, ...o }: CouponWallOptions = {},
): Promise<PublishedCouponWall> {
  const tool = await aPublishedTool(world, {
    ...o,
    type: 'coupon-wall',
    rewards: [
      aCoupon({
        ...(stock !== undefined && { stock }),
        ...(amountFen !== undefined && { amountFen }),
        ...(validity !== undefined && { validity }),
        ...(reservation !== undefined && { reservation }),
      }),
    ],
    config: ([rewardId]) => ({ coupons: [{ rewardId, perMember }] }),
  })
  const rewardId = tool.rewardIds[0] as string
  return {
    ...tool,
    rewardId,
    claim: (ctx, key) => tool.act(ctx, 'claim', { rewardId }, key),
  }
}
