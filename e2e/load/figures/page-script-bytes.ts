import { gzipSync } from 'node:zlib'
import type { Browser, Page } from '@playwright/test'
import type { Figure } from '../figure'
import { aPhonePage, atVenue, VENUE } from '../venue'

/** The widgets of the venue that a member plays. */
const FLAGSHIPS = ['red-packet', 'coupon-wall', 'lottery', 'points-mall']

export const pageScriptBytes: Figure = {
  name: 'page_js_gzip_bytes',
  about: `every script a phone fetches for ${VENUE}, with all four flagships, until all its interactive blocks are interactive, gzip; /p/about-double-11 must fetch none`,
  target: { atMost: 30_000 },
  measure: () =>
    atVenue(async ({ browser, origin, link }) => {
      const still = await scriptsOf(browser, `${origin}/p/about-double-11`)
      if (still.length > 0)
        throw new Error(`/p/about-double-11 loads ${still.map(({ url }) => url).join(', ')}`)
      const scripts = await scriptsOf(browser, link, seeAlive)
      return {
        name: 'page_js_gzip_bytes',
        value: scripts.reduce((sum, { bytes }) => sum + bytes, 0),
        unit: 'bytes',
      }
    }),
}

/** All four know the member, and the countdown counts. */
async function seeAlive(page: Page): Promise<void> {
  for (const type of FLAGSHIPS) {
    await page.waitForFunction((widget) => {
      const root = document.querySelector(`[data-widget="${widget}"]`)
      // The property Preact leaves on what it drew: the block is alive, not only there.
      return root !== null && Object.keys(root).some((key) => key.startsWith('__'))
    }, type)
  }
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
  const page = await aPhonePage(browser)
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
  await page.context().close()
  return [...scripts, ...inline.map((text) => ({ url: `${url} (inline)`, bytes: gzipSync(text).length }))]
}
