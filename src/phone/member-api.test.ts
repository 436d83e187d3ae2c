import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memberApi } from './member-api'

type Reply = () => Promise<Response> | Response

const json = (body: object, status = 200, headers: Record<string, string> = {}): Reply => {
  return () => new Response(JSON.stringify(body), { status, headers })
}
const result = (data: object) => json({ result: { data } })
const failure = (code: string, status: number) =>
  json({ error: { data: { code, requestId: 'req_1' } } }, status)
const unreachable: Reply = () => Promise.reject(new TypeError('Failed to fetch'))
const granted = result({ status: 'granted', rewards: [] })

const CLAIM = {
  type: 'coupon-wall',
  action: 'claim',
  version: 'v',
  block: 'wall',
  key: 'key_12345678',
  input: { rewardId: 'rwd_1' },
}

let sent: { url: string; init: RequestInit }[] = []

/** A network that gives these answers in order, and the last one ever after. */
function network(...replies: Reply[]): void {
  let next = 0
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    sent.push({ url, init })
    return Promise.resolve().then(replies[Math.min(next++, replies.length - 1)])
  })
}

async function settled<T>(work: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync()
  return work
}

beforeEach(() => {
  sent = []
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a caller of the member router', () => {
  it('speaks tRPC’s wire format', async () => {
    network(granted)
    expect(await settled(memberApi.perform(CLAIM))).toEqual({ status: 'granted', rewards: [] })
    expect(sent[0]?.url).toBe('/api/member/widget.coupon-wall.claim')
    expect(sent[0]?.init.method).toBe('POST')
    expect(JSON.parse(String(sent[0]?.init.body))).toEqual({
      version: 'v',
      block: 'wall',
      key: 'key_12345678',
      input: { rewardId: 'rwd_1' },
    })

    network(result({ now: 1, member: null, tools: {} }))
    await settled(memberApi.pageState('v', { packet: 'pk_1' }))
    const query = new URL(sent[1]?.url ?? '', 'http://shop')
    expect(query.pathname).toBe('/api/member/page.state')
    expect(JSON.parse(query.searchParams.get('input') ?? '')).toEqual({
      version: 'v',
      params: { packet: 'pk_1' },
    })
    expect(sent[1]?.init.method).toBeUndefined()
  })

  it('repeats the very same request when the network breaks, until there is an answer', async () => {
    network(unreachable, unreachable, granted)
    expect(await settled(memberApi.perform(CLAIM))).toEqual({ status: 'granted', rewards: [] })
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(({ init }) => init.body)).size).toBe(1)
  })

  it('gives up after four tries and says that the phone is offline', async () => {
    network(unreachable)
    expect(await settled(memberApi.perform(CLAIM))).toMatchObject({ status: 'failed', offline: true })
    expect(sent).toHaveLength(4)
  })

  it('waits longer before each try', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    const at: number[] = []
    const start = Date.now()
    vi.stubGlobal('fetch', () => {
      at.push(Date.now() - start)
      return Promise.reject(new TypeError('Failed to fetch'))
    })
    await settled(memberApi.perform(CLAIM))
    expect(at).toEqual([0, 400, 1600, 4600])
  })

  it('counts a try without an answer as lost after eight seconds', async () => {
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
      sent.push({ url: '', init: {} })
      return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    })
    const work = memberApi.perform(CLAIM)
    await vi.advanceTimersByTimeAsync(8000 + 500)
    expect(sent).toHaveLength(2)
    expect(await settled(work)).toMatchObject({ status: 'failed', offline: true })
  })

  it.each([
    ['a busy server', failure('busy', 503)],
    ['a gateway in between', () => new Response('<html>Bad Gateway</html>', { status: 502 })],
    ['a queue', result({ status: 'busy', retryAfterMs: 900 })],
    ['an answer cut off in the middle', () => new Response('{"result":{"da', { status: 200 })],
  ])('tries again after %s', async (_, reply) => {
    network(reply, granted)
    expect(await settled(memberApi.perform(CLAIM))).toMatchObject({ status: 'granted' })
    expect(sent).toHaveLength(2)
  })

  it('does not repeat what was refused, and passes on the request’s id', async () => {
    network(failure('invalid_input', 400))
    expect(await settled(memberApi.perform(CLAIM))).toEqual({
      status: 'failed',
      offline: false,
      code: 'invalid_input',
      requestId: 'req_1',
    })
    expect(sent).toHaveLength(1)
  })

  it('takes the request’s id from the header where the body has none', async () => {
    network(json({}, 500, { 'x-request-id': 'req_header' }))
    expect(await settled(memberApi.perform(CLAIM))).toMatchObject({
      code: 'internal',
      requestId: 'req_header',
    })
  })

  it('answers `busy` at last when the queue never ends', async () => {
    network(result({ status: 'busy', retryAfterMs: 60_000 }))
    const start = Date.now()
    expect(await settled(memberApi.perform(CLAIM))).toEqual({ status: 'busy', retryAfterMs: 60_000 })
    expect(Date.now() - start).toBeLessThan(15_000)
  })
})
