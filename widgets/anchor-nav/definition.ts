import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const entry = z.strictObject({
  label: field.text({ min: 1, max: 10 }),
  target: field.anchor(),
})

const props = z.strictObject({
  entries: field.list(entry, { min: 2, max: 12 }),
  look: field.select(['line', 'pill'], { group: 'look' }),
})

export type AnchorNavProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'anchor-nav',
  version: 1,
  props,
  icon: 'M3 5h18 M3 9.5h6 M12 5v15 M9 17l3 3 3-3',
  defaults: {
    entries: [
      { label: '必抢好券', target: '' },
      { label: '爆款直降', target: '' },
      { label: '积分兑好礼', target: '' },
    ],
    look: 'line',
  },
  group: 'layout',
  isStatic: false,
  lint: ({ entries }) =>
    entries.some(({ target }) => target === '') ? [{ level: 'warning', code: 'missing_target' }] : [],
})
