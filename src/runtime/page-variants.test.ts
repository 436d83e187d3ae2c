import { describe, expect, it } from 'vitest'
import type { Condition } from '@/schemas/condition'
import type { Block, PageDefinition } from '@/schemas/page'
import { aBlock, aPage, startSite, TestDeps } from './test-site'

const signedIn: Condition = { field: 'member.signedIn', op: 'is', value: true }
const gold: Condition = { field: 'member.level', op: 'in', value: ['金卡'] }
const GOLD = { member: { level: '金卡', city: null, tags: [], daysKnown: 3 }, tools: {} }
const NEW = { member: { level: null, city: null, tags: [], daysKnown: 0 }, tools: {} }

const note = (id: string, text: string, more: Partial<Block>) => aBlock(id, 'note', { text }, more)

/** A site with one page, and what it sends to whom. */
async function aSite(definition: PageDefinition) {
  const deps = new TestDeps()
  deps.publish('sale', definition)
  deps.members.set('gold', GOLD).set('new', NEW)
  const site = await startSite(deps)
  const send = (cookie?: string) => site.get('/p/sale', cookie ? { cookie: `a=1; zg_member=${cookie}` } : {})
  const read = async (cookie?: string) => (await send(cookie)).body.toString()
  return { deps, site, send, read, [Symbol.asyncDispose]: () => site[Symbol.asyncDispose]() }
}

const pageOf = (...blocks: Block[]) =>
  aPage(
    blocks.map(({ id }) => id),
    blocks,
  )
const welcome = () =>
  pageOf(
    note('in', '欢迎回来', { visibleWhen: signedIn }),
    note('out', '登录领新人礼', { visibleWhen: { not: signedIn } }),
    note('gold', '金卡专享', { visibleWhen: gold }),
  )

describe('a page whose conditions ask about the member', () => {
  it('is another one for each, and for strangers', async () => {
    await using site = await aSite(welcome())
    const shown = async (cookie?: string) =>
      (await site.read(cookie)).match(/欢迎回来|登录领新人礼|金卡专享/g)
    expect(await shown()).toEqual(['登录领新人礼'])
    expect(await shown('new')).toEqual(['欢迎回来'])
    expect(await shown('gold')).toEqual(['欢迎回来', '金卡专享'])
    expect(await shown('forged')).toEqual(['登录领新人礼'])
  })

  it('may be kept by nobody in between, nor be taken for another’s', async () => {
    await using site = await aSite(welcome())
    const [stranger, member] = [await site.send(), await site.send('gold')]
    for (const { headers } of [stranger, member]) {
      expect(headers['cache-control']).toBe('private, no-cache')
      expect(headers.vary).toContain('cookie')
    }
    const known = String(stranger.headers.etag)
    const asked = { cookie: 'zg_member=gold', 'if-none-match': known }
    expect((await site.site.get('/p/sale', asked)).status).toBe(200)
  })

  it('opens as for strangers where the member cannot be asked about', async () => {
    await using site = await aSite(welcome())
    site.deps.conditions.readMember = async () => {
      throw new Error('the database is away')
    }
    expect(await site.read('gold')).toContain('登录领新人礼')
    expect(site.deps.logged).toHaveLength(1)
  })

  it('leaves out what a hidden block holds, with its script', async () => {
    const inside = aBlock('inside', 'tap', { label: '抽奖' })
    const box = aBlock('box', 'box', {}, { slots: { left: ['inside'] }, visibleWhen: signedIn })
    await using site = await aSite(aPage(['box'], [box, inside]))
    expect(await site.read()).not.toMatch(/抽奖|<script/)
    expect(await site.read('new')).toMatch(/抽奖[\s\S]*<script/)
  })
})

