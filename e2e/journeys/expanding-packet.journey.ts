import { randomBytes } from 'node:crypto'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { aPhone } from '../support/phone'
import { expect, test } from '../support/product-test'
import { type StaffApi, staffApi } from '../support/staff-api'

const DAY_MS = 24 * 60 * 60 * 1000
const TITLE = '好友膨胀红包'
const WECHAT = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0.50'

/** A published page with nothing but an expanding packet: from ¥2 to ¥10 with two friends' help. */
async function publishPacket(staff: StaffApi, config: object = {}, props: object = {}): Promise<string> {
  const slug = `expanding-${randomBytes(6).toString('hex')}`
  const startsAt = Date.now() - DAY_MS
  const campaign = await staff.mutate<{ id: string }>('campaigns.create', {
    name: slug,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 5 * DAY_MS).toISOString(),
    budgetFen: 1_000_000,
  })
  await staff.mutate('campaigns.transition', { id: campaign.id, event: 'launch' })
  const reward = await staff.mutate<{ id: string }>('rewards.create', {
    title: slug,
    terms: { kind: 'cash', amountFen: 1_000, useLink: '/p/double-11' },
    stock: 100,
    reservation: { kind: 'full' },
  })
  const tool = await staff.mutate<{ id: string }>('tools.create', {
    campaignId: campaign.id,
    type: 'expanding-packet',
    name: slug,
    config: {
      ...{ mode: 'friends', rewardId: reward.id, baseFen: 200, targetFen: 1_000, perDay: 1 },
      ...{ collectHours: 24, helpers: 2, leastFen: 100, mostFen: 700, hours: 24, helpsPerDay: 9 },
      ...config,
    },
  })
  const page = await staff.mutate<{ id: string }>('pages.create', { title: slug, slug })
  const { definition } = await staff.query<{ definition: object }>('pages.get', { id: page.id })
  const block = {
    ...{ id: 'packet', type: 'expanding-packet', version: 1, tool: { id: tool.id } },
    props: { title: TITLE, slogan: '好友帮一下，红包大一圈', isInWechat: false, ...props },
  }
  await staff.mutate('pages.save', {
    id: page.id,
    revision: 1,
    definition: { ...definition, root: ['packet'], blocks: { packet: block } },
  })
  await staff.mutate('pages.publish', { id: page.id, revision: 2 })
  return slug
}

/** The address under which the shop's app opens the page as one of its members. */
async function addressFor(phone: BrowserContext, slug: string, nickname: string): Promise<URL> {
  const { members } = (await (await phone.request.get('/api/demo/members')).json()) as {
    members: { id: string; nickname: string }[]
  }
  const memberId = members.find((member) => member.nickname === nickname)?.id
  const opened = await phone.request.post('/api/demo/open', { data: { memberId, slug } })
  return new URL(((await opened.json()) as { url: string }).url, new URL(opened.url()).origin)
}

/** The page on a phone of the member's own, whose app keeps what is shared. */
async function openAs(
  browser: Browser,
  origin: string,
  o: { slug: string; member: string; invite?: string },
): Promise<Page> {
  const phone = await aPhone(browser, origin)
  await phone.addInitScript(() => {
    window.ZigguratBridge = {
      share: async ({ link }: { link: string }) => {
        document.documentElement.dataset.shared = link
        return true
      },
    } as typeof window.ZigguratBridge
  })
  const page = await phone.newPage()
  const url = await addressFor(phone, o.slug, o.member)
  if (o.invite) url.searchParams.set('invite', o.invite)
  await page.goto(url.href)
  return page
}

const packetOn = (page: Page) => page.getByRole('region', { name: TITLE })

/** What the packet holds by now, in fen. */
async function amountOn(page: Page): Promise<number> {
  return Math.round(Number(await page.locator('.zg-ep-amount b').textContent()) * 100)
}

