import { randomBytes } from 'node:crypto'
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'
import { aPhone } from '../support/phone'
import { expect, test } from '../support/product-test'
import { type StaffApi, staffApi } from '../support/staff-api'

const DAY_MS = 24 * 60 * 60 * 1000
const WIDTHS = [320, 390, 768]
const OPEN = { name: '拆红包' }

interface Packets {
  campaignId: string
  slug: string
}

interface PacketsOptions {
  /** Laid over a configuration with which two packets a day can be opened, or one be sent. */
  config?: Record<string, unknown>
  stock?: number
  budgetFen?: number
  startsInMs?: number
}

/** A published page with nothing but a red packet, of a campaign of its own. */
async function publishPackets(staff: StaffApi, o: PacketsOptions = {}): Promise<Packets> {
  const slug = `packets-${randomBytes(6).toString('hex')}`
  const startsAt = Date.now() + (o.startsInMs ?? -DAY_MS)
  const campaign = await staff.mutate<{ id: string }>('campaigns.create', {
    name: slug,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 3 * DAY_MS).toISOString(),
    budgetFen: o.budgetFen ?? 1_000_000,
  })
  await staff.mutate('campaigns.transition', { id: campaign.id, event: 'launch' })
  const reward = await staff.mutate<{ id: string }>('rewards.create', {
    title: slug,
    terms: { kind: 'cash', amountFen: 1_000, useLink: '/p/double-11' },
    stock: o.stock ?? 100,
    reservation: { kind: 'full' },
  })
  const config = {
    ...{ mode: 'open', rewardId: reward.id, perDay: 2, minFen: 188, maxFen: 188, total: 9 },
    ...{ totalFen: 1_000, parts: 2, hours: 24, openPerDay: 9 },
    ...o.config,
  }
  const tool = await staff.mutate<{ id: string }>('tools.create', {
    campaignId: campaign.id,
    type: 'red-packet',
    name: slug,
    config,
  })
  const page = await staff.mutate<{ id: string }>('pages.create', { title: slug, slug })
  const { definition } = await staff.query<{ definition: object }>('pages.get', { id: page.id })
  const props = { title: '天天拆红包', blessing: '恭喜发财 大吉大利' }
  const block = { id: 'packet', type: 'red-packet', version: 1, props, tool: { id: tool.id } }
  await staff.mutate('pages.save', {
    id: page.id,
    revision: 1,
    definition: { ...definition, root: ['packet'], blocks: { packet: block } },
  })
  await staff.mutate('pages.publish', { id: page.id, revision: 2 })
  return { campaignId: campaign.id, slug }
}

/** The address under which the shop's app opens the page as one of its members. */
async function addressFor(phone: BrowserContext, slug: string, nickname: string): Promise<string> {
  const { members } = (await (await phone.request.get('/api/demo/members')).json()) as {
    members: { id: string; nickname: string }[]
  }
  const memberId = members.find((member) => member.nickname === nickname)?.id
  const opened = await phone.request.post('/api/demo/open', { data: { memberId, slug } })
  return ((await opened.json()) as { url: string }).url
}

/** The page on a phone of the member's own, `width` px wide. */
async function openAs(
  browser: Browser,
  origin: string,
  o: { slug: string; member: string; width: number; packet?: string },
): Promise<Page> {
  const phone = await aPhone(browser, origin)
  const page = await phone.newPage()
  await page.setViewportSize({ width: o.width, height: 844 })
  const url = new URL(await addressFor(phone, o.slug, o.member), origin)
  if (o.packet) url.searchParams.set('packet', o.packet)
  await page.goto(url.href)
  return page
}

/** What came out of the packet, in fen, once it has been counted up. */
async function amountIn(page: Page): Promise<number> {
  const card = page.locator('.zg-rp-card')
  await expect(card).toContainText('恭喜你，拆到')
  const text = (await card.locator('.zg-rp-heard').textContent()) ?? ''
  await expect(card.locator('b')).toHaveText(text)
  return Math.round(Number(text) * 100)
}

/** What the list of those who opened the packet says of amounts. */
function amountsTold(page: Page): Locator {
  return page.getByRole('listitem').filter({ hasText: /^\S+\*.*¥\d\.\d\d/ })
}

async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(overflow).toBe(0)
}

function staffOf(origin: string): Promise<StaffApi> {
  return staffApi(origin, 'admin@ziggurat.demo', 'ziggurat-demo')
}

