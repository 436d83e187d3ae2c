import { expect, it, test } from 'vitest'
import { clientAddress, trustedNetworks } from './origin'

const NOBODY = trustedNetworks([])
const OURS = trustedNetworks(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32'])

it.each([
  ['nobody is trusted', '203.0.113.9', '198.51.100.1', NOBODY, '203.0.113.9'],
  ['a stranger says who they are', '203.0.113.9', '198.51.100.1', OURS, '203.0.113.9'],
  ['our proxy says it', '10.1.2.3', '198.51.100.1', OURS, '198.51.100.1'],
  ['over two of ours', '::ffff:10.1.2.3', '198.51.100.1, 192.0.2.7', OURS, '198.51.100.1'],
  ['what the phone itself wrote is not believed', '10.1.2.3', '1.2.3.4, 198.51.100.1', OURS, '198.51.100.1'],
  ['ours alone', '10.1.2.3', '10.9.9.9', OURS, '10.9.9.9'],
  ['over IPv6', '2001:db8::7', '2400:1::5', OURS, '2400:1::5'],
  ['no such header', '10.1.2.3', undefined, OURS, '10.1.2.3'],
  ['no connection', undefined, '198.51.100.1', OURS, undefined],
])('%s', (_, peer, forwarded, trusted, address) => {
  expect(clientAddress(peer, forwarded, trusted)).toBe(address)
})

test('garbage in the header is no address of anybody', () => {
  expect(clientAddress('10.1.2.3', 'x'.repeat(9_000), OURS)).toBe('x'.repeat(9_000))
})
