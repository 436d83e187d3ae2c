import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { AppError } from '@/src/lib/errors'

/**
 * Refuses a body of more than `maxSize` bytes with `too_large`. One that says how long it is is not
 * touched, since asking for it makes a stream of what is otherwise read at once; the HTTP parser
 * itself holds it to that length. One of unknown length is read for it.
 */
export function limit(maxSize: number) {
  const refuse = () => {
    throw new AppError('too_large', `more than ${maxSize} bytes`)
  }
  const counted = bodyLimit({ maxSize, onError: refuse })
  return createMiddleware(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const declared = c.req.header('content-length')
    if (declared === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next)
    if (!(Number(declared) <= maxSize)) refuse()
    return next()
  })
}
