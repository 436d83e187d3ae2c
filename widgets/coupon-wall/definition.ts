import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

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
  defaults: { title: '领券中心', layout: 'list', showProgress: true },
  group: 'marketing',
  usesTool: true,
  isStatic: false,
})
