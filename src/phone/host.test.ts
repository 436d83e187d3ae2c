import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '@/schemas/outcome'
import { createClock } from './clock'
import { createPhoneHost } from './host'
import type { ApiFailure, MemberApi, PageState, PerformRequest } from './member-api'
import * as spoken from './say'

vi.mock('./say')

const OFFLINE: ApiFailure = { status: 'failed', offline: true }
const GRANTED = { status: 'granted', rewards: [] } as unknown as Outcome
const DATA = {
  version: 'v',
  locale: 'zh-CN' as const,
  timeZone: 'Asia/Shanghai',
  blocks: { wall: { type: 'coupon-wall', props: {} } },
  tools: { wall: { left: 'drawn' } },
}

const listeners = new Map<string, (event: object) => void>()
const page = {
  visibilityState: 'visible',
  addEventListener: (type: string, listener: (event: object) => void) => void listeners.set(type, listener),
}
const stored = new Map<string, string>()
/** What the server says of the member and the tools now. */
let state: PageState | ApiFailure
let answers: (Outcome | ApiFailure)[]
let performed: PerformRequest[]
let stateCalls: number
let askedParams: Record<string, string>[]

const api: MemberApi = {
  pageState: async (_, params) => {
    stateCalls++
    askedParams.push(params)
    return state
  },
  myRewards: async () => OFFLINE,
  giveAddress: async () => OFFLINE,
  perform: async (request) => {
    performed.push(request)
    return answers.shift() ?? GRANTED
  },
}

const stateOf = (left: string, member: PageState['member'] = null): PageState => ({
  now: Date.now(),
  member,
  tools: { wall: { left } },
})

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  listeners.clear()
  stored.clear()
  page.visibilityState = 'visible'
  state = stateOf('fresh')
  answers = []
  performed = []
  stateCalls = 0
  askedParams = []
  const target = {
    location: {
      pathname: '/p/double-11',
      origin: 'http://shop',
      href: 'http://shop/p/double-11?from=chat',
      search: '?from=chat',
      assign: vi.fn(),
    },
    document: { documentElement: { dataset: {} } },
    postMessage: vi.fn(),
  }
  vi.stubGlobal('window', Object.assign(target, { parent: target }))
  vi.stubGlobal('location', target.location)
  vi.stubGlobal('document', page)
  vi.stubGlobal('addEventListener', page.addEventListener)
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const aHost = () => createPhoneHost(DATA, api, createClock())

describe('a tool’s state on the phone', () => {
  it('is drawn first as the server drew it, even when the answer came sooner', async () => {
    const host = aHost()
    await host.refresh()
    let drawn: unknown
    host.asDrawnByServer(() => {
      drawn = host.viewHost.readTool('wall')
    })
    expect(drawn).toEqual({ status: 'loading', state: { left: 'drawn' } })
    expect(host.viewHost.readTool('wall')).toEqual({ status: 'ready', state: { left: 'fresh' } })
    const changed = vi.fn()
    host.viewHost.onToolChange('wall', changed)
    expect(changed).toHaveBeenCalledTimes(1)
  })

  it('keeps what is known while offline, and asks again by itself', async () => {
    const host = aHost()
    await host.refresh()
    state = OFFLINE
    await host.refresh()
    expect(host.viewHost.readTool('wall')).toEqual({ status: 'offline', state: { left: 'fresh' } })
    state = stateOf('back')
    await vi.advanceTimersByTimeAsync(2000)
    expect(host.viewHost.readTool('wall')).toEqual({ status: 'ready', state: { left: 'back' } })
  })

  it('is drawn anew only when there is something new to show', async () => {
    const host = aHost()
    const changed = vi.fn()
    host.viewHost.onToolChange('wall', changed)
    await host.refresh()
    expect(changed).toHaveBeenCalledTimes(1)
    await host.refresh()
    expect(changed).toHaveBeenCalledTimes(1)
    state = stateOf('fewer')
    await host.refresh()
    expect(changed).toHaveBeenCalledTimes(2)
    state = OFFLINE
    await host.refresh()
    expect(changed).toHaveBeenCalledTimes(3)
  })

  it('is asked for when the page is seen again, not while it is hidden', async () => {
    aHost()
    page.visibilityState = 'hidden'
    listeners.get('visibilitychange')?.({})
    expect(stateCalls).toBe(0)
    page.visibilityState = 'visible'
    listeners.get('visibilitychange')?.({})
    listeners.get('online')?.({})
    listeners.get('pageshow')?.({ persisted: true })
    await vi.runAllTimersAsync()
    // The second covers whatever happened while the first was under way.
    expect(stateCalls).toBe(2)
  })
})

