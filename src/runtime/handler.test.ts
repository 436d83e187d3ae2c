import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { aBlock, aPage, startSite, TestDeps, testAssetsOnDisk } from './test-site'

const PHONE = { 'user-agent': 'Mozilla/5.0 (Linux; Android 10) Chrome/80 Mobile' }

function deps(): TestDeps {
  const made = new TestDeps()
  made.publish('double-11', aPage(['n'], [aBlock('n', 'note', { text: '好券先领'.repeat(40) })]))
  return made
}

describe('the server of published pages', () => {
  it('sends a page with the headers that keep it safe', async () => {
    await using site = await startSite(deps())
    const { status, headers, body } = await site.get('/p/double-11')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin')
    expect(headers['content-security-policy']).toMatch(/(^|; )script-src 'self'(;|$)/)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect(headers['cache-control']).toBe('public, no-cache')
    expect(body.toString()).toContain('好券先领')
  })

  it('compresses as the client accepts, and says that it depends on that', async () => {
    await using site = await startSite(deps())
    const plain = await site.get('/p/double-11')
    const gzip = await site.get('/p/double-11', { 'accept-encoding': 'gzip, deflate' })
    const br = await site.get('/p/double-11', { 'accept-encoding': 'gzip, deflate, br' })
    expect([plain, gzip, br].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
    ])
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true)
    expect([plain, gzip, br].map(({ headers }) => headers.vary)).toEqual(Array(3).fill('accept-encoding'))
    expect(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size).toBe(3)
  })

  it('answers 304 to who has these bytes, in whatever form the tag comes back', async () => {
    await using site = await startSite(deps())
    const { headers } = await site.get('/p/double-11', { 'accept-encoding': 'br' })
    const tag = String(headers.etag)
    for (const sent of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await site.get('/p/double-11', { 'if-none-match': sent, 'accept-encoding': 'br' })
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, tag])
    }
    expect((await site.get('/p/double-11', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('answers HEAD with the headers alone', async () => {
    await using site = await startSite(deps())
    const got = await site.get('/p/double-11')
    const head = await site.get('/p/double-11', {}, 'HEAD')
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect(head.headers['content-length']).toBe(String(got.body.length))
  })

  it.each([
    '/p/nowhere',
    '/p/',
    '/p/%',
    '/p/%E0%A4%A',
    '/p/..%2f',
    '/p/Double-11',
    '/p/double-11/',
    '/p/a/b',
  ])('says kindly that %s leads nowhere, and lets nobody keep that', async (path) => {
    await using site = await startSite(deps())
    const { status, headers, body } = await site.get(path)
    expect([status, headers['cache-control']]).toEqual([404, 'no-store'])
    expect(body.toString()).toContain('页面不存在')
  })

  it('leaves other addresses to others, and other methods to nobody', async () => {
    await using site = await startSite(deps())
    for (const path of ['/', '/px', '/my/rewardsx', '/assets/u/a.png']) {
      expect((await site.get(path)).status).toBe(418)
    }
    const post = await site.get('/p/double-11', {}, 'POST')
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it('sends the definition beside the page', async () => {
    const known = deps()
    await using site = await startSite(known)
    const { headers, body } = await site.get('/p/double-11/definition.json')
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(body.toString())).toEqual(known.pages.get('double-11')?.definition)
    expect((await site.get('/p/nowhere/definition.json')).status).toBe(404)
  })

  it('apologises when the page cannot be read, without a word of why', async () => {
    const failing = deps()
    failing.getPublication = () => Promise.reject(new Error('SQLITE_CORRUPT /data/ziggurat.db'))
    await using site = await startSite(failing)
    const { status, headers, body } = await site.get('/p/double-11')
    expect([status, headers['cache-control']]).toEqual([500, 'no-store'])
    expect(body.toString()).toContain('页面暂时打不开')
    expect(body.toString()).not.toContain('SQLITE')
  })

  it('sends 我的奖励 in both languages', async () => {
    await using site = await startSite(deps())
    expect((await site.get('/my/rewards')).body.toString()).toContain('<title>我的奖励</title>')
    expect((await site.get('/my/rewards?lang=en')).body.toString()).toContain('<title>My rewards</title>')
  })
})

describe('a ticket in the address', () => {
  it('becomes a session, and leaves the address with everything else still in it', async () => {
    await using site = await startSite(deps())
    const { status, headers } = await site.get('/p/double-11?a=%E4%BD%A0&ticket=good&b=1&ticket=again')
    expect([status, headers.location]).toEqual([303, '/p/double-11?a=%E4%BD%A0&b=1'])
    expect(headers['set-cookie']).toEqual([
      'zg_member=mbr_1.sig; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax',
    ])
    expect(headers['cache-control']).toBe('no-store')
  })

  it('makes a Secure cookie where the page is opened over https', async () => {
    const behindProxy = await startSite(deps())
    const forwarded = await behindProxy.get('/my/rewards?ticket=good', { 'x-forwarded-proto': 'https' })
    expect(forwarded.headers.location).toBe('/my/rewards')
    expect(forwarded.headers['set-cookie']?.[0]).toMatch(/; Secure$/)
    await behindProxy[Symbol.asyncDispose]()

    await using configured = await startSite(Object.assign(deps(), { publicUrl: 'https://shop.example' }))
    expect((await configured.get('/p/double-11?ticket=good')).headers['set-cookie']?.[0]).toMatch(/; Secure$/)
  })

  it.each(['ticket=old', 'ticket', 'ticket=', 'ticket=%E0%A4%A', `ticket=${'x'.repeat(5000)}`])(
    'that is no good (%s) opens the page logged out',
    async (query) => {
      await using site = await startSite(deps())
      const { status, headers } = await site.get(`/p/double-11?${query}`)
      expect([status, headers.location, headers['set-cookie']]).toEqual([303, '/p/double-11', undefined])
    },
  )

  it('that cannot be exchanged now is no error page either', async () => {
    const failing = Object.assign(deps(), { exchangeTicket: () => Promise.reject(new Error('down')) })
    await using site = await startSite(failing)
    expect((await site.get('/p/double-11?ticket=good')).status).toBe(303)
  })

  it('is not confused with words that look like it', async () => {
    await using site = await startSite(deps())
    expect((await site.get('/p/double-11?myticket=1&tickets=2')).status).toBe(200)
  })
})

describe('the phone’s scripts', () => {
  it('are sent compressed and kept for ever, because their names change with them', async () => {
    using assets = testAssetsOnDisk()
    await using site = await startSite(Object.assign(deps(), { assets }))
    const { status, headers, body } = await site.get('/assets/h5/phone-1.js', { 'accept-encoding': 'br' })
    expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(brotliDecompressSync(body).toString()).toContain('a script')
  })

  it.each([
    '/assets/h5/../../package.json',
    '/assets/h5/..%2f..%2fpackage.json',
    '/assets/h5/%2e%2e/x.js',
    '/assets/h5//etc/passwd',
    '/assets/h5/manifest.json',
    '/assets/h5/nothing.js',
    '/assets/h5/',
    '/assets/h5/phone-1.js/',
    '/assets/h5/phone-1.js%00.css',
  ])('are nothing but the build’s own files: %s is not found', async (path) => {
    using assets = testAssetsOnDisk()
    await using site = await startSite(Object.assign(deps(), { assets }))
    expect((await site.get(path)).status).toBe(404)
  })
})

describe('views', () => {
  it('count who looks at the page, also again, and nobody else', async () => {
    const counting = deps()
    const site = await startSite(counting)
    const { headers } = await site.get('/p/double-11', PHONE)
    await site.get('/p/double-11', { ...PHONE, 'if-none-match': String(headers.etag) })
    await site.get('/p/double-11', PHONE, 'HEAD')
    await site.get('/p/double-11', { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' })
    await site.get('/p/double-11', { ...PHONE, 'sec-purpose': 'prefetch' })
    await site.get('/p/double-11?ticket=good', PHONE)
    await site.get('/p/double-11/definition.json', PHONE)
    await site.get('/p/nowhere', PHONE)
    await site[Symbol.asyncDispose]()
    expect(counting.recorded).toEqual([{ slug: 'double-11', day: '2026-11-11', views: 2 }])
  })
})
