import { z } from 'zod'
import { countCharacters, hasBlanks } from '../../schemas/rich-text'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  title: field.text({ min: 1, max: 12 }),
  text: field.richText(),
  display: field.select(['tag', 'button', 'inline'], { group: 'look' }),
  side: field.select(['right', 'left'], { group: 'look', visibleIf: { field: 'display', in: ['tag'] } }),
  /** Where on the screen the tag stands, from its top. */
  top: field.number({
    min: 5,
    max: 80,
    unit: '%',
    group: 'look',
    visibleIf: { field: 'display', in: ['tag'] },
  }),
})

export type RulesProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'rules',
  version: 1,
  props,
  icon: 'M6 4h12v16H6z M9 9h6 M9 12.5h6 M9 16h3',
  defaults: {
    title: '活动规则',
    text: [
      { kind: 'heading', size: 'small', runs: [{ text: '一、活动时间' }] },
      { kind: 'paragraph', runs: [{ text: '请填写活动的开始和结束时间。' }] },
      { kind: 'heading', size: 'small', runs: [{ text: '二、参与方式' }] },
      { kind: 'item', list: 'number', level: 0, runs: [{ text: '请填写参与条件和步骤。' }] },
      { kind: 'item', list: 'number', level: 0, runs: [{ text: '请填写奖励的发放和使用说明。' }] },
    ],
    display: 'tag',
    side: 'right',
    top: 20,
  },
  inlineText: 'title',
  lint: ({ text }) => {
    if (countCharacters(text) === 0) return [{ level: 'warning', code: 'empty_rules' }]
    return hasBlanks(text) ? [{ level: 'warning', code: 'blanks_left' }] : []
  },
})
