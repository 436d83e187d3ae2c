import { expect, it } from 'vitest'
import { maskedCode } from './masked-code'

it.each([
  ['VIP-7F2K-93QA', 'VIP****3QA'],
  ['A1B2', 'A****2'],
  ['ABC', '****'],
  ['', '****'],
  ['0123456789ABCDEF0123456789ABCDEF', '0123****CDEF'],
])('shows of %s only %s', (code, shown) => {
  expect(maskedCode(code)).toBe(shown)
})
