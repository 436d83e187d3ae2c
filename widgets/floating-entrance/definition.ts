import { z } from 'zod'
import { defineWidget, type LintFinding } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  picture: field.select(['packet', 'gift', 'coupon', 'own']),
  image: field.image({ visibleIf: { field: 'picture', in: ['own'] } }),
  /** What it is called: below the picture, and for who does not see it. */
  label: field.text({ min: 1, max: 6 }),
  link: field.link(),
  side: field.select(['right', 'left'], { group: 'look' }),
  /** How far from the foot of the screen; above a tab bar there are some 60 px more. */
  bottom: field.number({ min: 16, max: 400, step: 4, unit: 'px', group: 'look' }),
  moves: field.switch({ group: 'look' }),
})

export type FloatingEntranceProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'floating-entrance',
  version: 1,
  props,
  icon: 'M4 4h16v16H4z M16.5 13a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  defaults: {
    picture: 'packet',
    image: '',
    label: '拆红包',
    link: '',
    side: 'right',
    bottom: 120,
    moves: true,
  },
  group: 'marketing',
  lint: ({ picture, image, link }) => {
    const findings: LintFinding[] = []
    if (link === '') findings.push({ level: 'warning', code: 'missing_link', path: ['props', 'link'] })
    if (picture === 'own' && image === '')
      findings.push({ level: 'warning', code: 'missing_image', path: ['props', 'image'] })
    return findings
  },
})
