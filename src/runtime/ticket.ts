import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RuntimeDeps, SessionCookie } from './deps'
import { CONTENT_HEADERS, NO_STORE } from './headers'

const TICKET = /^ticket(?:=|$)/

/** Whether the query (without its `?`) carries a ticket. Tests what arrives, before decoding. */
export function hasTicket(query: string): boolean {
  return query.includes('ticket') && query.split('&').some((part) => TICKET.test(part))
}

function ticketIn(query: string): string | undefined {
  const part = query.split('&').find((text) => TICKET.test(text))
  try {
    return decodeURIComponent(part?.slice('ticket='.length) ?? '')
  } catch {
    return undefined
  }
}

/**
 * Takes the ticket out of the address: a session for the member when it is good, and the same
 * address without it either way, so that nobody shares their own sign-in with the link. A bad or
 * old ticket is no error to the member: the page opens, logged out.
 */
export async function takeTicket(
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  query: string,
  deps: RuntimeDeps,
): Promise<void> {
  const cookie = await exchange(ticketIn(query), deps)
  const rest = query
    .split('&')
    .filter((part) => part && !TICKET.test(part))
    .join('&')
  res.writeHead(303, [
    ...['location', rest ? `${path}?${rest}` : path],
    ...(cookie ? ['set-cookie', setCookie(cookie, isHttps(req, deps))] : []),
    ...['content-length', '0'],
    ...CONTENT_HEADERS,
    ...NO_STORE,
  ])
  res.end()
}

async function exchange(ticket: string | undefined, deps: RuntimeDeps): Promise<SessionCookie | undefined> {
  if (!ticket || ticket.length > 4096) return undefined
  try {
    return await deps.exchangeTicket(ticket)
  } catch (err) {
    deps.log.error({ err }, 'a ticket could not be exchanged')
    return undefined
  }
}

export function setCookie({ name, value, maxAgeSeconds }: SessionCookie, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`
}

/** Behind a proxy only its header tells. A client that forges it locks out nobody but itself. */
export function isHttps(req: IncomingMessage, { publicUrl }: Pick<RuntimeDeps, 'publicUrl'>): boolean {
  return publicUrl?.startsWith('https:') === true || req.headers['x-forwarded-proto'] === 'https'
}
