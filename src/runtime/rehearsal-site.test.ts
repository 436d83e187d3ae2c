import { beforeEach, describe, expect, test } from 'vitest'
import { type Answer, aBlock, aPage, startSite, TestDeps } from './test-site'

let deps: TestDeps
const definition = aPage(['a'], [aBlock('a', 'tap', { label: '抽' })])
const version = 'b'.repeat(64)

beforeEach(() => {
  deps = new TestDeps()
  deps.publish('double-11', definition)
  deps.tools = { a: { left: 7 } }
  deps.visit = {
    status: 'open',
    code: '7K3F',
    name: '测试 <1>',
    cookie: 'rhs_1.mbr_1.sig',
    now: new Date(deps.at),
    page: {
      version,
      definition,
      tools: { a: { left: 3 } },
      member: { level: '金卡', city: null, tags: [], daysKnown: 0 },
      toolsOfMember: {},
      campaign: undefined,
    },
  }
})

const textOf = ({ body }: Answer) => body.toString()
const LINK = '/rehearsal/good/double-11'

describe('a page of a rehearsal', () => {
  test('is drawn with the rehearsal’s own state and version, marked, kept by nobody', async () => {
    await using site = await startSite(deps)
    const answer = await site.get(LINK)
    expect(answer.status).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['x-robots-tag']).toBe('noindex')
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^zg_rehearsal=rhs_1\.mbr_1\.sig; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/,
    )
    const html = textOf(answer)
    expect(html).toContain('彩排中')
    expect(html).toContain('测试 &lt;1&gt; · 7K3F')
    expect(html).toContain('抽 loading 3')
    expect(html).toContain(version)
    expect(html.indexOf('zg-rehearsal')).toBeLessThan(html.indexOf('<main'))
  })

  test('everybody else’s page is as ever, whatever cookies come with it', async () => {
    await using site = await startSite(deps)
    const before = await site.get('/p/double-11')
    await site.get(LINK)
    const after = await site.get('/p/double-11', { cookie: 'zg_rehearsal=rhs_1.mbr_1.sig' })
    expect(after.body.equals(before.body)).toBe(true)
    expect(after.headers.etag).toBe(before.headers.etag)
    expect(textOf(after)).not.toContain('zg-rehearsal')
    expect(textOf(after)).toContain('抽 loading 7')
    await site.flushViews()
    // And only that one counts.
    expect(deps.recorded).toMatchObject([{ slug: 'double-11', views: 2 }])
  })

  test('knows its tester by the cookie, and lets nobody in who only looks', async () => {
    await using site = await startSite(deps)
    await site.get(LINK, { cookie: 'a=b; zg_rehearsal=rhs_1.mbr_1.sig; c=d' })
    await site.get(LINK, {}, 'HEAD')
    expect(deps.visitors).toEqual([
      { token: 'good', cookie: 'rhs_1.mbr_1.sig', mayJoin: true },
      { token: 'good', cookie: undefined, mayJoin: false },
    ])
  })

  test('a link that is wrong, over, full, or leads to no page of it says so', async () => {
    await using site = await startSite(deps)
    const shown = async (path: string) => {
      const answer = await site.get(path)
      expect(answer.headers['cache-control']).toBe('no-store')
      return [answer.status, /<h1[^>]*>(.*?)<\/h1>/.exec(textOf(answer))?.[1]]
    }
    for (const path of [
      '/rehearsal/',
      '/rehearsal/good',
      '/rehearsal/good/',
      '/rehearsal/good/../x',
      '/rehearsal/bad/double-11',
      '/rehearsal/bad/my/rewards',
    ])
      expect(await shown(path)).toEqual([404, '彩排链接无效'])
    deps.visit = { status: 'over' }
    expect(await shown(LINK)).toEqual([410, '彩排已结束'])
    expect(await shown('/rehearsal/good/my/rewards')).toEqual([410, '彩排已结束'])
    deps.visit = { status: 'full' }
    expect(await shown(LINK)).toEqual([403, '参与彩排的设备已满'])
    deps.visit = { status: 'open', code: 'A', name: 'B', cookie: undefined, now: new Date(deps.at) }
    expect(await shown(LINK)).toEqual([404, '这个页面不在彩排中'])
  })

  test('the link of one that was started anew leads on', async () => {
    await using site = await startSite(deps)
    deps.visit = { status: 'moved', token: 'next' }
    expect((await site.get(`${LINK}?packet=1`)).headers.location).toBe('/rehearsal/next/double-11?packet=1')
    expect((await site.get('/rehearsal/good/my/rewards')).headers.location).toBe('/rehearsal/next/my/rewards')
  })

  test('a visit that fails is our fault, and said to be', async () => {
    await using site = await startSite(deps)
    deps.rehearsals.visitPage = () => Promise.reject(new Error('no database'))
    expect((await site.get(LINK)).status).toBe(500)
  })
})

