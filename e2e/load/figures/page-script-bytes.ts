import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
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
      const scripts = await scriptsOf(browser, `${product.origin}/p/double-11`)
      if (scripts.length === 0) throw new Error('/p/double-11 loads no script: is it interactive?')
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

/**
 * Every script the page runs, fetched or written into it, at what it weighs in gzip. Waits until
 * the network is quiet, which is later than the last block's coming alive.
 */
async function scriptsOf(browser: Browser, url: string): Promise<{ url: string; bytes: number }[]> {
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
  const inline = await page.$$eval<string[], HTMLScriptElement>('script:not([src])', (scripts) =>
    scripts
      .filter(({ type }) => type === '' || type === 'module' || type.includes('javascript'))
      .map(({ textContent }) => textContent ?? ''),
  )
  const scripts = await Promise.all(fetched)
  await context.close()
  return [...scripts, ...inline.map((text) => ({ url: `${url} (inline)`, bytes: gzipSync(text).length }))]
}
