const HEAD_END = Buffer.from('\r\n\r\n')
const EMPTY = Buffer.alloc(0)

/**
 * Reads HTTP/1.1 responses off one connection, just as much as a load generator must: status,
 * length, and the body if asked. Cheaper than `node:http`, which would be slower than the
 * servers it measures.
 */
export class ResponseReader {
  readonly #keepsBody: boolean
  readonly #onResponse: (status: number, body: string) => void
  #held: Buffer = EMPTY
  /** Bytes of the body still to come, while a body with a known length is being read. */
  #left = 0
  #status = 0
  #body: Buffer[] = []
  #state: 'head' | 'length' | 'chunked' = 'head'

  constructor(keepsBody: boolean, onResponse: (status: number, body: string) => void) {
    this.#keepsBody = keepsBody
    this.#onResponse = onResponse
  }

  push(chunk: Buffer): void {
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    while (this.#step());
  }

  /** True when another step may follow at once. */
  #step(): boolean {
    if (this.#state === 'head') return this.#readHead()
    return this.#state === 'length' ? this.#readLength() : this.#readChunk()
  }

  #readHead(): boolean {
    const end = this.#held.indexOf(HEAD_END)
    if (end < 0) return false
    const head = this.#held.toString('latin1', 0, end)
    this.#held = this.#held.subarray(end + 4)
    this.#status = Number(head.slice(9, 12))
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)
    if (length) {
      this.#state = 'length'
      this.#left = Number(length[1])
      return true
    }
    if (/\r\ntransfer-encoding: *chunked/i.test(head)) {
      this.#state = 'chunked'
      return true
    }
    this.#finish()
    return this.#held.length > 0
  }

  #readLength(): boolean {
    const taken = this.#held.subarray(0, this.#left)
    if (this.#keepsBody) this.#body.push(taken)
    this.#left -= taken.length
    this.#held = this.#held.subarray(taken.length)
    if (this.#left > 0) return false
    this.#finish()
    return this.#held.length > 0
  }

  #readChunk(): boolean {
    const lineEnd = this.#held.indexOf('\r\n')
    if (lineEnd < 0) return false
    const size = Number.parseInt(this.#held.toString('latin1', 0, lineEnd), 16)
    const chunkEnd = lineEnd + 2 + size
    if (this.#held.length < chunkEnd + 2) return false
    if (this.#keepsBody) this.#body.push(this.#held.subarray(lineEnd + 2, chunkEnd))
    this.#held = this.#held.subarray(chunkEnd + 2)
    if (size > 0) return this.#held.length > 0
    this.#finish()
    return this.#held.length > 0
  }

  #finish(): void {
    const body = this.#keepsBody ? Buffer.concat(this.#body).toString() : ''
    this.#body = []
    this.#state = 'head'
    this.#onResponse(this.#status, body)
  }
}
