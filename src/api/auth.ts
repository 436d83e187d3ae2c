import type { IncomingMessage } from 'node:http'
import { Hono } from 'hono'
import { type Auth, CLIENT_ADDRESS_HEADER } from '@/src/services/staff'
import type { RequestVariables } from './request'

/** What the server hands every request beside the request itself. */
interface Bindings {
  incoming?: IncomingMessage
}

/** Signing in and out, and nothing else of all that better-auth could do. */
export function authRoutes(auth: Auth) {
  const routes = new Hono<RequestVariables & { Bindings: Bindings }>()
  routes.on(['POST', 'GET'], ['/sign-in/email', '/sign-out', '/get-session'], (c) =>
    auth.handler(withAddress(c.req.raw, c.env?.incoming)),
  )
  return routes
}

/** The request with its sender's address, by which sign-in counts attempts. */
function withAddress(request: Request, incoming: IncomingMessage | undefined): Request {
  const headers = new Headers(request.headers)
  headers.set(CLIENT_ADDRESS_HEADER, incoming?.socket.remoteAddress ?? '127.0.0.1')
  return new Request(request, { headers })
}
