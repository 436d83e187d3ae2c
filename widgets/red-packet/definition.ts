import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  title: field.text({ max: 20 }),
  /** What stands on the packet, above its seal. */
  blessing: field.text({ max: 16 }),
})

export type RedPacketProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'red-packet',
  version: 1,
  props,
  icon: 'M6 3h12a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z M5 7c3.6 4 10.4 4 14 0 M12 9.8v4.4 M9.8 12h4.4',
  defaults: { title: '天天拆红包', blessing: '恭喜发财 大吉大利' },
  group: 'marketing',
  usesTool: true,
  isStatic: false,
})
