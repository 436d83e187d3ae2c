import { expect, test } from 'vitest'
import { createAuth } from '@/src/services/staff'
import { aWorld } from '@/src/testing/world'
import { createApi } from './app'

/** A body that tells whether any of it was read. */
function aBody(megabytes: number) {
  const chunk = new Uint8Array(1024 * 1024)
  const seen = { chunks: 0 }
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        seen.chunks += 1
        if (seen.chunks > megabytes) controller.close()
        else controller.enqueue(chunk)
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, seen }
}

test.each(['assets', 'product-list', 'rewards/rwd_0000000000000/codes'])(
  '%s: of what nobody may upload nothing is read',
  async (path) => {
    await using world = await aWorld()
    const auth = await createAuth(world.ctx, 'a secret of at least thirty-two characters')
    const app = createApi({ ctx: world.ctx, auth, isReady: async () => true })
    const { stream, seen } = aBody(30)
    const request = new Request(`http://test/api/staff/${path}`, {
      method: 'POST',
      body: stream,
      duplex: 'half',
    } as RequestInit)
    const response = await app.request(request)
    expect(response.status).toBe(401)
    expect(seen.chunks).toBe(0)
  },
)
