import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { freshDataDir, startProduct } from '../support/built-product'
import { expect, test } from '../support/product-test'
import { staffApi } from '../support/staff-api'

function startOnce(env: Record<string, string>) {
  const { status, stderr } = spawnSync(process.execPath, ['dist/main.js'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { status, stderr: stderr.trim() }
}

test('a wrong setting stops the start with one line that names it', () => {
  expect(startOnce({ SHOP_TIME_ZONE: 'Asia/Babylon' })).toEqual({
    status: 1,
    stderr:
      'Ziggurat cannot start: SHOP_TIME_ZONE is not valid: expected an IANA time zone such as Asia/Shanghai',
  })
})

test('a port that is taken stops the start, and so does a data folder that is in use', async () => {
  const folder = freshDataDir()
  const running = await startProduct({ env: { DATA_DIR: folder.dataDir, ROLES: 'runtime' } })
  try {
    const { port } = new URL(running.origin)
    const other = freshDataDir()
    const taken = startOnce({ PORT: port, HOST: '127.0.0.1', DATA_DIR: other.dataDir, ROLES: 'runtime' })
    expect(taken).toMatchObject({ status: 1, stderr: expect.stringContaining('EADDRINUSE') })
    other.remove()
    const used = startOnce({ PORT: '0', DATA_DIR: folder.dataDir, ROLES: 'runtime' })
    expect(used).toEqual({
      status: 1,
      stderr: 'Ziggurat cannot start: another process is already using this data folder',
    })
  } finally {
    await running.stop()
    folder.remove()
  }
})

test('a second start keeps what there was, and the demo’s accounts are nobody once demo mode is off', async () => {
  const folder = freshDataDir()
  const ADMIN = { ADMIN_EMAIL: 'owner@shop.test', ADMIN_PASSWORD: 'a password of the owner' }
  const env = { DATA_DIR: folder.dataDir }
  const demo = await startProduct({ env })
  expect(demo.log()).toContain('Demo mode is on')
  const before = await (await staffApi(demo.origin, 'admin@ziggurat.demo', 'ziggurat-demo')).query(
    'pages.list',
    {},
  )
  expect(await demo.stop()).toBe(0)

  const live = await startProduct({ env: { ...env, ...ADMIN, DEMO: 'off' } })
  try {
    expect(live.log()).not.toContain('Demo mode')
    const owner = await staffApi(live.origin, ADMIN.ADMIN_EMAIL, ADMIN.ADMIN_PASSWORD)
    expect(await owner.query('pages.list', {})).toEqual(before)
    const stranger = await staffApi(live.origin, 'admin@ziggurat.demo', 'ziggurat-demo')
    await expect(stranger.query('pages.list', {})).rejects.toThrow('unauthenticated')
    for (const path of ['/api/demo/accounts', '/api/demo/members']) {
      expect((await fetch(live.origin + path)).status).toBe(404)
    }
  } finally {
    await live.stop()
    folder.remove()
  }
})

test('a process without the console answers pages and the members’ API, and nothing of the staff’s', async () => {
  const runtime = await startProduct({ env: { ROLES: 'runtime' } })
  try {
    const status = async (path: string) => (await fetch(runtime.origin + path)).status
    expect(await status('/healthz')).toBe(200)
    expect(await status('/schemas/page-definition.json')).toBe(200)
    expect(await status('/p/nothing-here')).toBe(404)
    expect(await status('/api/member/rewards.mine?input={}')).toBe(200)
    expect(await status('/api/staff/session.me')).toBe(404)
    expect(await status('/api/auth/get-session')).toBe(404)
    expect(await status('/')).toBe(404)
  } finally {
    await runtime.stop()
  }
})

test('told to stop, it takes no new requests and finishes the ones under way', async () => {
  const product = await startProduct({ env: { ROLES: 'runtime' } })
  const slow = request(`${product.origin}/api/member/widget.coupon-wall.claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', expect: '100-continue' },
  })
  const answered = once(slow, 'response')
  slow.flushHeaders()
  // The server has the request, and waits for its body.
  await once(slow, 'continue')
  process.kill(product.pid, 'SIGTERM')
  await expect.poll(() => isListening(product.origin)).toBe(false)
  slow.end('{}')

  const [response] = (await answered) as [IncomingMessage]
  expect(response.statusCode).toBe(400)
  expect(await json(response)).toMatchObject({ error: { message: 'invalid_input' } })
  expect(await product.stop()).toBe(0)
})

async function isListening(origin: string): Promise<boolean> {
  return fetch(`${origin}/healthz`).then(
    () => true,
    () => false,
  )
}
