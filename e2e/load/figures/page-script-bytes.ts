import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from '@playwright/test'
import { startProduct } from '../../support/built-product'
import type { Figure } from '../figure'

export const pageScriptBytes: Figure = {
  name: 'page_js_gzip_bytes',
  about:
    'every script a phone fetches for /p/double-11 until all its interactive blocks are interactive, gzip; /p/about-double-11 must fetch none',
  target: { atMost: 15_000 },
  measure: async () => {
    const product = await startProduct()
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    })
    try {
      const still = await scriptsOf(browser, `${product.origin}/p/about-double-11`)
      if (still.length > 0)
        throw new Error(`/p/about-double-11 loads ${still.map(({ url }) => url).join(', ')}`)
      const link = await linkOfMember(product.origin, 'double-11')
      const scripts = await scriptsOf(browser, link, seeAlive)
      return {
        name: 'page_js_gzip_bytes',
        value: scripts.reduce((sum, { bytes }) => sum + bytes, 0),
        unit: 'bytes',
      }
    } finally {
      await browser.close()
      await product.stop()
    }
  },
}

/** The link the shop's app opens a page with, for its first member. */
async function linkOfMember(origin: string, slug: string): Promise<string> {
  const { members } = (await (await fetch(`${origin}/api/demo/members`)).json()) as {
    members: { id: string }[]
  }
  const opened = await fetch(`${origin}/api/demo/open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ memberId: members[0]?.id, slug }),
  })
  const { url } = (await opened.json()) as { url: string }
  return origin + url
}

/** Both kinds of interactive blocks live: the wall knows the member, the countdown counts. */
async function seeAlive(page: Page): Promise<void> {
  await page.getByRole('button', { name: '立即领取' }).first().waitFor()
  const countdown = page.locator('[data-widget="countdown"]')
  const before = await countdown.textContent()
  await page.waitForFunction(
    (text) => document.querySelector('[data-widget="countdown"]')?.textContent !== text,
    before,
  )
}

/**
 * Every script the page runs, fetched or written into it, at what it weighs in gzip, until it is
 * alive and the network is quiet.
 */
async function scriptsOf(
  browser: Browser,
  url: string,
  alive: (page: Page) => Promise<void> = async () => {},
): Promise<{ url: string; bytes: number }[]> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  })
  const page = await context.newPage()
  const fetched: Promise<{ url: string; bytes: number }>[] = []
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (response.request().resourceType() !== 'script' && !type.includes('javascript')) return
    fetched.push(response.body().then((body) => ({ url: response.url(), bytes: gzipSync(body).length })))
  })
  const response = await page.goto(url, { waitUntil: 'networkidle' })
  if (response?.status() !== 200) throw new Error(`${url} answered ${response?.status()}`)
  await alive(page)
  const inline = await page.$$eval<string[], HTMLScriptElement>('script:not([src])', (scripts) =>
    scripts
      .filter(({ type }) => type === '' || type === 'module' || type.includes('javascript'))
      .map(({ textContent }) => textContent ?? ''),
  )
  const scripts = await Promise.all(fetched)
  await context.close()
  return [...scripts, ...inline.map((text) => ({ url: `${url} (inline)`, bytes: gzipSync(text).length }))]
}
