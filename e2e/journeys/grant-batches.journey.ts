import type { Browser, Page } from '@playwright/test'
import { budgetOf, type DemoAccount, rowOf, signIn, stockOf } from '../support/console'
import { aPhone, openInShopApp } from '../support/phone'
import { expect, test } from '../support/product-test'

const PAGE = '双11 主会场'
const CAMPAIGN = '双11 主会场'
const COUPON = '全场通用券'
/** What one of it sets aside: ¥20, of which four in ten are expected to be used. */
const COUPON_FEN = 800
const NAME = '直播间掉线补发'
/** With ¥20 each, more than one person may give out alone. */
const CROWD = Array.from({ length: 55 }, (_, i) => `crowd-${String(i + 1).padStart(3, '0')},在场`)
const LIST = ['会员号,备注', 'demo-5,桃子', ...CROWD, 'crowd-001,又来一次', 'nobody,', ',没有号']
const GIVEN = CROWD.length + 1

test('a list is given a coupon once a second person confirms it, and one of it is taken back', async ({
  browser,
  page,
  product,
  picture,
}) => {
  const business = await colleague(browser, product.origin, '业务')
  const stockBefore = await stockOf(business, COUPON)
  const budgetBefore = await budgetOf(business, CAMPAIGN)

  await signIn(page, '运营')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '批量发放' }).click()
  await page.getByRole('button', { name: '新建批量发放' }).first().click()
  const form = page.getByRole('form', { name: '新建批量发放' })
  await form.getByLabel('名称').fill(NAME)
  await pick(page, form.getByLabel('奖励', { exact: true }), COUPON)
  await pick(page, form.getByLabel('活动', { exact: true }), CAMPAIGN)
  await form.getByLabel('发放原因').fill('11 日 20:00 直播间掉线，给在场会员补发')
  await picture(page, 'what')
  await form.getByRole('button', { name: '下一步：选会员' }).click()
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()

  await page.getByText('导入名单', { exact: true }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: '名单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(LIST.join('\r\n')),
  })
  await expect(page.getByText(`${GIVEN} 位会员进入名单`)).toBeVisible()
  await expect(page.getByText('没有这个会员号')).toBeVisible()
  await expect(page.getByText('前面已经有这个会员')).toBeVisible()
  await picture(page, 'list')
  await page.getByRole('button', { name: '提交复核' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交复核' }).click()
  await expect(page.getByText('这是你提交的，需要另一位同事复核。')).toBeVisible()
  await expect(page.getByRole('button', { name: '通过，开始发放' })).toHaveCount(0)
  await picture(page, 'waiting')

  const approver = await colleague(browser, product.origin, '审批')
  await approver.goto(page.url())
  await approver.getByRole('button', { name: '通过，开始发放' }).click()
  await picture(approver, 'confirm')
  await approver.getByRole('dialog').getByRole('button', { name: '通过，开始发放' }).click()
  await expect(approver.getByText(`已处理 ${GIVEN} / ${GIVEN}`)).toBeVisible()
  await expect(approver.getByText('已完成')).toBeVisible()
  await picture(approver, 'given')
  expect(await stockOf(business, COUPON)).toBe(stockBefore - GIVEN)
  expect(await budgetOf(business, CAMPAIGN)).toEqual({
    availableFen: budgetBefore.availableFen - GIVEN * COUPON_FEN,
    reservedFen: budgetBefore.reservedFen + GIVEN * COUPON_FEN,
  })

  const phone = await aPhone(browser, product.origin)
  const venue = await openInShopApp(phone, '桃子', PAGE)
  await venue
    .getByRole('link', { name: /我的奖励/ })
    .first()
    .tap()
  const held = venue.getByRole('listitem').filter({ hasText: COUPON }).first()
  await expect(held).toBeVisible()
  await picture(venue, 'my-rewards')

  const support = await colleague(browser, product.origin, '客服')
  await support.goto(page.url())
  await support.getByRole('searchbox', { name: '昵称或会员号' }).fill('demo-5')
  await expect(support.getByRole('row')).toHaveCount(2)
  await support.getByRole('button', { name: '撤回 桃子 的奖励' }).click()
  const dialog = support.getByRole('dialog')
  await dialog.getByLabel('撤回原因').fill('桃子当时不在直播间')
  await picture(support, 'take-back')
  await dialog.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(rowOf(support, '桃子')).toContainText('已撤回')
  await picture(support, 'taken-back')
  await venue.reload()
  await expect(held).toContainText('已收回')
  await picture(venue, 'revoked')
  expect(await stockOf(business, COUPON)).toBe(stockBefore - GIVEN + 1)
})

/** Somebody else at another desk. */
async function colleague(browser: Browser, origin: string, account: DemoAccount): Promise<Page> {
  const desk = await browser.newContext({ baseURL: origin, locale: 'zh-CN' })
  const page = await desk.newPage()
  await signIn(page, account)
  return page
}

/** Chooses what is called so in a field that searches. */
async function pick(page: Page, field: ReturnType<Page['getByLabel']>, name: string): Promise<void> {
  await field.click()
  await field.fill(name)
  await page
    .getByRole('option', { name })
    .or(page.getByTitle(name, { exact: true }))
    .last()
    .click()
}
