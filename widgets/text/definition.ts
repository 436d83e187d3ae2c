import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  text: field.text({ max: 2_000, multiline: true }),
  look: field.select(['title', 'heading', 'body', 'note'], { group: 'look' }),
  align: field.select(['left', 'center', 'right'], { group: 'look' }),
  colour: field.colour({ group: 'look' }).optional(),
})

export type TextProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'text',
  version: 1,
  props,
  icon: 'M5 6h14 M12 6v13 M9 19h6',
  defaults: { text: '在这里输入文字', look: 'body', align: 'left' },
  inlineText: 'text',
  lint: ({ text }) =>
    text.trim() === '' ? [{ level: 'warning', code: 'empty_text', path: ['props', 'text'] }] : [],
})
