import { randomBytes } from 'node:crypto'
import { BlockList, isIPv6 } from 'node:net'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { sha256Hex } from '@/src/lib/hash'
import { ipPrefixOf } from '@/src/services/members'
import type { RequestOrigin } from '@/src/services/request-origin'

/** Tells one browser from another, and nothing else. */
const DEVICE_COOKIE = 'zg_device'
const DEVICE_COOKIE_SECONDS = 365 * 24 * 60 * 60
/** Proxies between a phone and us, at most; more than these nobody has. */
const MOST_HOPS = 10

/** Networks whose word on who sent a request is taken: `10.0.0.0/8`, `192.0.2.7`. */
export function trustedNetworks(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/**
 * Where a phone's request came from: its network, and a hash of what its browser was given to be
 * known by. `x-forwarded-for` counts only as far as trusted proxies wrote it: read from its end, the
 * first address that is none of theirs is the phone's.
 */
export function originOf(c: Context, trusted: BlockList): RequestOrigin {
  const device = getCookie(c, DEVICE_COOKIE)
  const address = clientAddress(peerOf(c), c.req.header('x-forwarded-for'), trusted)
  return {
    ipPrefix: address === undefined ? undefined : ipPrefixOf(address),
    device: device ? sha256Hex(device).slice(0, 32) : undefined,
  }
}

/** The address of whoever sent the request, as far as it can be trusted. */
export function clientAddress(
  peer: string | undefined,
  forwarded: string | undefined,
  trusted: BlockList,
): string | undefined {
  if (peer === undefined || !forwarded || !isTrusted(peer, trusted)) return peer
  const hops = forwarded
    .split(',')
    .map((hop) => hop.trim())
    .slice(-MOST_HOPS)
  return hops.findLast((hop) => !isTrusted(hop, trusted)) ?? hops[0]
}

function isTrusted(address: string, trusted: BlockList): boolean {
  return ipPrefixOf(address) !== undefined && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

/** The other end of the connection; a request that came over none, as in tests, has none. */
function peerOf(c: Context): string | undefined {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return incoming?.socket?.remoteAddress
}

/** The `set-cookie` that makes a browser known; undefined for one that is known, or only acts. */
export function deviceCookie(c: Context): string | undefined {
  if (c.req.method !== 'GET' || getCookie(c, DEVICE_COOKIE)) return undefined
  const secure = new URL(c.req.url).protocol === 'https:' ? '; Secure' : ''
  const value = randomBytes(18).toString('base64url')
  return `${DEVICE_COOKIE}=${value}; Path=/api/member; Max-Age=${DEVICE_COOKIE_SECONDS}; HttpOnly; SameSite=Lax${secure}`
}