describe('an action', () => {
  it('answers together with the state that follows from it', async () => {
    const host = aHost()
    state = stateOf('one less')
    expect(await host.viewHost.perform('wall', 'claim', { rewardId: 'a' })).toBe(GRANTED)
    expect(host.viewHost.readTool('wall').state).toEqual({ left: 'one less' })
    expect(performed).toMatchObject([
      { type: 'coupon-wall', action: 'claim', version: 'v', block: 'wall', input: { rewardId: 'a' } },
    ])
  })

  it('does not wait long for that state', async () => {
    const host = aHost()
    const { pageState } = api
    api.pageState = () => new Promise(() => {})
    const outcome = host.viewHost.perform('wall', 'claim', {})
    await vi.advanceTimersByTimeAsync(800)
    expect(await outcome).toBe(GRANTED)
    api.pageState = pageState
  })

  it('is one request for two taps at once, and another for the next tap', async () => {
    const { viewHost } = aHost()
    await Promise.all([
      viewHost.perform('wall', 'claim', { n: 1 }),
      viewHost.perform('wall', 'claim', { n: 1 }),
    ])
    expect(performed).toHaveLength(1)
    await viewHost.perform('wall', 'claim', { n: 1 })
    expect(performed).toHaveLength(2)
    expect(performed[0]?.key).not.toBe(performed[1]?.key)
  })

  it('is repeated under its own key while nobody knows how it ended', async () => {
    const { viewHost } = aHost()
    answers = [OFFLINE, { status: 'failed', offline: false, code: 'internal', requestId: 'req_1' }]
    const failed = await viewHost.perform('wall', 'claim', {})
    if (failed.status !== 'failed') throw new Error('expected a failure')
    const again = await failed.retry()
    expect(again).toMatchObject({ status: 'failed', offline: false, requestId: 'req_1' })
    await viewHost.perform('wall', 'claim', {})
    expect(performed).toHaveLength(3)
    expect(new Set(performed.map(({ key }) => key)).size).toBe(1)
  })
})

