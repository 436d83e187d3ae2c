import { createMiddleware } from 'hono/factory'
import { ERROR_STATUS, type ErrorCode, type ErrorDetail } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import type { AppContext } from '@/src/services/context'

/** Tells the client the id its request has in the log. */
export const REQUEST_ID_HEADER = 'x-request-id'

/** What the middleware below puts beside each request. */
export interface RequestVariables {
  Variables: {
    requestId: string
    /** True when the answer was made with the id in it. */
    hasRequestId?: boolean
  }
}

/**
 * Gives each request an id, told to the client and written to the log, and logs how it ended.
 * A failure nobody foresaw says nothing of itself but that id.
 */
export function requestLog(ctx: Pick<AppContext, 'log' | 'clock'>) {
  return createMiddleware<RequestVariables>(async (c, next) => {
    const requestId = newId('aud', ctx.clock.now()).slice(4)
    c.set('requestId', requestId)
    const started = performance.now()
    await next()
    // To change the headers of a finished answer is to make it a second time.
    if (!c.get('hasRequestId')) c.header(REQUEST_ID_HEADER, requestId)
    const { status } = c.res
    const line = {
      requestId,
      method: c.req.method,
      path: c.req.path,
      status,
      ms: Math.round(performance.now() - started),
    }
    if (status >= 500) ctx.log.error(line, 'request failed')
    else ctx.log.debug(line, 'request')
  })
}

/**
 * Refuses what another site's page sends with our cookies: a browser names the page's origin on
 * every such request. A request without an origin comes from no browser.
 */
export function sameOrigin(publicUrl: string | undefined) {
  return createMiddleware<RequestVariables>(async (c, next) => {
    const origin = c.req.header('origin')
    const isSafe = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (isSafe || origin === undefined || origin === publicUrl || hostOf(origin) === c.req.header('host'))
      return next()
    return c.json(plainError('forbidden', c.get('requestId')), ERROR_STATUS.forbidden)
  })
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

/** An error of the routes that are not tRPC's, in the same shape. */
export function plainError(code: ErrorCode, requestId: string, details: ErrorDetail[] = []) {
  return { error: { message: code, data: { code, requestId, details } } }
}
