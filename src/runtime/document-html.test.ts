import { describe, expect, it } from 'vitest'
import type { PageDefinition } from '@/schemas/page'
import type { PageData } from '@/schemas/phone'
import { assemble } from './assemble'
import { pageHtml } from './document-html'
import { renderPage } from './page-fragments'
import { aBlock, aPage, testAssets, testWidgets } from './test-site'

const HOSTILE = `</script><script>alert(1)</script><!-- "'&\u2028`

function htmlOf(definition: PageDefinition, tools: Record<string, unknown> = {}, publicUrl?: string) {
  const context = { timeZone: 'Asia/Shanghai', now: () => 0, onBroken: () => {} }
  const assembled = assemble(renderPage(definition, tools, testWidgets, context), 0)
  return pageHtml(
    {
      slug: 'double-11',
      version: 'f'.repeat(64),
      definition,
      assembled,
      tools,
      timeZone: 'Asia/Shanghai',
      publicUrl,
      loginUrl: undefined,
    },
    testAssets,
  )
}

function dataIn(html: string): PageData {
  return JSON.parse(/<script type="application\/json" id="zg-page">(.*?)<\/script>/s.exec(html)?.[1] ?? '')
}

describe('a page’s document', () => {
  it('has no script at all when every block is static', () => {
    expect(htmlOf(aPage(['n'], [aBlock('n', 'note', { text: 'a' })]))).not.toMatch(/<script|modulepreload/)
  })

  it('says without a script that one is needed, where something can be tapped and only there', () => {
    const tap = aPage(['t'], [aBlock('t', 'tap', { label: '领' })])
    expect(htmlOf(tap)).toMatch(
      /<body[^>]*><noscript><p [^>]*>请开启 JavaScript，[^<]*<\/p><\/noscript><main/,
    )
    const english = { ...tap, settings: { ...tap.settings, locale: 'en' as const } }
    expect(htmlOf(english)).toContain('Turn on JavaScript')
    expect(htmlOf(aPage(['n'], [aBlock('n', 'note', { text: 'a' })]))).not.toContain('<noscript')
  })

  it('brings an interactive block’s data and script, and fetches all its parts at once', () => {
    const page = aPage(['t', 'n'], [aBlock('t', 'tap', { label: '领' }), aBlock('n', 'note', { text: 'a' })])
    const html = htmlOf(page, { t: { left: 5 }, elsewhere: { secret: true } })
    expect(dataIn(html)).toEqual({
      version: 'f'.repeat(64),
      locale: 'zh-CN',
      timeZone: 'Asia/Shanghai',
      blocks: { t: { type: 'tap', props: { label: '领' } } },
      tools: { t: { left: 5 } },
    })
    expect(html).toContain('<script type="module" src="/assets/h5/phone-1.js"></script>')
    expect(html.match(/rel="modulepreload" href="[^"]+"/g)).toEqual([
      'rel="modulepreload" href="/assets/h5/chunk-1.js"',
      'rel="modulepreload" href="/assets/h5/tap-1.js"',
    ])
  })

  it('is not broken out of by hostile words in title, share, props or a tool’s state', () => {
    const html = htmlOf(
      aPage(['t', 'n'], [aBlock('t', 'tap', { label: HOSTILE }), aBlock('n', 'note', { text: HOSTILE })], {
        title: HOSTILE,
        share: { title: HOSTILE, description: HOSTILE, image: '/a.png' },
      }),
      { t: { left: HOSTILE } },
      'https://shop.example',
    )
    expect(html.match(/<script/g)).toHaveLength(2)
    expect(html.match(/<\/script/g)).toHaveLength(2)
    expect(html).not.toContain('<!-- ')
    expect(dataIn(html).blocks.t?.props.label).toBe(HOSTILE)
    expect(dataIn(html).tools.t).toEqual({ left: HOSTILE })
    expect(html).toContain('<title>&lt;/script&gt;')
    expect(html).toMatch(/<meta property="og:description" content="&lt;\/script&gt;[^"<>]*">/)
  })

  it('tells chats what the link is, with absolute addresses where the public one is known', () => {
    const page = aPage([], [], { share: { title: '', description: '先到先得', image: '/assets/u/a.png' } })
    const at = htmlOf(page, {}, 'https://shop.example')
    expect(at).toContain('<meta property="og:title" content="双11">')
    expect(at).toContain('<meta property="og:image" content="https://shop.example/assets/u/a.png">')
    expect(at).toContain('<meta property="og:url" content="https://shop.example/p/double-11">')
    expect(htmlOf(page)).not.toContain('og:url')
  })

  it('carries theme, language and the page’s own background', () => {
    const html = htmlOf(aPage([], [], { theme: 'fresh', settings: { locale: 'en', background: '#112233' } }))
    expect(html).toContain('<html lang="en" data-theme="fresh"')
    expect(html).toContain('<meta name="theme-color" content="#112233">')
    expect(html).toContain('<body style="background:#112233">')
  })
})
