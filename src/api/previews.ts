import { Hono } from 'hono'
import { Viewpoint } from '@/schemas/viewpoint'
import { PLAIN_VIEWPOINT } from '@/schemas/viewpoint-parts'
import { AppError } from '@/src/lib/errors'
import type { AppContext } from '@/src/services/context'
import { readPreview, tryPreview } from '@/src/services/page-previews'
import { TryOutInput } from '@/src/services/tools'
import { createPace } from './pace'
import type { RequestVariables } from './request'

/** A link is handed around among staff: so many of them may look and tap at a time. */
const BURST = 60
const PER_SECOND = 20

/**
 * What a preview link shows: `GET /api/preview/<token>?moment=&viewer=&situation=&luck=`. How taps
 * on it come out: `POST /api/preview/<token>/try`, of which nothing is kept.
 */
export function previewRoutes(ctx: AppContext) {
  const pace = createPace({ burst: BURST, perSecond: PER_SECOND })
  const gone = () => new AppError('not_found', 'no such preview')
  const app = new Hono<RequestVariables>()
  app.use('/:token/*', async (c, next) => {
    const token = c.req.param('token')
    if (!pace(token, ctx.clock.now())) throw new AppError('busy', 'too many looks at one preview')
    // Each opening shows the draft as it is then.
    c.header('cache-control', 'no-store')
    return next()
  })
  app.get('/:token', async (c) => {
    const viewpoint = Viewpoint.parse({ ...PLAIN_VIEWPOINT, ...c.req.query() })
    const preview = await readPreview(ctx, c.req.param('token'), viewpoint)
    if (!preview) throw gone()
    return c.json(preview)
  })
  app.post('/:token/try', async (c) => {
    const input = TryOutInput.parse(await c.req.json().catch(() => undefined))
    const tried = await tryPreview(ctx, c.req.param('token'), input)
    if (!tried) throw gone()
    return c.json(tried)
  })
  return app
}
