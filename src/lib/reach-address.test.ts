import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type Network, reachAddress } from './reach-address'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A site of the outside world at `shop.example`, which is really here; `inner.example` is in the building. */
async function outside(listener: RequestListener) {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const network: Network = {
    resolve: async (hostname) => {
      if (hostname === 'shop.example') return [{ address: '127.0.0.1', family: 4 }]
      if (hostname === 'inner.example') return [{ address: '10.1.2.3', family: 4 }]
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    },
    isPrivate: (host) => host === '10.1.2.3' || host === 'localhost',
    ports: [String(port)],
  }
  const { signal } = new AbortController()
  return {
    port,
    server,
    reach: (path: string, host = 'shop.example') =>
      reachAddress(`http://${host}:${port}${path}`, signal, network),
  }
}

test('a page is found, also by way of others and where only GET is known', async () => {
  const { reach } = await outside(({ url, method }, answer) => {
    if (url === '/moved') answer.writeHead(302, { location: '/there' }).end()
    else if (url === '/get-only') answer.writeHead(method === 'GET' ? 200 : 405).end()
    else answer.writeHead(200).end('there')
  })
  expect(await reach('/there')).toBe('found')
  expect(await reach('/moved')).toBe('found')
  expect(await reach('/get-only')).toBe('found')
})

test.each([
  [404, 'gone'],
  [410, 'gone'],
  [500, 'failing'],
  [503, 'failing'],
  // It is this machine that may not look.
  [403, 'found'],
  [429, 'found'],
])('an answer of %i is %s', async (status, reached) => {
  const { reach } = await outside((_request, answer) => answer.writeHead(status).end())
  expect(await reach('/')).toBe(reached)
})

test('a name that nobody has, and a site that does not listen, are told apart', async () => {
  const { reach, server } = await outside((_request, answer) => answer.end())
  expect(await reach('/', 'nowhere.example')).toBe('no_host')
  await new Promise((resolve) => server.close(resolve))
  expect(await reach('/')).toBe('unreachable')
})

test('nothing inside the building is asked: by its name, by what its name leads to, by a redirect', async () => {
  const asked: string[] = []
  const { reach, port } = await outside(({ url = '' }, answer) => {
    asked.push(url)
    answer.writeHead(302, { location: `http://inner.example:${port}/secret` }).end()
  })
  expect(await reach('/', 'localhost')).toBe('private')
  expect(await reach('/', 'inner.example')).toBe('private')
  expect(asked).toEqual([])
  expect(await reach('/out')).toBe('private')
  expect(asked).toEqual(['/out'])
})

test('a ring of redirects ends; a redirect to another scheme or port is not followed', async () => {
  const { reach } = await outside(({ url }, answer) => {
    const location =
      url === '/ring' ? '/ring' : url === '/file' ? 'file:///etc/passwd' : 'http://shop.example:22/'
    answer.writeHead(301, { location }).end()
  })
  expect(await reach('/ring')).toBe('endless_redirects')
  expect(await reach('/file')).toBe('unknown')
  expect(await reach('/port')).toBe('unknown')
})

test('a body without end is not waited for', async () => {
  const { reach } = await outside(({ method }, answer) => {
    if (method === 'HEAD') answer.writeHead(405).end()
    else answer.writeHead(200).write('and so on')
  })
  expect(await reach('/endless')).toBe('found')
})

test('who stops waiting is answered at once', async () => {
  const { port } = await outside(() => {})
  const network: Network = {
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    isPrivate: () => false,
    ports: [String(port)],
  }
  expect(await reachAddress(`http://shop.example:${port}/`, AbortSignal.abort(), network)).toBe('unreachable')
})