describe('signing in', () => {
  it('takes the tap up again when the page is reopened as a member', async () => {
    answers = [{ status: 'login_required' }]
    await aHost().viewHost.perform('wall', 'claim', { rewardId: 'a' })
    state = stateOf('mine', { nickname: '小明', level: null, city: null })
    await aHost().refresh()
    await vi.runAllTimersAsync()
    expect(performed.map(({ input }) => input)).toEqual([{ rewardId: 'a' }, { rewardId: 'a' }])
    expect(spoken.say).toHaveBeenCalledWith('zh-CN', GRANTED, 'Asia/Shanghai')
    await aHost().refresh()
    await vi.runAllTimersAsync()
    expect(performed).toHaveLength(2)
  })

  it('hands the tap to the widget that waits for it, also to one that comes late', async () => {
    for (const isLate of [false, true]) {
      answers = [{ status: 'login_required' }]
      await aHost().viewHost.perform('wall', 'claim', { rewardId: 'a' })
      performed = []
      state = stateOf('mine', { nickname: '小明', level: null, city: null })
      const host = aHost()
      const resume = vi.fn()
      const listen = () => host.viewHost.onResume?.('wall', 'claim', resume)
      host.viewHost.onResume?.('wall', 'claimAll', () => expect.fail('not its tap'))
      if (!isLate) listen()
      await host.refresh()
      await host.refresh()
      if (isLate) listen()
      await vi.runAllTimersAsync()
      expect(resume.mock.calls).toEqual([[{ rewardId: 'a' }]])
      expect(performed).toEqual([])
    }
  })

  it('forgets a tap after ten minutes, and keeps it while nobody signed in', async () => {
    answers = [{ status: 'login_required' }]
    await aHost().viewHost.perform('wall', 'claim', {})
    await aHost().refresh()
    expect(stored.size).toBe(1)
    vi.setSystemTime(Date.now() + 600_000)
    state = stateOf('mine', { nickname: '小明', level: null, city: null })
    await aHost().refresh()
    await vi.runAllTimersAsync()
    expect(performed).toHaveLength(1)
  })

  it('asks the app’s bridge, believes only the server, and leaves the tap to who asked', async () => {
    const { viewHost } = aHost()
    answers = [{ status: 'login_required' }]
    await viewHost.perform('wall', 'claim', {})
    window.ZigguratBridge = { login: () => Promise.resolve() }
    expect(await viewHost.login()).toBe(false)
    window.ZigguratBridge = {
      login: async () => {
        state = stateOf('mine', { nickname: '小明', level: null, city: null })
      },
    }
    expect(await viewHost.login()).toBe(true)
    await vi.runAllTimersAsync()
    expect(performed).toHaveLength(1)
    expect(stored.size).toBe(0)
  })

  it('asks the page that frames this one, by its own origin', async () => {
    const parent = { postMessage: vi.fn() }
    vi.stubGlobal('window', Object.assign(window, { parent }))
    expect(await aHost().viewHost.login()).toBe(false)
    expect(parent.postMessage).toHaveBeenCalledWith({ type: 'ziggurat:login' }, 'http://shop')
  })

  it('goes to the shop’s own sign-in in a plain browser, and says where to come back to', async () => {
    window.document.documentElement.dataset.login = '/demo?return='
    expect(await aHost().viewHost.login()).toBe(false)
    const back = encodeURIComponent('http://shop/p/double-11?from=chat')
    expect(window.location.assign).toHaveBeenCalledWith(`/demo?return=${back}`)
  })

  it('says where to sign in when there is nobody to ask', async () => {
    expect(await aHost().viewHost.login()).toBe(false)
    await vi.waitFor(() =>
      expect(spoken.say).toHaveBeenCalledWith('zh-CN', { status: 'openInApp' }, 'Asia/Shanghai'),
    )
  })
})

describe('the link’s parameters', () => {
  const replaceState = vi.fn()
  beforeEach(() => {
    replaceState.mockReset()
    vi.stubGlobal('history', { state: { a: 1 }, replaceState })
  })

  it('go to the server with every question', async () => {
    const host = aHost()
    await host.refresh()
    expect(askedParams).toEqual([{ from: 'chat' }])
    expect(host.viewHost.params).toEqual({ from: 'chat' })
  })

  it('are put into the link without opening it anew, and asked about at once', async () => {
    const { viewHost } = aHost()
    viewHost.setParam('packet', 'pk_1')
    expect(replaceState).toHaveBeenCalledWith({ a: 1 }, '', 'http://shop/p/double-11?from=chat&packet=pk_1')
    expect(viewHost.params).toEqual({ from: 'chat', packet: 'pk_1' })
    expect(askedParams).toEqual([{ from: 'chat', packet: 'pk_1' }])
    expect(window.location.assign).not.toHaveBeenCalled()
  })

  it('of a shared link are those that were asked for, and none of the member’s own', async () => {
    const share = vi.fn()
    window.ZigguratBridge = { share }
    await aHost().viewHost.share({ title: '抢红包', params: { packet: 'a&b' } })
    expect(share).toHaveBeenCalledWith({ title: '抢红包', link: 'http://shop/p/double-11?packet=a%26b' })
  })
})
