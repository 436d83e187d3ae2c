import { randomBytes } from 'node:crypto'
import type { Browser, BrowserContext, Locator, Page, TestInfo } from '@playwright/test'
import { SignJWT } from 'jose'
import { type Product, startProduct } from '../support/built-product'
import { aPhone } from '../support/phone'
import { type Mall, publishMall, TITLES } from '../support/points-mall'
import { productDatabase } from '../support/product-database'
import { expect, test } from '../support/product-test'
import { staffApi } from '../support/staff-api'

const TICKET_SECRET = 'what the shop and the product share'
const SHOP_LOGIN = '/shop-sign-in?back='

// These journeys start a product of their own, which knows the shop's sign-in.
test.use({ baseURL: '' })

let product: Product | undefined
let database: Awaited<ReturnType<typeof productDatabase>> | undefined
let origin: string
let mall: Mall

test.beforeAll(async ({ dialect }) => {
  test.setTimeout(90_000)
  database = await productDatabase(dialect)
  const env = { ...database.env, TICKET_SECRET, MEMBER_LOGIN_URL: SHOP_LOGIN }
  product = await startProduct({ env })
  origin = product.origin
  mall = await publishMall(await staffApi(origin, 'admin@ziggurat.demo', 'ziggurat-demo'))
  // Somebody else takes the one breakfast of the day.
  const early = await aTicket('early')
  const cookie = await sessionOf(early)
  await claim(cookie, 'coupon-wall', 'claim', 'wall', mall.rewardIds.purse)
  const taken = await claim(cookie, 'points-mall', 'redeem', 'mall', mall.rewardIds.goneToday)
  expect(taken).toBe('granted')
})

test.afterAll(async () => {
  await product?.stop()
  await database?.stop()
})

const aTicket = (member: string) =>
  new SignJWT({ nickname: member })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(member)
    .setAudience('ziggurat')
    .setIssuedAt()
    .setExpirationTime('60s')
    .sign(Buffer.from(TICKET_SECRET))

