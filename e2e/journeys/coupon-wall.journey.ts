import { randomBytes } from 'node:crypto'
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'
import { claim, memberCookie } from '../support/member-api'
import { aPhone } from '../support/phone'
import { expect, TICKET_SECRET, test } from '../support/product-test'
import { type StaffApi, staffApi } from '../support/staff-api'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const SHANGHAI_MS = 8 * HOUR_MS
const PLENTY_FEN = 10_000_000

interface CouponPlan {
  title: string
  stock?: number
  stockPerDay?: number
  perMember?: number
  perDay?: number
  perSession?: number
}

interface WallPlan {
  coupons: CouponPlan[]
  sessions?: { hour: number; minute: number }[]
  startsAt?: number
  endsAt?: number
  budgetFen?: number
}

interface Wall {
  slug: string
  version: string
  campaignId: string
  rewardIds: string[]
}

/** A published page with a coupon wall of these coupons, each ¥20 off ¥199, made through the staff API. */
async function publish(staff: StaffApi, plan: WallPlan): Promise<Wall> {
  const slug = `cw-${randomBytes(6).toString('hex')}`
  const campaign = await staff.mutate<{ id: string }>('campaigns.create', {
    name: slug,
    startsAt: new Date(plan.startsAt ?? Date.now() - 48 * HOUR_MS).toISOString(),
    endsAt: new Date(plan.endsAt ?? Date.now() + 72 * HOUR_MS).toISOString(),
    budgetFen: plan.budgetFen ?? PLENTY_FEN,
  })
  await staff.mutate('campaigns.transition', { id: campaign.id, event: 'launch' })
  const coupons = []
  for (const { title, stock = 100, stockPerDay = null, perMember = 1, ...limits } of plan.coupons) {
    const terms = {
      kind: 'coupon',
      amountFen: 2_000,
      thresholdFen: 19_900,
      validity: { kind: 'days', days: 3 },
      useLink: '/my/rewards',
    }
    const reservation = { kind: 'full' }
    const reward = await staff.mutate<{ id: string }>('rewards.create', {
      ...{ title, terms, stock, stockPerDay, reservation },
    })
    coupons.push({ rewardId: reward.id, perMember, ...limits })
  }
  const config = { coupons, ...(plan.sessions && { sessions: plan.sessions }) }
  const about = { campaignId: campaign.id, type: 'coupon-wall', name: slug, config }
  const tool = await staff.mutate<{ id: string }>('tools.create', about)
  const page = await staff.mutate<{ id: string }>('pages.create', { title: slug, slug })
  const { definition } = await staff.query<{ definition: object }>('pages.get', { id: page.id })
  const props = { title: '领券中心', layout: 'list', showProgress: true }
  const wall = { id: 'wall', type: 'coupon-wall', version: 1, props, tool: { id: tool.id } }
  const next = { ...definition, root: ['wall'], blocks: { wall } }
  await staff.mutate('pages.save', { id: page.id, revision: 1, definition: next })
  const { version } = await staff.mutate<{ version: string }>('pages.publish', { id: page.id, revision: 2 })
  return { slug, version, campaignId: campaign.id, rewardIds: coupons.map(({ rewardId }) => rewardId) }
}

/** The hour and minute in Shanghai this long from now. */
function sessionIn(ms: number): { hour: number; minute: number } {
  const at = new Date(Date.now() + SHANGHAI_MS + ms)
  return { hour: at.getUTCHours(), minute: at.getUTCMinutes() }
}

function ticketOf(page: Page, title: string): Locator {
  return page.getByRole('article').filter({ hasText: title })
}

interface Scene {
  staff: StaffApi
  width: number
  phone: BrowserContext
  page: Page
  picture: (page: Page, name: string) => Promise<void>
  signIn: (wall: Wall) => Promise<void>
  /** Another member takes one of the wall's coupon, out of sight. */
  taken: (wall: Wall, rewardId?: string) => Promise<void>
  open: (wall: Wall) => Promise<void>
}

