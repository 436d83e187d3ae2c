import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { REWARD_VALUES } from '../kit/events'
import { field } from '../kit/fields'
import type { PointsMallState } from './state'

const props = z.strictObject({
  title: field.text({ max: 20 }),
  layout: field.select(['grid', 'list'], { group: 'look' }),
  showProgress: field.switch({ group: 'look' }),
})

export type PointsMallProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'points-mall',
  version: 1,
  props,
  icon: 'M4 9l1.5-4.5h13L20 9 M4 9h16v1.5a2.7 2.7 0 0 1-5.3 0 2.7 2.7 0 0 1-5.4 0A2.7 2.7 0 0 1 4 10.5z M6 14v6h12v-6 M12 15v3 M10.5 16.5h3',
  defaults: { title: '积分商城', layout: 'grid', showProgress: true },
  group: 'marketing',
  usesTool: true,
  isStatic: false,
  events: {
    redeemed: {
      sign: { what: 'outcome', actions: ['redeem'], statuses: ['granted'] },
      values: REWARD_VALUES,
    },
  },
  tells: {
    phase: ({ phase }: PointsMallState) => phase,
    soldOut: ({ items }: PointsMallState) =>
      items.length > 0 && items.every(({ gonePercent }) => gonePercent === 100),
  },
})
