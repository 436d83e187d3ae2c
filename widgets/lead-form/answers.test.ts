import { describe, expect, it } from 'vitest'
import { checkAnswer, problemsOf } from './answers'
import type { FormField } from './state'

const of = (kind: FormField['kind'], over: Partial<FormField> = {}): FormField => ({
  key: 'f1',
  kind,
  label: '项',
  hint: '',
  isRequired: true,
  maxLength: 30,
  options: ['红', '蓝'],
  least: null,
  most: null,
  ...over,
})
const codeOf = (field: FormField, raw?: string | string[]) => {
  const checked = checkAnswer(field, raw)
  return 'code' in checked ? checked.code : checked.values
}

describe('an answer', () => {
  it.each([
    ['nothing', of('text'), undefined, 'required'],
    ['white space', of('text'), '  　', 'required'],
    ['no choice', of('choices'), [], 'required'],
    ['more than fits', of('text', { maxLength: 3 }), '四个字了', 'too_long'],
    ['a line break in one line', of('name'), '李\n小满', 'malformed'],
    ['a control character', of('longText'), 'a\u0000b', 'malformed'],
    ['a list for a text', of('text'), ['a'], 'malformed'],
    ['a text for a list', of('choices'), '红', 'malformed'],
    ['too few digits', of('phone'), '1380013800', 'malformed'],
    ['letters for a number of a telephone', of('phone'), '1380013800a', 'malformed'],
    ['what was not offered', of('choice'), '绿', 'not_offered'],
    ['the same twice', of('choices'), ['红', '红'], 'not_offered'],
    ['a day that is none', of('date'), '2026-02-30', 'malformed'],
    ['a day of another age', of('date'), '0026-02-03', 'malformed'],
    ['no number', of('number'), '1e5', 'malformed'],
    ['less than may be', of('number', { least: 1 }), '0', 'too_small'],
    ['more than may be', of('number', { most: 5 }), '5.5', 'too_large'],
  ] as const)('is refused: %s', (_, field, raw, code) => {
    expect(codeOf(field, raw as string | string[] | undefined)).toBe(code)
  })

  it.each([
    [of('name'), ' 李小满 ', ['李小满']],
    [of('phone', { maxLength: 20 }), '138 0013-8000', ['13800138000']],
    [of('phone', { maxLength: 20 }), '+8613800138000', ['+8613800138000']],
    [of('longText', { maxLength: 300 }), '一\n二', ['一\n二']],
    [of('text'), '<b>x</b>', ['<b>x</b>']],
    [of('choice'), '蓝', ['蓝']],
    [of('choices'), ['蓝', '红'], ['蓝', '红']],
    [of('date'), '2028-02-29', ['2028-02-29']],
    [of('number', { least: -2, most: 5 }), '-1.5', ['-1.5']],
    [of('text', { isRequired: false }), '', []],
    [of('choices', { isRequired: false }), undefined, []],
  ] as const)('is kept as it was meant (%#)', (field, raw, values) => {
    expect(codeOf(field, raw as string | string[] | undefined)).toEqual(values)
  })
})

it('tells all that is wrong in the fields’ order, and what the form does not ask', () => {
  const fields = [of('name', { key: 'a' }), of('phone', { key: 'b' }), of('text', { key: 'c' })]
  expect(problemsOf(fields, { c: 'x', b: '1', z: 'x', constructor: 'x' })).toEqual([
    { field: 'a', code: 'required' },
    { field: 'b', code: 'malformed' },
    { field: 'z', code: 'unknown_field' },
    { field: 'constructor', code: 'unknown_field' },
  ])
  expect(problemsOf([of('text', { key: 'constructor' })], {})).toEqual([
    { field: 'constructor', code: 'required' },
  ])
})
