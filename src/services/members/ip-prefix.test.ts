import { expect, it } from 'vitest'
import { ipPrefixOf } from './ip-prefix'

it.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:0db8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['unknown', undefined],
  ['', undefined],
])('%j is in %j', (address, prefix) => {
  expect(ipPrefixOf(address)).toBe(prefix)
})