it('asks about nobody, and may be kept, where no condition does', async () => {
  const running: Condition = { field: 'campaign.phase', op: 'in', value: ['running'] }
  await using site = await aSite(pageOf(note('a', '进行中', { visibleWhen: running })))
  site.deps.campaign = { phase: 'running', name: '双11' }
  const { headers, body } = await site.send('gold')
  expect(body.toString()).toContain('进行中')
  expect(headers['cache-control']).toBe('public, no-cache')
  expect(site.deps.askedMembers).toBe(0)
})

describe('a page that changes by itself', () => {
  it('with its campaign', async () => {
    const before: Condition = { field: 'campaign.phase', op: 'in', value: ['not_started'] }
    await using site = await aSite(pageOf(note('a', '敬请期待', { visibleWhen: before })))
    site.deps.campaign = { phase: 'not_started', name: '双11' }
    expect(await site.read()).toContain('敬请期待')
    site.deps.campaign = { phase: 'running', name: '双11' }
    site.deps.at += 1000
    expect(await site.read()).not.toContain('敬请期待')
  })

  it('at the instant it names, and not a second later', async () => {
    const deps = new TestDeps()
    const from = new Date(deps.at + 400).toISOString()
    const visibleWhen: Condition = { field: 'time.at', op: 'from', value: from }
    await using site = await aSite(pageOf(note('a', '开抢', { visibleWhen })))
    expect(await site.read()).not.toContain('开抢')
    site.deps.at += 400
    expect(await site.read()).toContain('开抢')
  })

  it('with the hour of the shop', async () => {
    // It is noon there.
    const visibleWhen: Condition = { field: 'time.hour', op: 'between', value: [12, 13] }
    await using site = await aSite(pageOf(note('a', '午间场', { visibleWhen })))
    expect(await site.read()).toContain('午间场')
    site.deps.at += 3_600_000
    expect(await site.read()).not.toContain('午间场')
  })

  it('with what a tool tells: to everybody, or to each', async () => {
    const left = (id: string, chances: number) =>
      note(id, id, {
        visibleWhen: { field: 'tool.chances', op: 'lessThan', value: chances, block: 't' },
      })
    const tap = aBlock('t', 'tap', { label: '抽' }, { tool: { id: 'tool_0000000000' } })
    await using site = await aSite(pageOf(tap, left('few', 3)))
    site.deps.tools = { t: { left: 5 } }
    site.deps.members.set('spent', { ...NEW, tools: { t: { left: 0 } } })
    expect(await site.read()).not.toContain('few')
    expect(await site.read('spent')).toContain('few')
  })
})

describe('events that do something', () => {
  const on: Block['on'] = { tapped: [{ kind: 'copy', inputs: { text: { ref: 'campaign.name' } } }] }

  it('are told to a script of their own, which no other page loads', async () => {
    await using plain = await aSite(pageOf(aBlock('a', 'note', { text: '一' })))
    expect(await plain.read()).not.toContain('<script')
    await using site = await aSite(pageOf(aBlock('a', 'tap', { label: '一' }, { on })))
    site.deps.campaign = { phase: 'running', name: '</script>双11' }
    const html = await site.read()
    const order = [...html.matchAll(/src="\/assets\/h5\/(\w+)/g)].map(([, name]) => name)
    expect(order).toEqual(['bindings', 'phone'])
    const data = JSON.parse(/id="zg-on">(.*?)<\/script>/.exec(html)?.[1] ?? '')
    expect(data.values['campaign.name']).toBe('</script>双11')
    expect(data.blocks.a).toEqual([{ sign: { what: 'tap' }, values: {}, calls: on?.tapped }])
  })

  it('of a block that is not shown are not told', async () => {
    const block = aBlock('a', 'tap', { label: '一' }, { on, visibleWhen: signedIn })
    await using site = await aSite(pageOf(block))
    expect(await site.read()).not.toContain('zg-on')
    expect(await site.read('new')).toContain('zg-on')
  })

  it('that the widget does not have are nothing', async () => {
    await using site = await aSite(pageOf(aBlock('a', 'note', { text: '一' }, { on })))
    expect(await site.read()).not.toContain('zg-on')
  })
})
