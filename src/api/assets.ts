import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { findMaster, findVariant } from '@/src/services/assets'
import type { AppContext } from '@/src/services/context'
import type { RequestVariables } from './request'

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
}

/** The name is the content's hash, so what it names never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * Uploaded images, kept by phones for ever, and the pictures that come with the product.
 * `/assets/u/<hash>/<width>` is one width in the best format the browser takes;
 * `/assets/u/<hash>[-<width>x<height>].<extension>` is the picture as it was uploaded.
 */
export function assetRoutes(ctx: Pick<AppContext, 'dataDir'>) {
  const routes = new Hono<RequestVariables>()
  routes.get('/:folder{pictures|templates}/:name{[a-z0-9-]+\\.svg}', async (c) => {
    const { folder, name } = c.req.param()
    const path = join(process.cwd(), 'public', folder, name)
    const file = await stat(path).catch(() => undefined)
    const found = file && { path, extension: extname(path).slice(1), bytes: file.size }
    return sendImage(c, found, 'public, max-age=86400')
  })
  routes.get('/u/:name{[0-9a-f]{64}(-[0-9]{1,5}x[0-9]{1,5})?\\.(png|jpg|gif|webp|svg)}', async (c) => {
    const name = c.req.param('name')
    return sendImage(c, await findMaster(ctx, name.slice(0, 64), extname(name).slice(1)), FOR_EVER)
  })
  routes.get('/u/:hash{[0-9a-f]{64}}/:width{[0-9]{1,4}}', async (c) => {
    const { hash, width } = c.req.param()
    const found = await findVariant(ctx, hash, Number(width), c.req.header('accept') ?? '')
    c.header('vary', 'accept')
    return sendImage(c, found, FOR_EVER)
  })
  return routes
}

function sendImage(
  c: Context,
  file: { path: string; extension: string; bytes: number } | undefined,
  cacheControl: string,
): Response | Promise<Response> {
  if (!file) return c.notFound()
  c.header('content-type', TYPES[file.extension] ?? 'application/octet-stream')
  c.header('content-length', String(file.bytes))
  c.header('cache-control', cacheControl)
  c.header('x-content-type-options', 'nosniff')
  // Opened by itself, a picture may neither run scripts nor load anything, whatever is in it.
  c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox")
  if (c.req.method === 'HEAD') return c.body(null)
  return c.body(Readable.toWeb(createReadStream(file.path)) as ReadableStream)
}
