import { z } from 'zod'
import { countCharacters } from '../../schemas/rich-text'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  text: field.richText(),
  look: field.select(['plain', 'card'], { group: 'look' }),
  size: field.select(['normal', 'small'], { group: 'look' }),
})

export type RichTextProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'rich-text',
  version: 1,
  props,
  icon: 'M5 5h14 M5 10h9 M9 15h10 M9 20h7 M5 15h.01 M5 20h.01',
  defaults: {
    text: [
      { kind: 'heading', size: 'large', runs: [{ text: '活动说明' }] },
      { kind: 'paragraph', runs: [{ text: '在这里输入正文，可以加粗、换颜色、加链接。' }] },
    ],
    look: 'plain',
    size: 'normal',
  },
  lint: ({ text }) => (countCharacters(text) === 0 ? [{ level: 'warning', code: 'empty_text' }] : []),
})
