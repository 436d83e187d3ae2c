import { z } from 'zod'
import { countCharacters, hasBlanks } from '../../schemas/rich-text'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  text: field.richText(),
  look: field.select(['plain', 'card'], { group: 'look' }),
  size: field.select(['normal', 'small'], { group: 'look' }),
})

export type RichTextProps = z.infer<typeof props>

/** What a new block asks to be written over: nobody means to publish it. */
const UNWRITTEN = '在这里输入正文，可以加粗、换颜色、加链接。'

function isUnwritten(block: RichTextProps['text'][number]): boolean {
  return (
    'runs' in block &&
    block.runs
      .map(({ text }) => text)
      .join('')
      .trim() === UNWRITTEN
  )
}

export const definition = defineWidget({
  type: 'rich-text',
  version: 1,
  props,
  icon: 'M5 5h14 M5 10h9 M9 15h10 M9 20h7 M5 15h.01 M5 20h.01',
  defaults: {
    text: [
      { kind: 'heading', size: 'large', runs: [{ text: '活动说明' }] },
      { kind: 'paragraph', runs: [{ text: UNWRITTEN }] },
    ],
    look: 'plain',
    size: 'normal',
  },
  lint: ({ text }) => {
    if (countCharacters(text) === 0) return [{ level: 'warning', code: 'empty_text' }]
    if (hasBlanks(text)) return [{ level: 'warning', code: 'blanks_left' }]
    return text.some(isUnwritten) ? [{ level: 'error', code: 'unwritten_text' }] : []
  },
})
