import { expect, it } from 'vitest'
import type { FieldDescription } from '@/schemas/field'
import { shownAt } from './use-problem-words'

const rules: FieldDescription = { name: 'rules', optional: false, field: { kind: 'richText' } }
const link: FieldDescription = { name: 'link', optional: false, field: { kind: 'link' } }
const list: FieldDescription = {
  name: 'items',
  optional: false,
  field: { kind: 'list', min: 0, max: 3 },
  items: [rules, link],
}

it.each([
  ['rules.2.runs.0.link', 'rules'],
  ['rules', 'rules'],
  ['items.1.rules.0.runs', 'items.1.rules'],
  ['items.1.link', 'items.1.link'],
  ['unknown.0.link', 'unknown.0.link'],
])('a problem at %s is shown at %s', (path, shown) => {
  expect(shownAt([rules, link, list], path.split('.')).join('.')).toBe(shown)
})