/** The invitation in the link that the member hands on. */
async function shared(page: Page): Promise<string> {
  await page.getByRole('button', { name: '喊好友帮我膨胀' }).tap()
  const link = page.locator('html[data-shared]')
  await expect(link).toHaveCount(1)
  return new URL((await link.getAttribute('data-shared')) ?? '').searchParams.get('invite') ?? ''
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

test('two friends bring a packet exactly to its target, and its owner collects it', async ({
  browser,
  product,
  picture,
}) => {
  const { origin } = product
  const slug = await publishPacket(await staffOf(origin))
  const owner = await openAs(browser, origin, { slug, member: '小满' })
  await expect(packetOn(owner)).toContainText('开出 ¥2，2 位好友帮忙膨胀到 ¥10')
  await picture(owner, 'before')
  await owner.getByRole('button', { name: '开红包' }).tap()
  await expect(packetOn(owner)).toContainText('还差 2 位好友，膨胀到 ¥10')
  expect(await amountOn(owner)).toBe(200)
  const invite = await shared(owner)
  expect(invite).toMatch(/^[\w.-]{40,64}$/)
  await expectNoOverflow(owner)
  await picture(owner, 'opened')
  // Sharing by itself changes nothing.
  await owner.reload()
  await expect(packetOn(owner)).toContainText('还差 2 位好友')
  expect(await amountOn(owner)).toBe(200)

  const friend = await openAs(browser, origin, { slug, member: '阿哲', invite })
  await expect(packetOn(friend)).toContainText('小* 请你帮忙膨胀红包')
  await picture(friend, 'friend')
  await friend.getByRole('button', { name: '帮 TA 膨胀一下' }).tap()
  await expect(packetOn(friend)).toContainText('谢谢你，帮 TA 膨胀了')
  const first = await amountOn(friend)
  expect(first).toBeGreaterThanOrEqual(300)
  expect(first).toBeLessThanOrEqual(900)
  await expectNoOverflow(friend)
  await picture(friend, 'friend-helped')
  // Once, however often the link is opened.
  await friend.reload()
  await expect(packetOn(friend)).toContainText('谢谢你，帮 TA 膨胀了')
  await expect(friend.getByRole('button', { name: /膨胀一下/ })).toHaveCount(0)

  await owner.reload()
  await expect(packetOn(owner)).toContainText('还差 1 位好友')
  expect(await amountOn(owner)).toBe(first)
  await picture(owner, 'one-missing')

  const last = await openAs(browser, origin, { slug, member: '青禾', invite })
  await last.getByRole('button', { name: '帮 TA 膨胀一下' }).tap()
  await expect(packetOn(last)).toContainText('谢谢你，帮 TA 膨胀了')
  expect(await amountOn(last)).toBe(1_000)
  await picture(last, 'last-friend')

  await owner.reload()
  await expect(packetOn(owner)).toContainText('膨胀完成，快领走吧')
  await picture(owner, 'full')
  await owner.getByRole('button', { name: '领取 ¥10' }).tap()
  await expect(packetOn(owner)).toContainText('已领取 ¥10，存入余额')
  await expect(packetOn(owner).getByRole('link', { name: '去使用' })).toHaveAttribute('href', '/p/double-11')
  await picture(owner, 'collected')
  await owner.getByRole('link', { name: '我的奖励' }).tap()
  await expect(owner.getByText('¥10').first()).toBeVisible()

  // Whoever opened it can open one of their own from there.
  await last.reload()
  await expect(packetOn(last)).toContainText('谢谢你，帮 TA 膨胀了')
  await last.getByRole('button', { name: '我也要开一个' }).tap()
  await last.getByRole('button', { name: '开红包' }).tap()
  await expect(packetOn(last)).toContainText('还差 2 位好友')
})

test('a friend who signs in in the middle of the tap has helped with that tap', async ({
  browser,
  product,
  picture,
}) => {
  const { origin } = product
  const slug = await publishPacket(await staffOf(origin))
  const owner = await openAs(browser, origin, { slug, member: '小满' })
  await owner.getByRole('button', { name: '开红包' }).tap()
  const invite = await shared(owner)

  const phone = await aPhone(browser, origin)
  const ticketed = (await addressFor(phone, slug, '阿哲')).href
  // The shop's app signs the member in and comes back without leaving the page.
  await phone.addInitScript((url) => {
    window.ZigguratBridge = { login: () => fetch(url, { redirect: 'manual' }) }
  }, ticketed)
  const page = await phone.newPage()
  await page.goto(`/p/${slug}?invite=${invite}`)
  await expect(page.getByRole('button', { name: '登录后帮 TA 膨胀' })).toBeVisible()
  await picture(page, 'signed-out')
  await page.getByRole('button', { name: '登录后帮 TA 膨胀' }).tap()
  await expect(packetOn(page)).toContainText('谢谢你，帮 TA 膨胀了')
  await picture(page, 'helped')
})

test('a link that was tampered with leads to no packet', async ({ browser, product, picture }) => {
  const { origin } = product
  const slug = await publishPacket(await staffOf(origin))
  const owner = await openAs(browser, origin, { slug, member: '小满' })
  await owner.getByRole('button', { name: '开红包' }).tap()
  const invite = await shared(owner)
  const changed = invite.slice(0, -1) + (invite.endsWith('A') ? 'B' : 'A')
  const friend = await openAs(browser, origin, { slug, member: '阿哲', invite: changed })
  await expect(packetOn(friend)).toContainText('没有找到这个红包')
  await picture(friend, 'unknown')
  await friend.getByRole('button', { name: '我也要开一个' }).tap()
  await expect(friend.getByRole('button', { name: '开红包' })).toBeVisible()
})

test('without waiting for friends one takes what there is, after being asked', async ({
  browser,
  product,
  picture,
}) => {
  const { origin } = product
  const slug = await publishPacket(await staffOf(origin), { perDay: 2 })
  const owner = await openAs(browser, origin, { slug, member: '小满' })
  await owner.getByRole('button', { name: '开红包' }).tap()
  await owner.getByRole('button', { name: '不等了，先领 ¥2' }).tap()
  await picture(owner, 'asked')
  await owner.getByRole('button', { name: '领走 ¥2 就不再膨胀，确定领' }).tap()
  await expect(packetOn(owner)).toContainText('已领取 ¥2，存入余额')
  await owner.getByRole('button', { name: '再开一个' }).tap()
  await expect(packetOn(owner)).toContainText('还差 2 位好友')
})

test('a packet expands once by itself', async ({ browser, product, picture }) => {
  const { origin } = product
  const slug = await publishPacket(await staffOf(origin), { mode: 'self' })
  const owner = await openAs(browser, origin, { slug, member: '小满' })
  await owner.getByRole('button', { name: '开红包' }).tap()
  await owner.getByRole('button', { name: '立即膨胀' }).tap()
  await expect(packetOn(owner)).toContainText('膨胀完成，快领走吧')
  const amountFen = await amountOn(owner)
  expect(amountFen).toBeGreaterThan(200)
  expect(amountFen).toBeLessThanOrEqual(1_000)
  await picture(owner, 'expanded')
  await owner.getByRole('button', { name: `领取 ¥${amountFen / 100}` }).tap()
  await expect(packetOn(owner)).toContainText(`已领取 ¥${amountFen / 100}，存入余额`)
})

test('in WeChat nobody is asked to invite friends, unless the shop decided so', async ({
  browser,
  product,
  picture,
}) => {
  const { origin } = product
  const staff = await staffOf(origin)
  const openInWechat = async (slug: string) => {
    const phone = await aPhone(browser, origin, { userAgent: WECHAT })
    const page = await phone.newPage()
    await page.goto((await addressFor(phone, slug, '小满')).href)
    return page
  }
  const hidden = await openInWechat(await publishPacket(staff))
  await expect(packetOn(hidden)).toContainText('微信内不能邀请好友，请到 App 里打开')
  await expect(hidden.getByRole('button', { name: '开红包' })).toHaveCount(0)
  await picture(hidden, 'wechat')
  const shown = await openInWechat(await publishPacket(staff, {}, { isInWechat: true }))
  await shown.getByRole('button', { name: '开红包' }).click()
  await expect(shown.getByRole('button', { name: '喊好友帮我膨胀' })).toBeVisible()
})
