/** Names that no phone outside of the building can resolve. */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|corp|home\.arpa|test)$/

/** Networks of IPv4 that are nobody's on the internet: the first octets, and the bits that count. */
const PRIVATE_NETWORKS: readonly [network: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
]

/**
 * True for a host that members cannot reach: a name of an inner network, or an address that is not
 * routed on the internet. Takes `URL.hostname`, which has already written 0x7f.1 as 127.0.0.1.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  if (host.startsWith('[')) return isPrivateV6(host.slice(1, -1))
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isPrivateV4(host)
  return PRIVATE_NAME.test(host)
}

function isPrivateV4(host: string): boolean {
  const address = numberOf(host)
  return PRIVATE_NETWORKS.some(
    ([network, bits]) => address >>> (32 - bits) === numberOf(network) >>> (32 - bits),
  )
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0) >>> 0
}

/** Loopback, unique local and link-local ones, and IPv4 written as IPv6: `::ffff:7f00:1`. */
function isPrivateV6(address: string): boolean {
  const mapped = /^::(?:ffff:)?([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address)
  if (mapped) {
    const number = (Number.parseInt(mapped[1] ?? '0', 16) << 16) | Number.parseInt(mapped[2] ?? '0', 16)
    return isPrivateV4([24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.'))
  }
  return address === '::' || address === '::1' || /^f[cd]|^fe[89ab]/.test(address)
}
