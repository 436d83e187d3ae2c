import { expect, test } from 'vitest'
import { createAuth } from '@/src/services/staff'
import { aWorld } from '@/src/testing/world'
import { createApi } from './app'

test('staff sign in and out and ask who they are; nothing else of the library is open', async () => {
  await using world = await aWorld()
  const auth = await createAuth(world.ctx, 'a secret of at least thirty-two characters')
  const app = createApi({ ctx: world.ctx, auth, isReady: async () => true })
  const post = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' }
    const response = await app.request(`http://test/api/auth${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return response.status
  }
  expect(await post('/sign-in/email', { email: 'nobody@shop.test', password: 'wrong' })).toBe(401)
  expect(await post('/sign-in/email', { email: '\u0000', password: '\u0000' })).toBe(400)
  expect(await post('/sign-in/email', [])).toBe(400)
  for (const path of [
    '/sign-up/email',
    '/reset-password',
    '/change-password',
    '/update-user',
    '/list-sessions',
  ]) {
    expect(await post(path, { token: '\u0000', newPassword: 'x' }), path).toBe(404)
  }
})

test('guessing a password is stopped after a while, whatever address the client claims', async () => {
  await using world = await aWorld()
  const auth = await createAuth(world.ctx, 'a secret of at least thirty-two characters')
  const app = createApi({ ctx: world.ctx, auth, isReady: async () => true })
  const statuses: number[] = []
  for (let i = 0; i < 32; i++) {
    const response = await app.request('http://test/api/auth/sign-in/email', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `10.0.0.${i}`,
        'x-zg-address': `10.0.0.${i}`,
      },
      body: JSON.stringify({ email: 'not an address', password: 'guess' }),
    })
    statuses.push(response.status)
  }
  // Attempts are counted for the process, so an earlier test may have used a few.
  expect(statuses[0]).toBe(400)
  expect(statuses.slice(30)).toEqual([429, 429])
})
