import { Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { z } from 'zod'
import { Id, Slug } from '@/schemas/primitives'
import { ERROR_STATUS } from '@/src/lib/errors'
import type { AppContext } from '@/src/services/context'
import { DEMO_PASSWORD, listDemo, openAsMember } from '@/src/services/demo'
import { MEMBER_COOKIE } from '@/src/services/members'
import { plainError, type RequestVariables } from './request'

const Open = z.object({ memberId: Id.nullable(), slug: Slug })

/**
 * The shop's app, played: it knows its members and signs tickets for them, as a shop's own back
 * end would. Nothing else in the product knows of it. Mounted in demo mode only.
 */
export function demoRoutes(ctx: AppContext) {
  return new Hono<RequestVariables>()
    .get('/accounts', async (c) => {
      const { accounts } = await listDemo(ctx)
      return c.json({ accounts: accounts.map((account) => ({ ...account, password: DEMO_PASSWORD })) })
    })
    .get('/members', async (c) => {
      const { members, pages } = await listDemo(ctx)
      return c.json({ members, pages })
    })
    .post('/open', async (c) => {
      const input = Open.safeParse(await c.req.json().catch(() => undefined))
      const url = input.success ? await openAsMember(ctx, input.data) : undefined
      // Nobody is also whoever signed out of the app, and took its session along.
      if (input.data?.memberId === null) deleteCookie(c, MEMBER_COOKIE)
      if (url) return c.json({ url })
      const code = input.success ? 'not_found' : 'invalid_input'
      return c.json(plainError(code, c.get('requestId')), ERROR_STATUS[code])
    })
}
