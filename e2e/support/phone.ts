import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { expect } from './product-test'

type PhoneOptions = Pick<BrowserContextOptions, 'userAgent' | 'permissions'> & { width?: number }

/** A phone of its own, with nothing stored on it. Its pages move as members see them move. */
export async function aPhone(
  browser: Browser,
  origin: string,
  { width = 390, ...more }: PhoneOptions = {},
): Promise<BrowserContext> {
  return await browser.newContext({
    baseURL: origin,
    viewport: { width, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'no-preference',
    ...more,
  })
}

/** Opens a published page out of the shop's app (the demo of it), as one of its members. */
export async function openInShopApp(phone: BrowserContext, member: string, pageTitle: string): Promise<Page> {
  const app = await phone.newPage()
  await app.goto('/demo')
  await app.getByRole('radiogroup', { name: '以谁的身份打开' }).getByText(member).tap()
  await app.getByLabel('打开哪个页面').fill(pageTitle)
  await app.getByTitle(pageTitle, { exact: true }).last().click()
  const opened = phone.waitForEvent('page')
  await app.getByRole('button', { name: '在新标签页打开' }).tap()
  const page = await opened
  await page.waitForURL('**/p/**')
  await expect(page.locator('[data-block]').first()).toBeVisible()
  return page
}
