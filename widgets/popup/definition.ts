import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  title: field.text({ min: 1, max: 20 }),
  look: field.select(['dialog', 'sheet', 'bare'], { group: 'look' }),
  hasTitle: field.switch({ group: 'look', visibleIf: { field: 'look', in: ['dialog', 'sheet'] } }),
})

export type PopupProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'popup',
  version: 1,
  props,
  icon: 'M4 4h16v16H4z M8 9h8v7H8z M13.5 11.5l-1.5 1.5',
  defaults: { title: '弹窗', look: 'dialog', hasTitle: true },
  group: 'layout',
  inlineText: 'title',
  events: { opened: { sign: { what: 'opened' } }, closed: { sign: { what: 'closed' } } },
  slots: () => ({ content: {} }),
  lint: (_, { slots }) => (slots?.content?.length ? [] : [{ level: 'warning', code: 'empty_popup' }]),
})
