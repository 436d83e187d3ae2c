import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  ratio: field.select(['1:1', '1:2', '2:1', '1:1:1']),
  gap: field.number({ min: 0, max: 48, unit: 'px' }),
})

export type ColumnsProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'columns',
  version: 1,
  props,
  icon: 'M4 5h7v14H4z M13 5h7v14h-7z',
  defaults: { ratio: '1:1', gap: 8 },
  group: 'layout',
  resize: { prop: 'gap', edge: 'between' },
  slots: ({ ratio }) => ({ first: {}, second: {}, ...(ratio === '1:1:1' && { third: {} }) }),
  lint: (_, block) =>
    Object.values(block.slots ?? {}).some((children) => children.length > 0)
      ? []
      : [{ level: 'warning', code: 'empty_columns' }],
})
