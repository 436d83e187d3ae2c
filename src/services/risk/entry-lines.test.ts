import { expect, test } from 'vitest'
import { readEntryLines } from './entry-lines'

test('of addresses and networks the network is taken, once, with its last note', () => {
  expect(
    readEntryLines('ip_prefix', '203.0.113.9, 机房\r\n203.0.113.0/24,机房, 二\n\n2001:db8:1::9'),
  ).toEqual({
    entries: [
      { value: '203.0.113.0/24', note: '机房, 二' },
      { value: '2001:db8:1::/48', note: '' },
    ],
    rejected: [],
  })
})

test('what cannot be such a value is named by its line', () => {
  expect(readEntryLines('device', 'xyz\nABCDEF0123456789abcdef0123456789')).toEqual({
    entries: [{ value: 'abcdef0123456789abcdef0123456789', note: '' }],
    rejected: [{ line: 1, value: 'xyz' }],
  })
  expect(readEntryLines('member', 'two words').rejected).toEqual([{ line: 1, value: 'two words' }])
})
