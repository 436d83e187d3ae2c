import { type Browser, chromium, type Page } from '@playwright/test'
import { startProduct } from '../support/built-product'

/** What the figures of the phone's side look at: the main venue, as a member of the demo opens it. */
export const VENUE = '/p/double-11'

export interface Venue {
  browser: Browser
  origin: string
  /** The link the shop's app opens the venue with, for one of its members. */
  link: string
}

/** Starts the product and a browser, and ends both after `use`. */
export async function atVenue<T>(use: (venue: Venue) => Promise<T>): Promise<T> {
  const product = await startProduct()
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || undefined,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    return await use({
      browser,
      origin: product.origin,
      link: await linkOfMember(product.origin, 'double-11'),
    })
  } finally {
    await browser.close()
    await product.stop()
  }
}

/** A cheap phone's screen. */
export async function aPhonePage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  })
  return context.newPage()
}

/** The second of the demo's members has points and money to spend. */
async function linkOfMember(origin: string, slug: string): Promise<string> {
  const { members } = (await (await fetch(`${origin}/api/demo/members`)).json()) as {
    members: { id: string }[]
  }
  const opened = await fetch(`${origin}/api/demo/open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ memberId: members[1]?.id, slug }),
  })
  const { url } = (await opened.json()) as { url: string }
  return origin + url
}
