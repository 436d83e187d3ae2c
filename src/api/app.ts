import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { Hono, type Context as HonoContext } from 'hono'
import { getCookie } from 'hono/cookie'
import { pageDefinitionJsonSchema } from '@/schemas/page'
import { ERROR_STATUS } from '@/src/lib/errors'
import type { AppContext } from '@/src/services/context'
import { MEMBER_COOKIE, readSession } from '@/src/services/members'
import { readTester, TESTER_COOKIE } from '@/src/services/rehearsals'
import { type Auth, staffOf } from '@/src/services/staff'
import { assetRoutes } from './assets'
import { authRoutes } from './auth'
import { demoRoutes } from './demo'
import { limit } from './limit'
import { deviceCookie, originOf, trustedNetworks } from './member/origin'
import { memberRouter } from './member/router'
import { previewRoutes } from './previews'
import { plainError, REQUEST_ID_HEADER, type RequestVariables, requestLog, sameOrigin } from './request'
import { describeError } from './trpc'
import { uploadRoutes } from './uploads'

/** A page definition of 4 MiB, with room for its envelope. */
const STAFF_BODY_BYTES = 5 * 1024 * 1024
const MEMBER_BODY_BYTES = 64 * 1024

export interface ApiOptions {
  ctx: AppContext
  /** Signs staff in; absent where the console is not served. */
  auth: Auth | undefined
  /** True once the database has its migrations and triggers. */
  isReady: () => Promise<boolean>
  /** Networks of proxies whose `x-forwarded-for` is believed. */
  trustedProxies?: readonly string[]
}

/** Everything over HTTP but the screens and the published pages, as one Hono application. */
export function createApi({ ctx, auth, isReady, trustedProxies = [] }: ApiOptions) {
  const app = new Hono<RequestVariables>()
  app.use(requestLog(ctx))
  app.use('/api/*', sameOrigin(ctx.publicUrl))
  app.onError((error, c) => {
    c.set('hasRequestId', false)
    const { code, details } = describeError(error)
    if (code === 'internal') ctx.log.error({ err: error, requestId: c.get('requestId') }, 'unexpected error')
    return c.json(plainError(code, c.get('requestId'), details), ERROR_STATUS[code])
  })
  app.notFound((c) => c.json(plainError('not_found', c.get('requestId')), 404))

  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) =>
    (await isReady()) ? c.json({ ready: true }) : c.json({ ready: false }, 503),
  )
  app.get('/schemas/page-definition.json', (c) => c.json(pageDefinitionJsonSchema()))
  app.route('/assets', assetRoutes(ctx))

  app.use('/api/member/*', limit(MEMBER_BODY_BYTES))
  const trusted = trustedNetworks(trustedProxies)
  app.all('/api/member/*', async (c) => {
    const member = readSession(ctx, getCookie(c, MEMBER_COOKIE))
    const tester = readTester(ctx, getCookie(c, TESTER_COOKIE))
    const answer = await trpc(ctx, c, '/api/member', memberRouter, {
      ...ctx,
      requestId: c.get('requestId'),
      member,
      tester,
      origin: originOf(c, trusted),
    })
    const cookie = (member ?? tester) && deviceCookie(c)
    if (cookie) answer.headers.append('set-cookie', cookie)
    return answer
  })
  if (auth) mountConsole(app, ctx, auth)
  if (ctx.isDemo) app.route('/api/demo', demoRoutes(ctx))
  return app
}

function mountConsole(app: Hono<RequestVariables>, ctx: AppContext, auth: Auth) {
  app.use('/api/preview/*', limit(MEMBER_BODY_BYTES))
  app.route('/api/preview', previewRoutes(ctx))
  app.use('/api/auth/*', limit(MEMBER_BODY_BYTES))
  app.route('/api/auth', authRoutes(auth))
  app.route('/api/staff', uploadRoutes(ctx, auth))
  app.use('/api/staff/*', limit(STAFF_BODY_BYTES))
  app.all('/api/staff/*', async (c) => {
    const staff = await staffOf(ctx, auth, c.req.raw.headers)
    // Loaded with the first request: a process that serves members alone has no room for it.
    const { staffRouter } = await import('./staff/router')
    return trpc(ctx, c, '/api/staff', staffRouter, { ...ctx, requestId: c.get('requestId'), staff })
  })
}

function trpc<Context extends { requestId: string }>(
  ctx: AppContext,
  c: HonoContext<RequestVariables>,
  endpoint: string,
  router: Parameters<typeof fetchRequestHandler>[0]['router'],
  context: Context,
) {
  c.set('hasRequestId', true)
  return fetchRequestHandler({
    endpoint,
    // A phone asks one thing at a time; the console's client joins up to ten.
    maxBatchSize: endpoint === '/api/staff' ? 10 : 1,
    req: c.req.raw,
    router,
    createContext: () => context,
    responseMeta: () => ({ headers: { [REQUEST_ID_HEADER]: context.requestId } }),
    onError: ({ error, path }) => {
      if (describeError(error).code !== 'internal') return
      ctx.log.error({ err: error.cause ?? error, path, requestId: context.requestId }, 'unexpected error')
    },
  })
}
