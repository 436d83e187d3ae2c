import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPrivateHost } from './private-host'

/** What became of following an address; `unknown` when it cannot be told from here. */
export type Reached =
  | 'found'
  /** The site says there is no such page. */
  | 'gone'
  /** The site answers with a fault of its own. */
  | 'failing'
  | 'no_host'
  | 'unreachable'
  | 'bad_certificate'
  /** The name leads into an inner network. */
  | 'private'
  | 'endless_redirects'
  | 'unknown'

/** The outside world, replaced in tests. */
export interface Network {
  resolve: (hostname: string) => Promise<LookupAddress[]>
  isPrivate: (hostname: string) => boolean
  /** '' is the scheme's own. */
  ports: readonly string[]
}

const INTERNET: Network = {
  resolve: (hostname) => lookup(hostname, { all: true }),
  isPrivate: isPrivateHost,
  // Others would let a link be used to feel for what listens where.
  ports: [''],
}

const MOST_REDIRECTS = 5
const TIMEOUT_MS = 6_000
const NO_HOST = new Set(['ENOTFOUND', 'ENODATA'])
/** This machine's own way out is what is missing. */
const NO_WAY_OUT = new Set(['EAI_AGAIN', 'ENETUNREACH', 'EACCES', 'EPERM'])
const CERTIFICATE = /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH)/

/**
 * Follows an http or https address as far as a page or a definite no, and never into an inner network:
 * each hop's name is resolved once, looked at, and connected to as it was resolved, so that a name
 * cannot change its mind in between. Reads no body. Never throws; takes 6 s at most for each hop.
 */
export async function reachAddress(
  address: string,
  signal: AbortSignal,
  network: Network = INTERNET,
): Promise<Reached> {
  let next = address
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const url = URL.canParse(next) ? new URL(next) : undefined
    if (!url || !/^https?:$/.test(url.protocol)) return 'unknown'
    if (network.isPrivate(url.hostname)) return 'private'
    if (!network.ports.includes(url.port)) return 'unknown'
    try {
      const answer = await ask(url, network, signal)
      if (typeof answer === 'string') return answer
      const { statusCode = 0, headers } = answer
      if (statusCode < 300 || statusCode >= 400 || !headers.location) return judge(statusCode)
      next = new URL(headers.location, url).href
    } catch (error) {
      return judgeFault(error)
    }
  }
  return 'endless_redirects'
}

function judge(status: number): Reached {
  if (status === 404 || status === 410) return 'gone'
  // 401, 403 and 429 say that a machine may not look; a member may.
  return status >= 500 ? 'failing' : 'found'
}

function judgeFault(error: unknown): Reached {
  const code = String((error as { code?: unknown }).code ?? '')
  if (NO_HOST.has(code)) return 'no_host'
  if (NO_WAY_OUT.has(code)) return 'unknown'
  return CERTIFICATE.test(code) ? 'bad_certificate' : 'unreachable'
}

/** The answer's head: first without its body, then, since some sites know only GET, with it. */
async function ask(url: URL, network: Network, signal: AbortSignal) {
  const addresses = await network.resolve(url.hostname.replace(/^\[|\]$/g, ''))
  if (addresses.length === 0) return 'no_host'
  if (addresses.some(({ address, family }) => network.isPrivate(family === 6 ? `[${address}]` : address)))
    return 'private'
  const head = await answerOf('HEAD', url, addresses, signal)
  return (head.statusCode ?? 0) >= 400 ? await answerOf('GET', url, addresses, signal) : head
}

function answerOf(
  method: 'HEAD' | 'GET',
  url: URL,
  addresses: LookupAddress[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const asResolved: LookupFunction = (_name, { all }, done) => {
    const [first] = addresses
    if (all) done(null, addresses)
    else done(null, first?.address ?? '', first?.family)
  }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
      url,
      {
        method,
        agent: false,
        lookup: asResolved,
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        headers: { accept: 'text/html,*/*', 'user-agent': 'Mozilla/5.0 (compatible; Ziggurat link check)' },
      },
      (answer) => {
        answer.destroy()
        resolve(answer)
      },
    )
    request.on('error', reject)
    request.end()
  })
}
