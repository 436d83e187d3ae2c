import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  title: field.text({ max: 20 }),
  moreText: field.text({ max: 10 }),
  moreLink: field.link(),
  layout: field.select(['one', 'two', 'three', 'row'], { group: 'look' }),
  picture: field.select(['square', 'tall'], { group: 'look' }),
  showStock: field.switch({ group: 'look' }),
  showListPrice: field.switch({ group: 'look' }),
  buttonText: field.text({ max: 6, group: 'look' }),
})

export type GoodsProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'goods',
  version: 1,
  props,
  icon: 'M6 8h12l1 12H5z M9 8V7a3 3 0 0 1 6 0v1 M9 12a3 3 0 0 0 6 0',
  defaults: {
    title: '热卖好物',
    moreText: '',
    moreLink: '',
    layout: 'two',
    picture: 'square',
    showStock: true,
    showListPrice: true,
    buttonText: '马上抢',
  },
  group: 'marketing',
  inlineText: 'title',
  usesTool: true,
  crossedOutBy: 'showListPrice',
})
