import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActionCall } from '@/schemas/action-call'
import type { BoundEvents } from '@/widgets/kit/bound-events'
import { createActionRunner, type EventValues } from './action-runner'
import { copyText, shareLink } from './bridge-share'
import { memberApi } from './member-api'
import { host, rememberTap, takeTap } from './phone'
import { showToast } from './toast'

vi.mock('./bridge-share', () => ({
  copyText: vi.fn(async () => true),
  shareLink: vi.fn(async () => 'copied'),
}))
vi.mock('./toast', () => ({ showToast: vi.fn() }))
vi.mock('./member-api', () => ({ memberApi: { pageState: vi.fn() } }))
vi.mock('./phone', () => ({
  host: {
    refresh: vi.fn(),
    viewHost: { readTool: () => ({ status: 'ready' }), login: vi.fn(async () => true) },
  },
  rememberTap: vi.fn(),
  takeTap: vi.fn(),
}))

let hasScript: boolean
let tracked: unknown[]
const assign = vi.fn()
const scrolled = vi.fn()
const address = { origin: 'http://shop', pathname: '/p/sale', hash: '', assign }

beforeEach(() => {
  vi.clearAllMocks()
  hasScript = true
  tracked = []
  address.hash = ''
  vi.stubGlobal('location', address)
  vi.stubGlobal('window', { ZigguratBridge: { track: (o: unknown) => tracked.push(o) } })
  vi.stubGlobal('CustomEvent', class {})
  vi.stubGlobal('dispatchEvent', vi.fn())
  vi.stubGlobal('document', {
    querySelector: (selector: string) =>
      selector.startsWith('script') ? (hasScript ? {} : null) : selector.includes('here') ? {} : null,
    getElementById: (id: string) => (id === 'here' ? { scrollIntoView: scrolled } : null),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** Runs actions on a page whose blocks do these. */
async function run(calls: ActionCall[], event: EventValues = {}) {
  const data: BoundEvents = {
    version: 'v',
    locale: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    values: { 'page.title': '双11', 'campaign.name': '大促' },
    blocks: { a: [{ sign: { what: 'tap' }, values: {}, calls }] },
  }
  await createActionRunner(data)(calls, event)
}

describe('what follows from an event', () => {
  it('is done in turn, with values written down and named', async () => {
    const order: string[] = []
    vi.mocked(copyText).mockImplementation(async (text) => Boolean(order.push(`copy ${text}`)))
    assign.mockImplementation((link) => order.push(`go ${link}`))
    await run(
      [
        { kind: 'copy', inputs: { text: { ref: 'event.rewardTitle' } } },
        { kind: 'copy', inputs: { text: { ref: 'campaign.name' } } },
        { kind: 'navigate', inputs: { link: '/p/next' } },
      ],
      { rewardTitle: '10元券' },
    )
    expect(order).toEqual(['copy 10元券', 'copy 大促', 'go /p/next'])
    expect(showToast).toHaveBeenCalledWith('已复制')
  })

  it('goes on after one that failed', async () => {
    vi.useFakeTimers()
    vi.mocked(copyText).mockRejectedValueOnce(new Error('forbidden'))
    await run([
      { kind: 'copy', inputs: { text: '码' } },
      { kind: 'openPopup', block: 'pop', inputs: {} },
    ])
    expect(address.hash).toBe('#pop')
    // It is reported, and by nobody's promise.
    expect(() => vi.runAllTimers()).toThrow('forbidden')
    vi.useRealTimers()
  })

  it('never follows a link that would run something, wherever it comes from', async () => {
    const link = { ref: 'event.useLink' as const }
    await run([{ kind: 'navigate', inputs: { link } }], { useLink: 'javascript:alert(1)' })
    await run([{ kind: 'navigate', inputs: { link: 'data:text/html,x' } }])
    await run([{ kind: 'navigate', inputs: { link } }], {})
    await run([{ kind: 'navigate', inputs: { link: { ref: 'event.constructor' } } }], {})
    expect(assign).not.toHaveBeenCalled()
  })

  it('opens a popup again that was closed by other means', async () => {
    address.hash = '#pop'
    const seen: string[] = []
    vi.stubGlobal('location', {
      ...address,
      get hash() {
        return '#pop'
      },
      set hash(to) {
        seen.push(to)
      },
    })
    await run([{ kind: 'openPopup', block: 'pop', inputs: {} }])
    expect(seen).toEqual(['#-', '#pop'])
  })

  it('calls, scrolls, shares and counts', async () => {
    await run([
      { kind: 'scrollTo', block: 'here', inputs: {} },
      { kind: 'share', inputs: { title: { ref: 'page.title' } } },
      { kind: 'track', inputs: { name: 'tapped', detail: { ref: 'page.link' } } },
      { kind: 'track', inputs: { name: '', detail: '' } },
      { kind: 'call', inputs: { phone: '400 820-8820' } },
    ])
    expect(scrolled).toHaveBeenCalled()
    expect(shareLink).toHaveBeenCalledWith('双11', 'http://shop/p/sale')
    expect(tracked).toEqual([{ name: 'tapped', detail: 'http://shop/p/sale' }])
    expect(assign).toHaveBeenCalledWith('tel:4008208820')
  })
})

describe('what is told of the member', () => {
  const greet: ActionCall[] = [{ kind: 'copy', inputs: { text: { ref: 'member.nickname' } } }]
  const pageState = vi.fn(async () => ({
    now: 0,
    member: { nickname: '小筑', level: null, city: null },
    tools: {},
  }))

  it('is asked for once by a page without a script of its own, and by no page that tells nobody', async () => {
    hasScript = false
    memberApi.pageState = pageState
    await run([{ kind: 'copy', inputs: { text: '码' } }])
    expect(pageState).not.toHaveBeenCalled()
    await run([...greet, ...greet])
    expect(pageState).toHaveBeenCalledTimes(1)
    expect(copyText).toHaveBeenLastCalledWith('小筑')
  })

  it('is what the page’s own script learnt', async () => {
    memberApi.pageState = pageState
    const data = {
      version: 'v',
      locale: 'en',
      timeZone: 'UTC',
      values: {},
      blocks: { a: [{ calls: greet }] },
    }
    const runner = createActionRunner(data as unknown as BoundEvents)
    await memberApi.pageState('v', {})
    await runner(greet, {})
    expect(pageState).toHaveBeenCalledTimes(1)
    expect(copyText).toHaveBeenLastCalledWith('小筑')
  })
})

describe('an action of another block’s tool', () => {
  const draw = (block: string): ActionCall[] => [{ kind: 'tool', block, action: 'draw', inputs: {} }]

  it('goes on in that block as a tap of its own', async () => {
    await run(draw('here'))
    expect(rememberTap).toHaveBeenCalledWith(expect.objectContaining({ blockId: 'here', action: 'draw' }))
    expect(host.refresh).toHaveBeenCalledTimes(1)
    expect(host.viewHost.login).not.toHaveBeenCalled()
  })

  it('asks for a sign-in where one is needed, and goes on after it', async () => {
    vi.mocked(takeTap).mockReturnValueOnce({ blockId: 'here', action: 'draw', input: {}, at: 0 })
    await run(draw('here'))
    expect(host.viewHost.login).toHaveBeenCalledTimes(1)
    expect(host.refresh).toHaveBeenCalledTimes(2)
  })

  it('of a block that is not shown is nothing', async () => {
    await run(draw('away'))
    expect(rememberTap).not.toHaveBeenCalled()
  })
})