/** A phone of this width; whoever plays on it is called after it. */
async function aScene(
  browser: Browser,
  origin: string,
  width: number,
  picture: Scene['picture'],
): Promise<Scene> {
  const staff = await staffApi(origin, 'admin@ziggurat.demo', 'ziggurat-demo')
  const phone = await aPhone(browser, origin, { width })
  const page = await phone.newPage()
  const player = `player-${randomBytes(4).toString('hex')}`
  return {
    ...{ staff, width, phone, page, picture },
    signIn: async (wall) => {
      const [name, value] = (await memberCookie(origin, TICKET_SECRET, wall as never, player)).split('=')
      await phone.addCookies([{ name: name ?? '', value: value ?? '', url: origin }])
    },
    taken: async (wall, rewardId = wall.rewardIds[0] ?? '') => {
      const cookie = await memberCookie(origin, TICKET_SECRET, wall as never, 'the other')
      expect(await claim(origin, cookie, { ...wall, rewardId })).toBe('granted')
    },
    open: async (wall) => {
      await page.goto(`/p/${wall.slug}`)
      await expect(page.getByRole('heading', { name: '领券中心' })).toBeVisible()
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, 'nothing is wider than the screen').toBeLessThanOrEqual(0)
    },
  }
}

for (const width of [320, 390, 768]) {
  test(`a coupon wall is played to each of its endings at ${width} px`, async ({
    browser,
    product,
    picture,
  }) => {
    const scene = await aScene(browser, product.origin, width, picture)
    await signsInAmidATap(scene)
    await claimsAllAtOnce(scene)
    await reachesLimits(scene)
    await losesTheNetwork(scene)
    await findsItPaused(scene)
  })
}

// What the clock does is the same on every width, and must be waited for: all of it at once.
test('sessions and the campaign begin and end by the clock, without a reload', async ({
  browser,
  product,
  picture,
}) => {
  // A session begins with a whole minute, which may be one and a half away.
  test.setTimeout(180_000)
  const scene = () => aScene(browser, product.origin, 390, picture)
  await Promise.all([waitsForTheNextSession(await scene()), waitsForTheCampaign(await scene())])
})

async function signsInAmidATap({ staff, page, open, signIn, picture }: Scene): Promise<void> {
  await test.step('a tap that needs signing in goes on after it', async () => {
    const wall = await publish(staff, { coupons: [{ title: '登录券' }] })
    await open(wall)
    await ticketOf(page, '登录券').getByRole('button', { name: '登录领取' }).tap()
    await page.waitForURL(/\/demo/)
    await signIn(wall)
    await page.goto(`/p/${wall.slug}`)
    await expect(page.getByText('领到了！「登录券」已放进我的奖励')).toBeVisible()
    await expect(ticketOf(page, '登录券').getByRole('button')).toHaveText('已领·去使用')
    await picture(page, 'resumed')
  })
}

async function claimsAllAtOnce({ staff, page, open, taken, picture }: Scene): Promise<void> {
  await test.step('all at once tells what each came to', async () => {
    const titles = ['通用券', '家电券', '已领券', '抢光券']
    const coupons = titles.map((title) => ({ title, ...(title === '抢光券' && { stock: 1 }) }))
    const wall = await publish(staff, { coupons })
    await taken(wall, wall.rewardIds[3])
    await open(wall)
    await expect(ticketOf(page, '抢光券').getByRole('button')).toHaveText('已抢光')
    await ticketOf(page, '已领券').getByRole('button', { name: '立即领取' }).tap()
    await expect(ticketOf(page, '已领券').getByRole('button')).toHaveText('已领·去使用')
    await page.getByRole('button', { name: '一键领取' }).tap()
    const sheet = page.getByRole('dialog', { name: '领到 2 张' })
    await expect(sheet).toContainText('1 张已领过，1 张没领到')
    await expect(sheet.getByRole('listitem').filter({ hasText: '抢光券' })).toContainText('已抢光')
    await picture(page, 'claimed-all')
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
    await expect(page.getByRole('button', { name: '暂时没有可领的券' })).toBeVisible()
    await page.locator('summary').tap()
    await expect(page.getByRole('dialog', { name: '规则' })).toContainText(
      '「家电券」满 199 减 20，每人限领 1 张',
    )
    await page.getByRole('button', { name: '关闭' }).tap()
    await ticketOf(page, '通用券').getByRole('button', { name: '已领·去使用' }).tap()
    await page.waitForURL('**/my/rewards')
    await expect(page.getByText('通用券')).toBeVisible()
  })
}

