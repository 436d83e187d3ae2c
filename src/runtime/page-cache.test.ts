import { describe, expect, it, vi } from 'vitest'
import { type FinishedPage, PageCache } from './page-cache'
import { aBlock, aPage, TestDeps, testWidgets } from './test-site'

function setUp() {
  const deps = new TestDeps()
  deps.publish(
    'sale',
    aPage(['t'], [aBlock('t', 'tap', { label: '领' }, { tool: { id: 'tool_0000000000' } })]),
  )
  deps.tools = { t: { left: 5 } }
  return { deps, cache: new PageCache(deps, testWidgets) }
}

const textOf = (page: FinishedPage | undefined) => page?.html.variants.identity.body.toString() ?? ''

describe('the cache of finished pages', () => {
  it('asks once for however many want the page, and then not for a second', async () => {
    const { deps, cache } = setUp()
    await Promise.all(Array.from({ length: 50 }, () => cache.get('sale')))
    deps.at += 999
    expect(cache.get('sale')).not.toBeInstanceOf(Promise)
    expect(deps.asked).toBe(1)
  })

  it('shows a change, and a page taken down, after a second', async () => {
    const { deps, cache } = setUp()
    await cache.get('sale')
    deps.publish('sale', aPage(['n'], [aBlock('n', 'note', { text: '新版' })]), '2')
    deps.at += 1000
    expect(textOf(await cache.get('sale'))).toContain('新版')
    deps.pages.delete('sale')
    deps.at += 1000
    expect(await cache.get('sale')).toBeUndefined()
  })

  it('sends the very same page while nothing changed, and a new one when a tool’s state did', async () => {
    const { deps, cache } = setUp()
    const first = await cache.get('sale')
    deps.at += 1000
    expect(await cache.get('sale')).toBe(first)
    deps.tools = { t: { left: 4 } }
    deps.at += 1000
    const changed = await cache.get('sale')
    expect(textOf(changed)).toContain('领 loading 4')
    expect(changed?.html.etags).not.toEqual(first?.html.etags)
  })

  it('makes the same bytes again, so that two processes agree on the tag', async () => {
    const one = setUp()
    const two = setUp()
    two.deps.at += 12_345
    const [a, b] = [await one.cache.get('sale'), await two.cache.get('sale')]
    expect(a?.html.etags).toEqual(b?.html.etags)
  })

  it('does not outlive a schedule’s edge', async () => {
    const { deps, cache } = setUp()
    const schedule = { until: new Date(deps.at + 400).toISOString() }
    deps.publish('timed', aPage(['n'], [aBlock('n', 'note', { text: '只到此刻' }, { schedule })]))
    expect(textOf(await cache.get('timed'))).toContain('只到此刻')
    deps.at += 399
    expect(cache.get('timed')).not.toBeInstanceOf(Promise)
    deps.at += 1
    expect(textOf(await cache.get('timed'))).not.toContain('只到此刻')
  })

  it('remembers for a second that a link leads nowhere', async () => {
    const { deps, cache } = setUp()
    await cache.get('nowhere')
    expect(cache.get('nowhere')).toBeUndefined()
    expect(deps.asked).toBe(1)
    deps.publish('nowhere', aPage([], []))
    deps.at += 1000
    expect(await cache.get('nowhere')).toBeDefined()
  })

  it('keeps sending a page while the database is away, for five minutes', async () => {
    const { deps, cache } = setUp()
    const before = await cache.get('sale')
    deps.getPublication = () => Promise.reject(new Error('connection refused'))
    deps.at += 1000
    expect(await cache.get('sale')).toBe(before)
    expect(deps.logged).toHaveLength(1)
    deps.at += 5 * 60_000
    await expect(cache.get('sale')).rejects.toThrow('connection refused')
  })

  it('waits for a slow database no longer than a member would notice', async () => {
    vi.useFakeTimers()
    const { deps, cache } = setUp()
    const before = await cache.get('sale')
    deps.getPublication = () => new Promise(() => {})
    deps.at += 1000
    const waiting = cache.get('sale')
    await vi.advanceTimersByTimeAsync(300)
    expect(await waiting).toBe(before)
    vi.useRealTimers()
  })

  it('tells who asks first when there is no page to fall back on', async () => {
    const { deps, cache } = setUp()
    deps.getPublication = () => Promise.reject(new Error('connection refused'))
    await expect(cache.get('sale')).rejects.toThrow('connection refused')
  })

  it('opens a page without its tools’ states when they cannot be read', async () => {
    const { deps, cache } = setUp()
    deps.presentTools = () => Promise.reject(new Error('no such tool'))
    expect(textOf(await cache.get('sale'))).toContain('领 loading ?')
    expect(deps.logged).toEqual(['the tools of a page could not be read'])
  })

  it('forgets links asked for long ago rather than growing without end', async () => {
    const { deps, cache } = setUp()
    await cache.get('sale')
    for (let i = 0; i < 2000; i++) await cache.get(`nowhere-${i}`)
    deps.asked = 0
    await cache.get('sale')
    expect(deps.asked).toBe(1)
  })
})
