import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  height: field.number({ min: 4, max: 240, step: 4, unit: 'px' }),
  line: field.select(['none', 'solid', 'dashed', 'ornament']),
})

export type SpacerProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'spacer',
  version: 1,
  props,
  icon: 'M4 12h16 M12 3v5 M9.5 5.5L12 3l2.5 2.5 M12 21v-5 M9.5 18.5L12 21l2.5-2.5',
  defaults: { height: 24, line: 'none' },
  group: 'layout',
  resize: { prop: 'height', edge: 'bottom' },
})