async function reachesLimits({ staff, page, open, picture }: Scene): Promise<void> {
  await test.step('a limit of the day ends with what the member holds', async () => {
    const wall = await publish(staff, { coupons: [{ title: '每日券', perMember: 5, perDay: 1 }] })
    await open(wall)
    await ticketOf(page, '每日券').getByRole('button', { name: '立即领取' }).tap()
    await expect(ticketOf(page, '每日券').getByRole('button')).toHaveText('已领·去使用')
    await expect(ticketOf(page, '每日券')).toContainText('已领 1/5 张')
  })
  await test.step('a budget that is spent says so', async () => {
    const wall = await publish(staff, { coupons: [{ title: '预算券' }], budgetFen: 1_999 })
    await open(wall)
    await ticketOf(page, '预算券').getByRole('button', { name: '立即领取' }).tap()
    await expect(ticketOf(page, '预算券').getByRole('button')).toHaveText('今日已抢完')
    await picture(page, 'budget-exhausted')
  })
}

async function losesTheNetwork({ staff, phone, page, open, picture }: Scene): Promise<void> {
  await test.step('a tap without network is retried, and counts once', async () => {
    const wall = await publish(staff, { coupons: [{ title: '断网券', perMember: 9 }] })
    await open(wall)
    await expect(ticketOf(page, '断网券').getByRole('button', { name: '立即领取' })).toBeVisible()
    await phone.setOffline(true)
    await ticketOf(page, '断网券').getByRole('button').tap()
    await expect(page.getByText(/网络断开了/)).toBeVisible({ timeout: 30_000 })
    await picture(page, 'offline')
    await phone.setOffline(false)
    const retry = page.getByRole('button', { name: '重试' })
    const again = ticketOf(page, '断网券').getByRole('button', { name: '立即领取' })
    // The notice goes by itself once the network is back; the same tap is then the same request.
    await retry.or(again).first().tap()
    await expect(ticketOf(page, '断网券')).toContainText('已领 1/9 张')
  })
}

async function findsItPaused({ staff, page, open, picture }: Scene): Promise<void> {
  await test.step('it pauses with its campaign', async () => {
    const wall = await publish(staff, { coupons: [{ title: '暂停券' }] })
    await open(wall)
    await expect(ticketOf(page, '暂停券').getByRole('button')).toHaveText('立即领取')
    await staff.mutate('campaigns.transition', { id: wall.campaignId, event: 'suspend' })
    await ticketOf(page, '暂停券').getByRole('button').tap()
    await expect(ticketOf(page, '暂停券').getByRole('button')).toHaveText('暂停领取')
    await picture(page, 'suspended')
  })
}

/** A session is sold out until the next; the next begins by itself. */
async function waitsForTheNextSession({ staff, page, open, signIn, taken, picture }: Scene): Promise<void> {
  // Enough of the session must be left to see that it is sold out.
  const left = MINUTE_MS - (Date.now() % MINUTE_MS)
  const sessions = [sessionIn(0), sessionIn(left < 30_000 ? 2 * MINUTE_MS : MINUTE_MS)]
  const coupons = [{ title: '整点券', perMember: 3, perSession: 1 }, { title: '全天券' }]
  const wall = await publish(staff, { coupons, sessions })
  await signIn(wall)
  await taken(wall)
  await open(wall)
  const button = ticketOf(page, '整点券').getByRole('button')
  await expect(button).toHaveText(/^已抢光.*再来$/)
  await expect(page.getByRole('button', { name: /抢购中/ })).toHaveAttribute('aria-pressed', 'true')
  await picture(page, 'session-sold-out')
  await expect(button).toHaveText('立即领取', { timeout: 100_000 })
  await button.tap()
  await expect(page.getByText('领到了！「整点券」')).toBeVisible()
  await expect(button).toHaveText(/^已领·去使用|^已抢光/)
}

/** It opens and ends by the clock. */
async function waitsForTheCampaign({ staff, page, open, picture }: Scene): Promise<void> {
  // A slow machine takes its time to publish and to open the page; both must come before the start.
  const soon = Date.now() + 25_000
  const wall = await publish(staff, { coupons: [{ title: '开抢券' }], startsAt: soon, endsAt: soon + 15_000 })
  await open(wall)
  const button = ticketOf(page, '开抢券').getByRole('button')
  await expect(button).toHaveText('即将开抢')
  await picture(page, 'not-started')
  await expect(button).toHaveText(/立即领取|登录领取/, { timeout: 40_000 })
  await expect(page.getByText('活动已结束，感谢参与')).toBeVisible({ timeout: 30_000 })
  await expect(button).toHaveText('已结束')
  await picture(page, 'ended')
}
