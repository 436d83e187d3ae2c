import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  label: field.text({ min: 1, max: 20 }),
  link: field.link(),
  look: field.select(['solid', 'outline', 'plain'], { group: 'look' }),
  width: field.select(['full', 'auto'], { group: 'look' }),
  /** Medium unless set: a venue's one big call to action, or a quiet 更多. */
  size: field.select(['small', 'large'], { group: 'look' }).optional(),
})

export type ButtonProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'button',
  version: 1,
  props,
  icon: 'M4 8h16v8H4z M8 12h8',
  defaults: { label: '立即前往', link: '', look: 'solid', width: 'full' },
  inlineText: 'label',
  events: { tap: { sign: { what: 'tap' } } },
  lint: ({ link }, { on }) =>
    link === '' && !on?.tap ? [{ level: 'warning', code: 'missing_link', path: ['props', 'link'] }] : [],
})
