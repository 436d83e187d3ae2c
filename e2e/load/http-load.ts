import { connect, type Socket } from 'node:net'
import { ResponseReader } from './response-reader'

/** A request as it goes over the wire, written once and sent many times. */
export interface LoadRequest {
  method: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}

export interface LoadPlan {
  /** `http://127.0.0.1:<port>`: load is only ever put on this machine. */
  origin: string
  connections: number
  /** Sent in turn. With `seconds` they are repeated; without, each is sent once. */
  requests: LoadRequest[]
  seconds?: number
  /** Counts what its first group matches in each body, such as an outcome's status. */
  tally?: string
}

export interface LoadResult {
  requests: number
  seconds: number
  perSecond: number
  /** Answers by HTTP status, and `broken` for connections that failed. */
  statuses: Record<string, number>
  tally: Record<string, number>
  latencyMs: { p50: number; p95: number; p99: number }
}

const MAX_CONNECTIONS = 256
const MAX_SECONDS = 60
const MAX_REQUESTS = 500_000

/** Puts load on a server of this machine over keep-alive connections, each with one request at a time. */
export async function putLoad(plan: LoadPlan): Promise<LoadResult> {
  const url = new URL(plan.origin)
  if (url.hostname !== '127.0.0.1') throw new Error('load goes to 127.0.0.1 only')
  if (plan.connections > MAX_CONNECTIONS || (plan.seconds ?? 0) > MAX_SECONDS)
    throw new Error('too much load')
  if (plan.requests.length === 0 || plan.requests.length > MAX_REQUESTS)
    throw new Error('no or too many requests')

  const wire = plan.requests.map((request) => serialise(request, url.host))
  const run = new Run(wire, plan)
  const connections = Math.min(plan.connections, plan.seconds ? plan.connections : wire.length)
  const started = performance.now()
  await Promise.all(Array.from({ length: connections }, () => run.drive(Number(url.port))))
  return run.result((performance.now() - started) / 1000)
}

function serialise({ method, path, headers = {}, body = '' }: LoadRequest, host: string): Buffer {
  const all: Record<string, string> = { host, ...headers }
  if (method === 'POST') all['content-length'] = String(Buffer.byteLength(body))
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}

class Run {
  readonly #wire: Buffer[]
  readonly #deadline: number
  readonly #repeats: boolean
  readonly #tally: RegExp | undefined
  readonly #latencies: number[] = []
  readonly #statuses: Record<string, number> = {}
  readonly #tallied: Record<string, number> = {}
  #next = 0

  constructor(wire: Buffer[], plan: LoadPlan) {
    this.#wire = wire
    this.#repeats = plan.seconds !== undefined
    this.#deadline = performance.now() + (plan.seconds ?? MAX_SECONDS) * 1000
    this.#tally = plan.tally ? new RegExp(plan.tally) : undefined
  }

  /** One connection, from its first request to the end of the run. */
  async drive(port: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      let sentAt = 0
      const send = () => {
        const request = this.#take()
        if (!request) {
          socket.destroy()
          resolve()
          return
        }
        sentAt = performance.now()
        socket.write(request)
      }
      const reader = new ResponseReader(this.#tally !== undefined, (status, body) => {
        this.#latencies.push(performance.now() - sentAt)
        count(this.#statuses, String(status))
        if (this.#tally) count(this.#tallied, this.#tally.exec(body)?.[1] ?? 'unmatched')
        send()
      })
      this.#watch(socket, reader, resolve)
      socket.once('connect', send)
    })
  }

  #watch(socket: Socket, reader: ResponseReader, resolve: () => void): void {
    socket.on('data', (chunk: Buffer) => reader.push(chunk))
    const broken = () => {
      if (socket.destroyed && !socket.errored) return
      count(this.#statuses, 'broken')
      resolve()
    }
    socket.once('error', broken)
    socket.once('end', broken)
  }

  #take(): Buffer | undefined {
    if (performance.now() >= this.#deadline) return undefined
    if (!this.#repeats && this.#next >= this.#wire.length) return undefined
    return this.#wire[this.#next++ % this.#wire.length]
  }

  result(seconds: number): LoadResult {
    const requests = this.#latencies.length
    const sorted = this.#latencies.sort((a, b) => a - b)
    const at = (share: number) => Math.round((sorted[Math.floor((requests - 1) * share)] ?? 0) * 100) / 100
    return {
      requests,
      seconds,
      perSecond: requests / seconds,
      statuses: this.#statuses,
      tally: this.#tallied,
      latencyMs: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    }
  }
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1
}
