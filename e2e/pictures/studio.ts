import { expect as atOnce, type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { startProduct } from '../support/built-product'
import { signIn } from '../support/console'
import { aPhone } from '../support/phone'
import { type StaffApi, staffApi } from '../support/staff-api'

const LIMIT_MS = 20_000

/** Waits as long as a machine may take that films at the same time. */
export const expect = atOnce.configure({ timeout: LIMIT_MS })

/** The built product on fresh data, a browser, and the two kinds of screen that pictures are taken of. */
export interface Studio {
  origin: string
  staff: StaffApi
  /** A page on a phone of the member's own. */
  phoneOf: (member: string, slug: string, query?: Record<string, string>) => Promise<Page>
  /** The console, signed in as the administrator of the demo. */
  console: () => Promise<Page>
}

/** Starts everything, ends it after `use`. */
export async function inStudio(use: (studio: Studio) => Promise<void>): Promise<void> {
  const product = await startProduct()
  try {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    })
    try {
      await use(await furnish(browser, product.origin))
    } finally {
      await browser.close()
    }
  } finally {
    await product.stop()
  }
}

async function furnish(browser: Browser, origin: string): Promise<Studio> {
  return {
    origin,
    staff: await staffApi(origin, 'admin@ziggurat.demo', 'ziggurat-demo'),
    phoneOf: async (member, slug, query = {}) => {
      const phone = await aPhone(browser, origin)
      const page = await phone.newPage()
      page.setDefaultTimeout(LIMIT_MS)
      const url = new URL(await addressFor(phone, member, slug), origin)
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
      await page.goto(url.href, { waitUntil: 'networkidle' })
      return page
    },
    console: async () => {
      const desk = await browser.newContext({
        baseURL: origin,
        viewport: { width: 1440, height: 900 },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      })
      const page = await desk.newPage()
      page.setDefaultTimeout(LIMIT_MS)
      await signIn(page, '管理员')
      return page
    },
  }
}

/** The address under which the shop's app opens a page as one of its members. */
async function addressFor(phone: BrowserContext, nickname: string, slug: string): Promise<string> {
  const { members } = (await (await phone.request.get('/api/demo/members')).json()) as {
    members: { id: string; nickname: string }[]
  }
  const memberId = members.find((member) => member.nickname === nickname)?.id
  if (!memberId) throw new Error(`the demo has no member called ${nickname}`)
  const opened = await phone.request.post('/api/demo/open', { data: { memberId, slug } })
  return ((await opened.json()) as { url: string }).url
}