describe('links on a page of a rehearsal', () => {
  test.each([
    ['/p/double-11?a=1', '/rehearsal/good/double-11?a=1'],
    ['/my/rewards?lang=en', '/rehearsal/good/my/rewards?lang=en'],
    ['/p/other', '/rehearsal/good/other'],
  ])('%s stays in it', async (path, location) => {
    await using site = await startSite(deps)
    const headers = { host: 'shop.test', referer: `https://shop.test${LINK}?b=2` }
    const answer = await site.get(path, headers)
    expect([answer.status, answer.headers.location]).toEqual([303, location])
  })

  test('those from anywhere else do not', async () => {
    await using site = await startSite(deps)
    const from = async (referer: string) =>
      (await site.get('/p/double-11', { host: 'shop.test', referer })).status
    expect(await from('https://shop.test/p/double-11?x=/rehearsal/good/')).toBe(200)
    expect(await from(`https://evil.test${LINK}`)).toBe(200)
    expect(await from('/rehearsal/')).toBe(200)
  })
})

test('我的奖励 of a tester is marked, every ticket too, and has no script', async () => {
  await using site = await startSite(deps)
  const held = { id: 'grt_1', rewardId: 'rwd_1', grantedAt: '2026-11-11T04:00:00.000Z', useLink: '' }
  const coupon = { kind: 'coupon' as const, amountFen: 2_000, thresholdFen: 10_000 }
  const rest = { state: 'granted' as const, expiresAt: null }
  deps.held = [
    { ...held, ...rest, title: '满减券 <b>', given: coupon },
    { ...held, ...rest, title: '红包', given: { kind: 'cash', amountFen: 188 } },
    { ...held, ...rest, title: '积分', given: { kind: 'points', points: 100 } },
    { ...held, ...rest, title: '保温杯', given: { kind: 'physical', image: '', hasAddress: false } },
    {
      ...held,
      state: 'expired',
      expiresAt: '2026-11-10T16:00:00.000Z',
      title: '月卡',
      given: { kind: 'partner_voucher', partner: '云听', code: 'TEST-0001', howToUse: '' },
    },
  ]
  const html = textOf(await site.get('/rehearsal/good/my/rewards'))
  expect(html).not.toContain('<script')
  expect(html).toContain('满减券 &lt;b&gt;')
  expect(html.match(/<span class="zr-mark">彩排<\/span>/g)).toHaveLength(5)
  for (const text of ['¥</small>20', '¥</small>1.88', 'TEST-0001', '测试积分', '10000', '彩排中'])
    expect(html).toContain(text)
  // Where the page they came from is known, there is a way back to it, and to nothing else.
  expect(html).not.toContain('zr-back')
  const backFrom = async (referer: string) => {
    const headers = { host: 'shop.test', referer }
    return /class="zr-back" href="([^"]*)"/.exec(
      textOf(await site.get('/rehearsal/good/my/rewards', headers)),
    )?.[1]
  }
  expect(await backFrom('https://shop.test/rehearsal/good/double-11?a=1')).toBe(
    '/rehearsal/good/double-11?a=1',
  )
  expect(await backFrom('https://shop.test/rehearsal/other/double-11')).toBeUndefined()
  expect(await backFrom('https://evil.test/rehearsal/good/double-11')).toBeUndefined()
  const english = textOf(await site.get('/rehearsal/good/my/rewards?lang=en'))
  expect(english).toContain('<html lang="en"')
  deps.held = []
  expect(textOf(await site.get('/rehearsal/good/my/rewards'))).toContain('还没有奖励')
})
