import { expect, test } from 'vitest'
import { PLAIN_VIEWPOINT } from '@/schemas/viewpoint-parts'
import { createPreviewLink } from '@/src/services/page-previews'
import { createAuth } from '@/src/services/staff'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aWorld } from '@/src/testing/world'
import { createApi } from './app'

test('a preview is looked at and tapped without a session, at a pace; anything else is refused', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const { path } = await createPreviewLink({ ctx: wall.admin, input: { id: wall.pageId } })
  const auth = await createAuth(world.ctx, 'a secret of at least thirty-two characters')
  const app = createApi({ ctx: world.ctx, auth, isReady: async () => true })
  const url = `/api${path}`
  const codeOf = async (answer: Response) =>
    ((await answer.json()) as { error?: { data: { code: string } } }).error?.data.code
  const send = (to: string, body: unknown) =>
    app.request(`${to}/try`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })
  const look = { as: PLAIN_VIEWPOINT, taps: [], who: 0, params: {} }

  expect((await app.request(url)).status).toBe(200)
  expect(await codeOf(await app.request(`${url}?viewer=nobody`))).toBe('invalid_input')
  expect(await (await send(url, look)).json()).toMatchObject({ tools: { wall: { phase: 'running' } } })
  for (const garbage of ['', 'not json', '[]', { ...look, taps: [{ on: 'wall' }] }, { ...look, who: -1 }])
    expect(await codeOf(await send(url, garbage))).toBe('invalid_input')
  expect(await codeOf(await send(`${url}x`, look))).toBe('not_found')
  expect(await codeOf(await send(url, 'x'.repeat(70_000)))).toBe('too_large')

  const codes = await Promise.all(Array.from({ length: 80 }, async () => codeOf(await app.request(url))))
  expect(new Set(codes)).toEqual(new Set([undefined, 'busy']))
  world.clock.advance(5_000)
  expect((await app.request(url)).status).toBe(200)
})
