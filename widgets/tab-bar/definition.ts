import { z } from 'zod'
import { defineWidget, type LintFinding } from '../kit/definition'
import { field } from '../kit/fields'

const entry = z.strictObject({
  label: field.text({ min: 1, max: 6 }),
  icon: field.select(['home', 'list', 'gift', 'coupon', 'cart', 'fire', 'star', 'coin', 'user', 'own']),
  image: field.image({ visibleIf: { field: 'icon', in: ['own'] } }),
  link: field.link(),
  isCurrent: field.switch(),
})

const props = z.strictObject({
  entries: field.list(entry, { min: 2, max: 5 }),
})

export type TabBarProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'tab-bar',
  version: 1,
  props,
  icon: 'M3 5h18v14H3z M3 14h18 M8 16.5h.01 M12 16.5h.01 M16 16.5h.01',
  defaults: {
    entries: [
      { label: '主会场', icon: 'home', image: '', link: '', isCurrent: true },
      { label: '领券', icon: 'coupon', image: '', link: '', isCurrent: false },
      { label: '我的奖品', icon: 'gift', image: '', link: '/my/rewards', isCurrent: false },
    ],
  },
  group: 'layout',
  lint: ({ entries }) => {
    const findings: LintFinding[] = []
    if (entries.some(({ link, isCurrent }) => link === '' && !isCurrent)) {
      findings.push({ level: 'warning', code: 'missing_link' })
    }
    if (entries.some(({ icon, image }) => icon === 'own' && image === '')) {
      findings.push({ level: 'warning', code: 'missing_image' })
    }
    if (entries.filter(({ isCurrent }) => isCurrent).length > 1) {
      findings.push({ level: 'warning', code: 'several_current' })
    }
    return findings
  },
})
