import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const slide = z.strictObject({
  image: field.image(),
  alt: field.text({ max: 120 }),
  link: field.link(),
})

const props = z.strictObject({
  slides: field.list(slide, { min: 1, max: 10 }),
  /** How long each picture stays; 0 leaves the turning to the member. */
  seconds: field.number({ min: 0, max: 15, unit: 's', group: 'motion' }),
  /** The size all pictures are shown in; what does not fit is cut at the edges. */
  width: field.number({ min: 1, max: 10_000, unit: 'px', group: 'size' }),
  height: field.number({ min: 1, max: 10_000, unit: 'px', group: 'size' }),
  padding: field.number({ min: 0, max: 32, unit: 'px', group: 'look' }),
  radius: field.number({ min: 0, max: 32, unit: 'px', group: 'look' }),
})

export type CarouselProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'carousel',
  version: 1,
  props,
  icon: 'M6 5h12v11H6z M3 7v7 M21 7v7 M9 19.5h.01 M12 19.5h.01 M15 19.5h.01',
  defaults: {
    slides: [{ image: '', alt: '', link: '' }],
    seconds: 4,
    width: 702,
    height: 300,
    padding: 12,
    radius: 12,
  },
  isStatic: false,
  lint: ({ slides }) => {
    const chosen = slides.filter(({ image }) => image !== '')
    if (chosen.length === 0) return [{ level: 'warning', code: 'missing_images', path: ['props', 'slides'] }]
    const findings = []
    const blank = slides.findIndex(({ image }) => image === '')
    if (blank >= 0)
      findings.push({
        level: 'warning' as const,
        code: 'missing_image',
        path: ['props', 'slides', blank, 'image'],
      })
    const silent = slides.findIndex(({ image, alt }) => image !== '' && alt.trim() === '')
    if (silent >= 0)
      findings.push({
        level: 'warning' as const,
        code: 'missing_alt',
        path: ['props', 'slides', silent, 'alt'],
      })
    return findings
  },
})