async function sessionOf(ticket: string): Promise<string> {
  const response = await fetch(`${origin}/p/${mall.slug}?ticket=${ticket}`, { redirect: 'manual' })
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function claim(cookie: string, type: string, action: string, block: string, rewardId: string) {
  const response = await fetch(`${origin}/api/member/widget.${type}.${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({
      version: mall.version,
      block,
      key: randomBytes(12).toString('hex'),
      input: { rewardId },
    }),
  })
  return ((await response.json()) as { result?: { data: { status: string } } }).result?.data.status
}

/** Keeps pictures in test-results, named in the order of the journey. */
function pictures(testInfo: TestInfo) {
  let taken = 0
  return async (page: Page, name: string) => {
    taken += 1
    const path = testInfo.outputPath(`${String(taken).padStart(2, '0')}-${name}.png`)
    await page.screenshot({ path, animations: 'disabled' })
  }
}

/** A phone of this width, on which copying is allowed. */
const aPhoneThatCopies = (browser: Browser, width: number) =>
  aPhone(browser, origin, { width, permissions: ['clipboard-read', 'clipboard-write'] })

/** Opens the mall out of the shop's app, as a member with 5,000 points and ¥50. */
async function openMall(phone: BrowserContext, member: string): Promise<Page> {
  const cookie = await sessionOf(await aTicket(member))
  for (const reward of ['purse', 'money'] as const) {
    expect(await claim(cookie, 'coupon-wall', 'claim', 'wall', mall.rewardIds[reward])).toBe('granted')
  }
  const page = await phone.newPage()
  await page.goto(`/p/${mall.slug}?ticket=${await aTicket(member)}`)
  await expect(mallOf(page).getByText('5,000', { exact: true })).toBeVisible()
  return page
}

const mallOf = (page: Page): Locator => page.locator('.zg-pm')
const itemOf = (page: Page, title: string): Locator =>
  mallOf(page).getByRole('listitem').filter({ hasText: title })
const dialogOf = (page: Page, name: string): Locator => page.getByRole('dialog', { name })

/** Taps the item's button and confirms; answers the sheet that tells what was got. */
async function redeem(page: Page, title: string): Promise<Locator> {
  await itemOf(page, title).getByRole('button').tap()
  await dialogOf(page, '确认兑换').getByRole('button', { name: '确认兑换' }).tap()
  const done = dialogOf(page, '兑换成功')
  await expect(done).toContainText(title)
  return done
}

async function closeSheet(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).tap()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Nothing is cut off at the side, and every button is large enough for a finger. */
async function expectFits(page: Page): Promise<void> {
  const { overflow, small } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const small = [...document.querySelectorAll<HTMLElement>('.zg-pm button, [role=dialog] button')].filter(
      (button) => button.offsetHeight < 44 || button.offsetWidth < 44,
    )
    return {
      overflow: scrollWidth - clientWidth,
      small: small.map((button) => button.outerHTML.slice(0, 120)),
    }
  })
  expect(overflow).toBe(0)
  expect(small).toEqual([])
}

for (const width of [320, 390, 768]) {
  test(`at ${width} px a member redeems one of each kind, copies a code and says where a prize is sent`, async ({
    browser,
  }, testInfo) => {
    const picture = pictures(testInfo)
    const phone = await aPhoneThatCopies(browser, width)
    const page = await openMall(phone, `all-${width}`)
    await expectFits(page)
    await picture(page, 'mall')

    await test.step('what it costs and what is left after is said first', async () => {
      await itemOf(page, TITLES.code).getByRole('button').tap()
      const confirm = dialogOf(page, '确认兑换')
      await expect(confirm).toContainText('500 积分 + ¥9.9')
      await expect(confirm).toContainText('4,500')
      await expect(confirm).toContainText('¥40.10')
      await expectFits(page)
      await picture(page, 'confirm')
      await closeSheet(page)
      await expect(mallOf(page).getByText('5,000', { exact: true })).toBeVisible()
    })

    await test.step('a code is got and really copied', async () => {
      const done = await redeem(page, TITLES.code)
      const code = (await done.locator('code').textContent()) ?? ''
      expect(mall.codes).toContain(code)
      await done.getByRole('button', { name: '复制' }).tap()
      await expect(done.getByRole('button', { name: '已复制' })).toBeVisible()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)
      await picture(page, 'code')
      await closeSheet(page)
      await expect(mallOf(page).getByText('4,500', { exact: true })).toBeVisible()
      await expect(mallOf(page).getByText('¥40.10', { exact: true })).toBeVisible()
    })

    await test.step('a coupon, points and cash come at once', async () => {
      await expect(await redeem(page, TITLES.coupon)).toContainText('满 199 减 20')
      await closeSheet(page)
      await expect(await redeem(page, TITLES.points)).toContainText('积分已到账')
      await closeSheet(page)
      await expect(await redeem(page, TITLES.cash)).toContainText('已存入余额')
      await closeSheet(page)
      // 4,500 − 200 − 100 + 200 − 188, and ¥40.10 + ¥1.88.
      await expect(mallOf(page).getByText('4,212', { exact: true })).toBeVisible()
      await expect(mallOf(page).getByText('¥41.98', { exact: true })).toBeVisible()
    })

    await test.step('each says what stands in the way of more', async () => {
      await expect(itemOf(page, TITLES.coupon).getByRole('button')).toHaveText('已达上限')
      await expect(itemOf(page, TITLES.gone).getByRole('button')).toHaveText('已兑完')
      await expect(itemOf(page, TITLES.goneToday).getByRole('button')).toHaveText('已兑完·明日再来')
      await expect(itemOf(page, TITLES.dear).getByRole('button')).toHaveText('还差 85,788 积分')
      await itemOf(page, TITLES.dear).getByRole('button').tap()
      await expect(dialogOf(page, '确认兑换')).toContainText('还差 85,788 积分')
      await closeSheet(page)
    })

    await test.step('the records hold it all', async () => {
      await mallOf(page).getByRole('button', { name: '兑换记录' }).tap()
      const records = dialogOf(page, '兑换记录')
      for (const title of [TITLES.code, TITLES.coupon, TITLES.points, TITLES.cash]) {
        await expect(records).toContainText(title)
      }
      await expectFits(page)
      await picture(page, 'records')
      await closeSheet(page)
    })

    await test.step('a prize asks where it is sent, and is told', async () => {
      const done = await redeem(page, TITLES.thing)
      await done.getByRole('link', { name: '填写收货地址' }).tap()
      await page.waitForURL('**/my/rewards')
      const prize = page.getByRole('listitem').filter({ hasText: TITLES.thing })
      await prize.getByRole('button', { name: '填写收货地址' }).tap()
      const form = dialogOf(page, '收货地址')
      await form.getByRole('button', { name: '提交地址' }).tap()
      await expect(form).toContainText('请填写正确的手机号')
      await expectFits(page)
      await picture(page, 'address')
      await form.getByLabel('收货人').fill('李小满')
      await form.getByLabel('手机号').fill('138 0013 8000')
      await form.getByLabel('所在地区').fill('浙江省 杭州市 余杭区')
      await form.getByLabel('详细地址').fill('文一西路 1 号 2 幢 301')
      await form.getByRole('button', { name: '提交地址' }).tap()
      await expect(form).toContainText('请先同意')
      await form.getByRole('checkbox').check()
      await form.getByRole('button', { name: '提交地址' }).tap()
      await expect(prize).toContainText('地址已填')
      await page.reload()
      await expect(prize).toContainText('地址已填')
      await expect(page.getByText('2,412', { exact: true })).toBeVisible()
      await picture(page, 'my-rewards')
      await page.getByRole('button', { name: '券码' }).tap()
      await expect(page.getByRole('listitem')).toHaveCount(1)
    })
    await phone.close()
  })
}

test('a sign-in in the middle of a tap, on a page opened anew, goes on with what was confirmed', async ({
  browser,
}, testInfo) => {
  const picture = pictures(testInfo)
  const member = 'signs-in'
  const cookie = await sessionOf(await aTicket(member))
  expect(await claim(cookie, 'coupon-wall', 'claim', 'wall', mall.rewardIds.purse)).toBe('granted')
  const phone = await aPhoneThatCopies(browser, 390)
  // The shop's own sign-in: it sends whoever comes back with a ticket.
  await phone.route('**/shop-sign-in?**', async (route) => {
    const back = new URL(new URL(route.request().url()).searchParams.get('back') ?? '')
    back.searchParams.set('ticket', await aTicket(member))
    await route.fulfill({ status: 302, headers: { location: back.href } })
  })
  const page = await phone.newPage()
  await page.goto(`/p/${mall.slug}`)
  await expect(mallOf(page).getByRole('button', { name: '登录查看积分' })).toBeVisible()
  await picture(page, 'nobody')
  await itemOf(page, TITLES.coupon).getByRole('button', { name: '登录兑换' }).tap()
  await dialogOf(page, '确认兑换').getByRole('button', { name: '登录并兑换' }).tap()
  await expect(dialogOf(page, '兑换成功')).toContainText(TITLES.coupon)
  await picture(page, 'went-on')
  await closeSheet(page)
  await expect(mallOf(page).getByText('4,800', { exact: true })).toBeVisible()
  await phone.close()
})

test('a member without enough is told how much is missing, also when it was spent meanwhile', async ({
  browser,
}) => {
  const phone = await aPhoneThatCopies(browser, 390)
  const page = await openMall(phone, 'spends-elsewhere')
  await itemOf(page, TITLES.thing).getByRole('button').tap()
  const confirm = dialogOf(page, '确认兑换')
  await expect(confirm).toContainText('3,200')
  // The same member, on another phone, spends the balance.
  const cookie = await sessionOf(await aTicket('spends-elsewhere'))
  for (const reward of ['code', 'code'] as const) {
    expect(await claim(cookie, 'points-mall', 'redeem', 'mall', mall.rewardIds[reward])).toBe('granted')
  }
  expect(await claim(cookie, 'points-mall', 'redeem', 'mall', mall.rewardIds.thing)).toBe('granted')
  await confirm.getByRole('button', { name: '确认兑换' }).tap()
  await expect(confirm).toContainText('每人限 1 份')
  await closeSheet(page)
  await expect(mallOf(page).getByText('2,200', { exact: true })).toBeVisible()
  await expect(itemOf(page, TITLES.thing).getByRole('button')).toHaveText('已达上限')
  await phone.close()
})

test('a broken network costs nothing twice', async ({ browser }) => {
  const phone = await aPhoneThatCopies(browser, 390)
  const page = await openMall(phone, 'loses-network')
  await itemOf(page, TITLES.coupon).getByRole('button').tap()
  const confirm = dialogOf(page, '确认兑换')
  // The request arrives; its answer does not.
  let lost = 0
  await page.route('**/widget.points-mall.redeem', async (route) => {
    if (lost++ < 1) {
      await route.fetch()
      await route.abort('connectionreset')
    } else await route.continue()
  })
  await confirm.getByRole('button', { name: '确认兑换' }).tap()
  await expect(dialogOf(page, '兑换成功')).toContainText(TITLES.coupon)
  await closeSheet(page)
  await expect(mallOf(page).getByText('4,800', { exact: true })).toBeVisible()
  expect(lost).toBe(2)
  await phone.close()
})
