import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const line = z.strictObject({
  text: field.text({ min: 1, max: 60 }),
  link: field.link(),
})

const props = z.strictObject({
  lines: field.list(line, { min: 1, max: 8 }),
  icon: field.select(['horn', 'bell', 'gift', 'fire', 'none'], { group: 'look' }),
  look: field.select(['surface', 'brand', 'plain'], { group: 'look' }),
  /** How long each line stands. */
  seconds: field.number({ min: 2, max: 10, unit: 's', group: 'look' }),
})

export type NoticeProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'notice',
  version: 1,
  props,
  icon: 'M4 9.5v5h3l8 4v-13l-8 4z M18 9a4.2 4.2 0 0 1 0 6 M8 15v4.5h2.5V16',
  defaults: {
    lines: [
      { text: '双11 全场低至五折，晚八点开抢', link: '' },
      { text: '会员每天可抽三次红包，零点刷新', link: '' },
    ],
    icon: 'horn',
    look: 'surface',
    seconds: 3,
  },
  lint: ({ lines }) =>
    lines.some(({ text }) => text.trim() === '') ? [{ level: 'warning', code: 'empty_line' }] : [],
})
