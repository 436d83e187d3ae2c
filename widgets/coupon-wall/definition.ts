import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { REWARD_VALUES } from '../kit/events'
import { field } from '../kit/fields'
import type { CouponWallState } from './state'

const props = z.strictObject({
  title: field.text({ max: 20 }),
  layout: field.select(['list', 'grid'], { group: 'look' }),
  showProgress: field.switch({ group: 'look' }),
})

export type CouponWallProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'coupon-wall',
  version: 1,
  props,
  icon: 'M4 7h16v3.5a1.5 1.5 0 0 0 0 3V17H4v-3.5a1.5 1.5 0 0 0 0-3z M14 7v2 M14 11v2 M14 15v2 M7.5 12h3',
  defaults: { title: '领券中心', layout: 'list', showProgress: true },
  group: 'marketing',
  inlineText: 'title',
  usesTool: true,
  isStatic: false,
  events: {
    claimed: {
      sign: { what: 'outcome', actions: ['claim', 'claimAll'], statuses: ['granted'] },
      values: REWARD_VALUES,
    },
  },
  actions: { claim: z.strictObject({ rewardId: field.reward() }), claimAll: z.strictObject({}) },
  tells: {
    phase: ({ phase }: CouponWallState) => phase,
    soldOut: ({ coupons }: CouponWallState) =>
      coupons.length > 0 && coupons.every(({ takenPercent }) => takenPercent === 100),
    playedOut: ({ isSignedIn, coupons }: CouponWallState) =>
      isSignedIn && coupons.every(({ state }) => state === 'taken'),
  },
})
