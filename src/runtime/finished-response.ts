import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'
import { acceptedEncoding, type Encoding } from './accept-encoding'

/** Below this compressing saves less than a packet, bytes. */
const COMPRESSIBLE_FROM = 1024

interface Variant {
  body: Buffer
  etag: string
  /** Names and values in turn, as `writeHead` takes them fastest. */
  headers: string[]
}

/** A response made once and sent many times, compressed ahead in each way a client may ask for. */
export interface FinishedResponse {
  variants: Record<Encoding, Variant>
  etags: ReadonlySet<string>
  notModified: string[]
  /** Memory it takes, about. */
  bytes: number
}

export interface CompressionLevels {
  gzip: number
  brotli: number
}

/** For what is made while somebody waits. */
export const QUICK: CompressionLevels = { gzip: 6, brotli: 5 }
/** For what is made once and sent for months. */
export const SMALLEST: CompressionLevels = { gzip: 9, brotli: 11 }

const gzipAsync = promisify(gzip)
const brotliAsync = promisify(brotliCompress)

/** Compresses the body off the main thread and prepares every header. `headers` are names and values in turn. */
export async function finishResponse(
  body: Buffer,
  contentType: string,
  headers: readonly string[],
  levels: CompressionLevels,
): Promise<FinishedResponse> {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const [gzipped, brotli] =
    body.length < COMPRESSIBLE_FROM
      ? [body, body]
      : await Promise.all([
          gzipAsync(body, { level: levels.gzip }),
          brotliAsync(body, {
            params: {
              [zlib.BROTLI_PARAM_QUALITY]: levels.brotli,
              [zlib.BROTLI_PARAM_SIZE_HINT]: body.length,
            },
          }),
        ])
  // A strong tag names these very bytes, so each encoding has one of its own.
  const variant = (encoded: Buffer, encoding: Encoding, suffix: string): Variant => {
    const etag = `"${hash}${encoded === body ? '' : suffix}"`
    return {
      body: encoded,
      etag,
      headers: [
        ...['content-type', contentType, 'content-length', String(encoded.length), 'etag', etag],
        ...['vary', 'accept-encoding'],
        ...(encoded === body ? [] : ['content-encoding', encoding]),
        ...headers,
      ],
    }
  }
  const variants = {
    identity: variant(body, 'identity', ''),
    gzip: variant(gzipped, 'gzip', '-gz'),
    br: variant(brotli, 'br', '-br'),
  }
  return {
    variants,
    etags: new Set(Object.values(variants).map(({ etag }) => etag)),
    notModified: ['vary', 'accept-encoding', ...headers],
    bytes: body.length + (gzipped === body ? 0 : gzipped.length + brotli.length),
  }
}

/** Whether the client says it has this already. Proxies weaken tags (`W/`), which changes nothing here. */
function isKnown(header: string | undefined, { etags }: FinishedResponse): boolean {
  if (header === undefined) return false
  if (etags.has(header)) return true
  return header.split(',').some((part) => {
    const tag = part.trim()
    return tag === '*' || etags.has(tag.startsWith('W/') ? tag.slice(2) : tag)
  })
}

/** Sends it as the request asks: GET or HEAD, in an encoding it accepts, or 304. Returns the status. */
export function sendFinished(
  req: IncomingMessage,
  res: ServerResponse,
  response: FinishedResponse,
  status = 200,
): number {
  const variant = response.variants[acceptedEncoding(req.headers['accept-encoding'])]
  if (status === 200 && isKnown(req.headers['if-none-match'], response)) {
    res.writeHead(304, ['etag', variant.etag, ...response.notModified])
    res.end()
    return 304
  }
  res.writeHead(status, variant.headers)
  if (req.method === 'HEAD') res.end()
  else res.end(variant.body)
  return status
}
