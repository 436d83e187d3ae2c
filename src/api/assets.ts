import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { uploadsFolder } from '@/src/services/assets'
import type { AppContext } from '@/src/services/context'
import type { RequestVariables } from './request'

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
}

/** Uploaded images. Their names are their contents' hashes, so they are kept for ever. */
export function assetRoutes(ctx: Pick<AppContext, 'dataDir'>) {
  return new Hono<RequestVariables>().get('/u/:name{[0-9a-f]{64}\\.(png|jpg|gif|webp)}', async (c) => {
    const name = c.req.param('name')
    const path = join(uploadsFolder(ctx.dataDir), name)
    const file = await stat(path).catch(() => undefined)
    if (!file) return c.notFound()
    c.header('content-type', TYPES[name.slice(65)] ?? 'application/octet-stream')
    c.header('content-length', String(file.size))
    c.header('cache-control', 'public, max-age=31536000, immutable')
    c.header('x-content-type-options', 'nosniff')
    c.header('content-security-policy', "default-src 'none'; sandbox")
    if (c.req.method === 'HEAD') return c.body(null)
    return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream)
  })
}
