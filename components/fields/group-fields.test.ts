import { expect, test } from 'vitest'
import type { FieldDescription } from '@/schemas/field'
import { emptyItem, groupFields, isFieldVisible } from './group-fields'
import { patched } from './patched'
import { fieldAt } from './use-problem-words'

const text = { kind: 'text', max: 10, multiline: false } as const
const field = (name: string, rest: Partial<FieldDescription> = {}): FieldDescription => ({
  name,
  optional: false,
  field: text,
  ...rest,
})

test('fields of a group stand together, in the order of first mention', () => {
  const groups = groupFields([
    field('a', { field: { ...text, group: 'look' } }),
    field('b'),
    field('c', { field: { ...text, group: 'look' } }),
  ])
  expect(groups.map(({ name, members }) => [name, members.map((m) => m.name)])).toEqual([
    ['look', ['a', 'c']],
    ['', ['b']],
  ])
})

test('a field is shown only while the field it depends on has one of the values', () => {
  const dependent = field('a', { field: { ...text, visibleIf: { field: 'kind', in: ['x', 'y'] } } })
  expect(isFieldVisible(dependent, { kind: 'y' })).toBe(true)
  expect(isFieldVisible(dependent, { kind: 'z' })).toBe(false)
  expect(isFieldVisible(dependent, {})).toBe(false)
})

test('a new item has a value for every field that must have one', () => {
  const item = emptyItem(
    [
      field('title'),
      field('note', { optional: true }),
      field('amount', { field: { kind: 'money', min: 100, max: 900 } }),
      field('shape', { field: { kind: 'select', options: ['round', 'square'] } }),
      field('at', { field: { kind: 'instant' } }),
      field('parts', { field: { kind: 'list', min: 0, max: 3 } }),
    ],
    new Date('2026-11-11T09:20:00.000Z'),
  )
  expect(item).toEqual({
    title: '',
    amount: 100,
    shape: 'round',
    at: '2026-11-11T10:00:00.000Z',
    parts: [],
  })
})

test('a patch of undefined takes a property away', () => {
  expect(patched({ a: 1, b: 2 }, { a: undefined, c: 3 })).toEqual({ b: 2, c: 3 })
})

test('a path leads to a field, through the items of lists', () => {
  const list = field('coupons', { field: { kind: 'list', min: 0, max: 3 }, items: [field('rewardId')] })
  expect(fieldAt([list], ['coupons', 0, 'rewardId'])?.name).toBe('rewardId')
  expect(fieldAt([list], ['coupons'])?.name).toBe('coupons')
  expect(fieldAt([list], ['coupons', 0, 'nothing'])).toBeUndefined()
})
