import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  to: field.instant(),
  before: field.text({ max: 20 }),
  after: field.text({ max: 20 }),
  look: field.select(['tiles', 'line'], { group: 'look' }),
})

export type CountdownProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'countdown',
  version: 1,
  props,
  icon: 'M12 8v5l3 2 M12 5a8 8 0 1 0 0 16 8 8 0 0 0 0-16z M9 2h6',
  defaults: { to: '2026-11-10T16:00:00.000Z', before: '距开始还有', after: '已经开始', look: 'tiles' },
  group: 'marketing',
  isStatic: false,
})
