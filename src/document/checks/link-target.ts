import { isPrivateHost } from '../../lib/private-host'

/** Where a link leads, as far as it can be read off it. */
export type LinkTarget =
  | { kind: 'none' }
  /** A block of the same page. */
  | { kind: 'anchor'; blockId: string }
  /** A page of this site, by its slug. */
  | { kind: 'page'; slug: string }
  | { kind: 'web'; host: string; isPrivate: boolean; isInsecure: boolean; slug?: string }
  /** An address that cannot be opened. */
  | { kind: 'broken' }
  /** A telephone number, a mini-program, another place of this site. */
  | { kind: 'other' }

/** Names of the page itself, which browsers understand without an element. */
const PAGE_TOP = new Set(['#', '#top'])
const PAGE_PATH = /^\/p\/([^/?#]*)\/?(?:[?#]|$)/

/** Reads a link that may be stored: one that `isSafeLink` lets pass. */
export function linkTarget(link: string): LinkTarget {
  if (link === '') return { kind: 'none' }
  if (link.startsWith('#'))
    return PAGE_TOP.has(link) ? { kind: 'other' } : { kind: 'anchor', blockId: link.slice(1) }
  if (link.startsWith('/')) {
    const slug = slugOf(link)
    return slug === undefined ? { kind: 'other' } : { kind: 'page', slug }
  }
  if (/^tel:/i.test(link)) return { kind: /^tel:\+?[\d-]{3,20}$/i.test(link) ? 'other' : 'broken' }
  if (!/^https?:/i.test(link)) return { kind: 'other' }
  return webTarget(link)
}

function webTarget(link: string): LinkTarget {
  if (!URL.canParse(link)) return { kind: 'broken' }
  const { hostname, host, username, password, pathname, search, protocol } = new URL(link)
  const isPrivate = isPrivateHost(hostname)
  // A name without a dot is no site's; a password in a link is everybody's.
  const isNoSite = !isPrivate && !hostname.includes('.') && !hostname.startsWith('[')
  if (isNoSite || hostname.includes('..') || username || password) return { kind: 'broken' }
  return { kind: 'web', host, isPrivate, isInsecure: protocol === 'http:', slug: slugOf(pathname + search) }
}

function slugOf(path: string): string | undefined {
  return PAGE_PATH.exec(path)?.[1]
}
