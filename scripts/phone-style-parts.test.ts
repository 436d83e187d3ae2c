import { expect, it } from 'vitest'
import { mark, styleParts, topLevelRules, withoutMarks } from './phone-style-parts.mjs'

const CSS = [
  '*{margin:0}',
  ':root,[data-theme=fresh]{--zg-page:#fff}',
  '[data-theme=spring]{--zg-page:red}',
  '[data-theme=spring] body{background:url("data:image/svg+xml,{}")}',
  '@media (width>=768px){.zg-page{width:1px}}',
  mark('widgets-begin'),
  mark('w-notice'),
  '.zg-nt{color:red}@media print{.zg-nt{color:#000}}',
  mark('w-tab-bar'),
  '.zg-tb{color:#00f}',
  mark('widgets-end'),
  '.block{display:block}',
].join('')

it('parts a stylesheet by theme and by widget', () => {
  expect(styleParts(CSS)).toEqual({
    base: '*{margin:0}:root,[data-theme=fresh]{--zg-page:#fff}@media (width>=768px){.zg-page{width:1px}}',
    themes: {
      spring:
        '[data-theme=spring]{--zg-page:red}[data-theme=spring] body{background:url("data:image/svg+xml,{}")}',
    },
    widgets: {
      notice: '.zg-nt{color:red}@media print{.zg-nt{color:#000}}',
      'tab-bar': '.zg-tb{color:#00f}',
    },
    utilities: '.block{display:block}',
  })
})

it('loses no rule', () => {
  const { base, themes, widgets, utilities } = styleParts(CSS)
  const parts = [base, ...Object.values(themes), ...Object.values(widgets), utilities].join('')
  expect(topLevelRules(parts).sort()).toEqual(topLevelRules(withoutMarks(CSS)).sort())
})

it('refuses a stylesheet whose marks are gone', () => {
  expect(() => styleParts('*{margin:0}')).toThrow('marks')
})
