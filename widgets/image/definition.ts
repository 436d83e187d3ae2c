import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  src: field.image({ sizeFields: { width: 'width', height: 'height' } }),
  alt: field.text({ max: 120 }),
  link: field.link(),
  /** The picture's own size; the phone reserves its place by their ratio before it has loaded. */
  width: field.number({ min: 1, max: 10_000, unit: 'px', group: 'size' }),
  height: field.number({ min: 1, max: 10_000, unit: 'px', group: 'size' }),
  padding: field.number({ min: 0, max: 32, unit: 'px', group: 'look' }),
  radius: field.number({ min: 0, max: 32, unit: 'px', group: 'look' }),
})

export type ImageProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'image',
  version: 1,
  props,
  icon: 'M4 5h16v14H4z M4 16l5-5 4 4 3-3 4 4 M15.5 9.5h.01',
  defaults: { src: '', alt: '', link: '', width: 750, height: 420, padding: 0, radius: 0 },
  events: { tap: { sign: { what: 'tap' } } },
  lint: ({ src, alt }) => {
    if (src === '') return [{ level: 'warning', code: 'missing_image', path: ['props', 'src'] }]
    return alt.trim() === '' ? [{ level: 'warning', code: 'missing_alt', path: ['props', 'alt'] }] : []
  },
})
