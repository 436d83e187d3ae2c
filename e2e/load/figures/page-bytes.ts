import { gzipSync } from 'node:zlib'
import type { Figure } from '../figure'
import { aPhonePage, atVenue, VENUE } from '../venue'

export const pageHtmlBytes: Figure = {
  name: 'page_html_css_gzip_bytes',
  about: `the document of ${VENUE} with its styles in it, gzip`,
  target: { atMost: 30_000 },
  measure: () =>
    atVenue(async ({ origin }) => {
      const response = await fetch(origin + VENUE)
      const html = await response.text()
      if (/<link[^>]+stylesheet/.test(html)) throw new Error(`${VENUE} fetches styles besides`)
      return { name: 'page_html_css_gzip_bytes', value: gzipSync(html, { level: 9 }).length, unit: 'bytes' }
    }),
}

export const firstViewImageBytes: Figure = {
  name: 'first_view_image_bytes',
  about: `all pictures a phone of 390 × 844 fetches for ${VENUE} before anybody scrolls, as they travel`,
  target: { atMost: 250_000 },
  measure: () =>
    atVenue(async ({ browser, link }) => {
      const page = await aPhonePage(browser)
      const session = await page.context().newCDPSession(page)
      await session.send('Network.enable')
      const images = new Set<string>()
      let bytes = 0
      session.on('Network.responseReceived', ({ requestId, type }) => {
        if (type === 'Image') images.add(requestId)
      })
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (images.has(requestId)) bytes += encodedDataLength
      })
      await page.goto(link, { waitUntil: 'networkidle' })
      if (images.size === 0) throw new Error(`${VENUE} shows no picture at all`)
      await page.context().close()
      return { name: 'first_view_image_bytes', value: bytes, unit: 'bytes' }
    }),
}
