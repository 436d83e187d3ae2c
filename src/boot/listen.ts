import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Handler = (req: IncomingMessage, res: ServerResponse) => void

/** How long requests may go on once the process was told to stop. */
const DRAIN_MS = 10_000

/** Listens, and resolves with the port once it does. Rejects when the port is taken. */
export function listen(
  handler: Handler,
  port: number,
  host: string,
): Promise<{ server: Server; port: number }> {
  const server = createServer(handler)
  // Longer than load balancers keep an idle connection, so that they close it and not we.
  server.keepAliveTimeout = 65_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve({ server, port: (server.address() as AddressInfo).port })
    })
  })
}

/** Takes no new requests, lets those under way finish, and cuts what takes too long. */
export function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
