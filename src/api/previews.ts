import { Hono } from 'hono'
import { Viewpoint } from '@/schemas/viewpoint'
import { PLAIN_VIEWPOINT } from '@/schemas/viewpoint-parts'
import type { AppContext } from '@/src/services/context'
import { readPreview } from '@/src/services/page-previews'
import { plainError, type RequestVariables } from './request'

/** What a preview link shows: `GET /api/preview/<token>?moment=&viewer=&situation=`. */
export function previewRoutes(ctx: AppContext) {
  const app = new Hono<RequestVariables>()
  app.get('/:token', async (c) => {
    const viewpoint = Viewpoint.safeParse({ ...PLAIN_VIEWPOINT, ...c.req.query() })
    if (!viewpoint.success) return c.json(plainError('invalid_input', c.get('requestId')), 400)
    const preview = await readPreview(ctx, c.req.param('token'), viewpoint.data)
    if (!preview) return c.json(plainError('not_found', c.get('requestId')), 404)
    // Each opening shows the draft as it is then.
    c.header('cache-control', 'no-store')
    return c.json(preview)
  })
  return app
}
