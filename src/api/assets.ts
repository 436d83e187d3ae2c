import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { uploadsFolder } from '@/src/services/assets'
import type { AppContext } from '@/src/services/context'
import type { RequestVariables } from './request'

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
}

/** Uploaded images, kept by phones for ever, and the pictures that come with the product. */
export function assetRoutes(ctx: Pick<AppContext, 'dataDir'>) {
  const routes = new Hono<RequestVariables>()
  routes.get('/pictures/:name{[a-z0-9-]+\\.svg}', (c) =>
    sendImage(c, join(process.cwd(), 'public', 'pictures', c.req.param('name')), 'public, max-age=86400'),
  )
  // The name is the content's hash, so what it names never changes.
  routes.get('/u/:name{[0-9a-f]{64}\\.(png|jpg|gif|webp)}', (c) =>
    sendImage(
      c,
      join(uploadsFolder(ctx.dataDir), c.req.param('name')),
      'public, max-age=31536000, immutable',
    ),
  )
  return routes
}

async function sendImage(c: Context, path: string, cacheControl: string): Promise<Response> {
  const file = await stat(path).catch(() => undefined)
  if (!file) return c.notFound()
  c.header('content-type', TYPES[extname(path)] ?? 'application/octet-stream')
  c.header('content-length', String(file.size))
  c.header('cache-control', cacheControl)
  c.header('x-content-type-options', 'nosniff')
  // Opened by itself, a picture may not run scripts, whatever is in it.
  c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  if (c.req.method === 'HEAD') return c.body(null)
  return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream)
}
