import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const BY_ITSELF = { field: 'opens', in: ['entry'] }

const props = z.strictObject({
  title: field.text({ min: 1, max: 20 }),
  look: field.select(['dialog', 'sheet', 'bare'], { group: 'look' }),
  hasTitle: field.switch({ group: 'look', visibleIf: { field: 'look', in: ['dialog', 'sheet'] } }),
  opens: field.select(['link', 'entry'], { group: 'opening' }),
  frequency: field.select(['daily', 'once', 'always'], { group: 'opening', visibleIf: BY_ITSELF }),
  delaySeconds: field.number({ min: 0, max: 30, unit: 's', group: 'opening', visibleIf: BY_ITSELF }),
})

export type PopupProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'popup',
  version: 2,
  props,
  icon: 'M4 4h16v16H4z M8 9h8v7H8z M13.5 11.5l-1.5 1.5',
  defaults: {
    title: '弹窗',
    look: 'dialog',
    hasTitle: true,
    opens: 'link',
    frequency: 'daily',
    delaySeconds: 1,
  },
  migrations: [
    {
      to: 2,
      name: 'open-on-entry',
      up: (stored) => ({ opens: 'link', frequency: 'daily', delaySeconds: 1, ...stored }),
    },
  ],
  group: 'layout',
  inlineText: 'title',
  events: { opened: { sign: { what: 'opened' } }, closed: { sign: { what: 'closed' } } },
  entrance: ({ opens, frequency, delaySeconds }) =>
    opens === 'entry' ? { afterMs: delaySeconds * 1_000, frequency } : undefined,
  slots: () => ({ content: {} }),
  lint: (_, { slots }) => (slots?.content?.length ? [] : [{ level: 'warning', code: 'empty_popup' }]),
})
