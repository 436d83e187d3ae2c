import { expect, test } from 'vitest'
import { clippedText } from './clipped-text'

const line = { max: 6, isMultiline: false }

test('a text that fits stays as it is', () => {
  expect(clippedText('立即领取', line)).toBe('立即领取')
  expect(clippedText('', line)).toBe('')
})

test('too long a text is cut, never within an emoji', () => {
  expect(clippedText('一二三四五六七', line)).toBe('一二三四五六')
  expect(clippedText('一二三四五🎁', line)).toBe('一二三四五')
  expect(clippedText('一二三四🎁六', line)).toBe('一二三四🎁')
})

test('pasted lines become one where there is room for one', () => {
  expect(clippedText('a \r\n b', line)).toBe('a b')
  expect(clippedText('a\r\nb\n', { ...line, isMultiline: true })).toBe('a\nb')
})

test('control characters are left out', () => {
  expect(clippedText('a\u0000b\u001bc', line)).toBe('abc')
})
