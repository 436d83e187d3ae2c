import { defineTool } from '../kit/tool'
import { claim, claimAll, memberCounters, sessionCounters } from './claim'
import { type CouponWallConfig, checkWall, config } from './config'
import { presentWall } from './present'
import type { CouponWallState } from './state'

export type { CouponWallConfig }

export const tool = defineTool({
  type: 'coupon-wall',
  version: 1,
  config,
  defaults: { coupons: [] },
  rewardIds: ({ coupons }) => coupons.map(({ rewardId }) => rewardId),
  check: checkWall,
  traits: ({ coupons }) => ({ windows: coupons.filter(({ from, until }) => from || until) }),
  actions: { claim, claimAll },
  commonNeeds: (wall, now) => ({ counters: sessionCounters(wall, now) }),
  presentNeeds: ({ coupons }, member, now) =>
    member ? { counters: memberCounters(coupons, member, now), mine: coupons.length } : {},
  present: (facts, member, now): CouponWallState => presentWall(facts, member, now),
})