for (const width of WIDTHS) {
  test(`at ${width} px a member opens packets until the day’s are used up`, async ({
    browser,
    product,
    picture,
  }) => {
    const { slug } = await publishPackets(await staffOf(product.origin))
    const page = await openAs(browser, product.origin, { slug, member: '小满', width })
    const packet = page.getByRole('region', { name: '天天拆红包' })
    await expect(packet).toContainText('今天还能拆 2 个')
    await expectNoOverflow(page)
    await picture(page, 'closed')

    await page.getByRole('button', OPEN).tap()
    expect(await amountIn(page)).toBe(188)
    await expect(packet.getByRole('link', { name: '去使用' })).toHaveAttribute('href', '/p/double-11')
    await expectNoOverflow(page)
    await picture(page, 'opened')

    await packet.getByRole('button', { name: '再拆一个（还剩 1 个）' }).tap()
    await page.getByRole('button', OPEN).tap()
    expect(await amountIn(page)).toBe(188)
    await expect(packet).toContainText('今天拆完了，明天再来 2 次')

    await page.reload()
    await expect(packet).toContainText('今天拆完了，明天再来 2 次')
    await expect(packet).toContainText('今天拆到¥1.88¥1.88')
    await expect(page.getByRole('button', OPEN)).toHaveCount(0)
    await picture(page, 'used-up')
  })

  test(`at ${width} px a packet that cannot be opened says why`, async ({ browser, product, picture }) => {
    const { origin } = product
    const staff = await staffOf(origin)
    const seen = async (o: PacketsOptions & { tap?: boolean }, words: string, name: string) => {
      const packets = await publishPackets(staff, o)
      const page = await openAs(browser, origin, { slug: packets.slug, member: '阿哲', width })
      if (o.tap) await page.getByRole('button', OPEN).tap()
      await expect(page.getByRole('region', { name: '天天拆红包' })).toContainText(words)
      await expect(page.getByRole('button', OPEN)).toHaveCount(0)
      await expectNoOverflow(page)
      await picture(page, name)
      return { page, packets }
    }
    await (await seen({ startsInMs: 3_600_000 }, '距开抢', 'not-started')).page.close()
    await (await seen({ stock: 0 }, '来晚啦，红包已抢完', 'sold-out')).page.close()
    await (await seen({ budgetFen: 187, tap: true }, '今日已抢完', 'budget-exhausted')).page.close()
    await (await seen({ config: { maxFen: 1_001 } }, '红包还没准备好', 'not-offered')).page.close()

    const packets = await publishPackets(staff)
    const page = await openAs(browser, origin, { slug: packets.slug, member: '阿哲', width })
    await expect(page.getByRole('button', OPEN)).toBeVisible()
    await staff.mutate('campaigns.transition', { id: packets.campaignId, event: 'suspend' })
    await page.getByRole('button', OPEN).tap()
    await expect(page.getByRole('region', { name: '天天拆红包' })).toContainText('活动暂停中')
    await picture(page, 'suspended')
    await staff.mutate('campaigns.transition', { id: packets.campaignId, event: 'end' })
    await page.reload()
    await expect(page.getByRole('region', { name: '天天拆红包' })).toContainText('活动已结束')
    await picture(page, 'ended')
  })

  test(`at ${width} px two members share a packet, each opens it once, a third comes too late`, async ({
    browser,
    product,
    picture,
  }) => {
    const { origin } = product
    const { slug } = await publishPackets(await staffOf(origin), { config: { mode: 'share', perDay: 1 } })
    const sender = await openAs(browser, origin, { slug, member: '小满', width })
    await expect(sender.getByText('今天还能发 1 个')).toBeVisible()
    await picture(sender, 'before-sending')
    await sender.getByRole('button', { name: '发一个拼手气红包' }).first().tap()
    await expect(sender.getByText('还剩 2 个，喊好友来拆')).toBeVisible()
    const packet = new URL(sender.url()).searchParams.get('packet') ?? ''
    expect(packet).toMatch(/^[0-9a-z]{20}$/)
    await sender.getByRole('button', { name: '分享给好友' }).tap()
    await expect(sender.getByRole('status').filter({ hasText: '链接已复制' })).toBeVisible()
    await picture(sender, 'sent')

    await sender.getByRole('button', OPEN).tap()
    const first = await amountIn(sender)
    await picture(sender, 'sender-opened')
    await sender.reload()
    expect(await amountIn(sender)).toBe(first)
    await expect(sender.getByRole('button', OPEN)).toHaveCount(0)
    await expect(sender.getByText('手气最佳', { exact: true })).toHaveCount(0)

    const friend = await openAs(browser, origin, { slug, member: '阿哲', width, packet })
    await expect(friend.getByText('小* 送你一个红包')).toBeVisible()
    await expect(amountsTold(friend)).toHaveCount(0)
    await picture(friend, 'friend')
    await friend.getByRole('button', OPEN).tap()
    const second = await amountIn(friend)
    expect(first + second).toBe(1_000)
    await picture(friend, 'friend-opened')

    for (const page of [sender, friend]) {
      await page.reload()
      await expect(page.getByText('手气最佳', { exact: true })).toHaveCount(1)
      await expect(page.getByRole('button', OPEN)).toHaveCount(0)
      await expectNoOverflow(page)
    }
    expect(await amountIn(friend)).toBe(second)
    await picture(friend, 'best-luck')

    const late = await openAs(browser, origin, { slug, member: '青禾', width, packet })
    await expect(late.getByText('手慢了，红包派完了')).toBeVisible()
    await expect(amountsTold(late)).toHaveCount(2)
    await expect(late.getByRole('button', OPEN)).toHaveCount(0)
    await picture(late, 'too-late')
    const lost = await openAs(browser, origin, { slug, member: '青禾', width, packet: 'z'.repeat(20) })
    await expect(lost.getByText('没有找到这个红包')).toBeVisible()
    await picture(lost, 'unknown')
  })
}

test('a sign-in asked for in the middle of a tap goes on with that tap', async ({
  browser,
  product,
  picture,
}) => {
  const { origin } = product
  const { slug } = await publishPackets(await staffOf(origin))
  const phone = await aPhone(browser, origin)
  const ticketed = new URL(await addressFor(phone, slug, '青禾'), origin).href
  // The shop's app signs the member in and comes back without leaving the page.
  await phone.addInitScript((url) => {
    window.ZigguratBridge = { login: () => fetch(url, { redirect: 'manual' }) }
  }, ticketed)
  const page = await phone.newPage()
  await page.goto(`/p/${slug}`)
  await expect(page.getByText('登录后拆红包')).toBeVisible()
  await picture(page, 'signed-out')
  await page.getByRole('button', OPEN).tap()
  expect(await amountIn(page)).toBe(188)
  await expect(page.getByRole('button', { name: '再拆一个（还剩 1 个）' })).toBeVisible()
  await picture(page, 'opened-after-sign-in')
})
