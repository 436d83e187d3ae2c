import { isIP, isIPv6 } from 'node:net'

/**
 * The network an address is in, as risk rules count it: `203.0.113.0/24`, `2001:db8:1::/48`. The
 * rest of the address is kept nowhere. Undefined for what is no address.
 */
export function ipPrefixOf(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIP(plain)) return undefined
  if (!isIPv6(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  return `${hextetsOf(plain).slice(0, 3).join(':')}::/48`
}

/** The eight parts of an IPv6 address, without leading zeros. */
function hextetsOf(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const parts = (text: string) => (text === '' ? [] : text.split(':'))
  const before = parts(head)
  const after = tail === undefined ? [] : parts(tail)
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].map((part) => Number.parseInt(part, 16).toString(16))
}
