import type { Page } from '@playwright/test'
import { budgetOf, rowOf, signIn, stockOf } from '../support/console'
import { aPhone, openInShopApp } from '../support/phone'
import { expect, test } from '../support/product-test'

const PAGE = '双11 主会场'
const COUPON = '全场通用券'
const CAMPAIGN = '双11 主会场'

async function openRehearsal(page: Page) {
  // Searched for: other journeys' campaigns come before it in the list.
  await page.goto(`/campaigns?search=${encodeURIComponent(CAMPAIGN)}`)
  await page.getByRole('link', { name: CAMPAIGN, exact: true }).click()
  const panel = page.getByRole('region', { name: '彩排' })
  await panel.scrollIntoViewIfNeeded()
  return panel
}

async function claimOn(phonePage: Page) {
  const coupon = phonePage.getByRole('article').filter({ hasText: COUPON }).first()
  await coupon.getByRole('button').tap()
  await expect(coupon).toContainText('已领')
}

test('a campaign is rehearsed on a phone, shows nowhere else, and is cleared in one tap', async ({
  browser,
  page,
  product,
  picture,
}) => {
  await signIn(page, '运营')
  const figures = async () => [await stockOf(page, COUPON), await budgetOf(page, CAMPAIGN)]
  const before = await figures()
  const panel = await openRehearsal(page)
  await panel.getByRole('button', { name: '开始彩排' }).click()
  await picture(page, 'start')
  await page.getByRole('dialog').getByRole('button', { name: '开始彩排' }).click()
  await expect(panel.getByText('彩排中')).toBeVisible()
  const link = (await panel.getByRole('link', { name: '在这台电脑上打开' }).getAttribute('href')) ?? ''
  await picture(page, 'started')

  const phone = await aPhone(browser, product.origin)
  const tester = await phone.newPage()
  await tester.goto(link)
  await expect(tester.getByRole('note')).toContainText('彩排中')
  await expect(tester.getByRole('note')).toContainText('测试 1')
  await expect(tester).toHaveTitle(/^【彩排 .{4}】/)
  await picture(tester, 'rehearsed-page')
  await claimOn(tester)
  await expect(tester.locator('.zg-rehearsal-pill')).toBeInViewport()
  await picture(tester, 'claimed-in-rehearsal')
  // Links name the real page; from here they lead to the rehearsed one.
  await tester.getByRole('link', { name: '我的' }).last().tap()
  await tester.waitForURL('**/rehearsal/**/my/rewards')
  await expect(tester.getByRole('listitem').filter({ hasText: COUPON })).toContainText('彩排')
  await picture(tester, 'rehearsed-rewards')
  await tester.getByRole('link', { name: '返回' }).tap()
  await expect(tester.getByRole('note')).toContainText('测试 1')

  await expect(panel.getByRole('listitem').filter({ hasText: '测试 1' })).toContainText(COUPON)
  await picture(page, 'followed')
  expect(await figures()).toEqual(before)
  await page.goto('/grants?member=测试')
  await expect(page.getByText('测试 1')).toHaveCount(0)

  // On the same phone, out of the shop's app: the real page, the real member, the real coupon.
  const real = await openInShopApp(phone, '小满', PAGE)
  await expect(real.getByRole('note')).toHaveCount(0)
  await claimOn(real)
  await picture(real, 'claimed-for-real')
  const [stockBefore] = before as [number, object]
  expect(await stockOf(page, COUPON)).toBe(stockBefore - 1)
  const afterReal = await figures()
  await page.goto('/grants?member=小满')
  await expect(rowOf(page, COUPON).first()).toBeVisible()

  const again = await openRehearsal(page)
  await expect(again.getByRole('listitem').filter({ hasText: '小满' })).toHaveCount(0)
  await again.getByRole('button', { name: '一键清空' }).click()
  await expect(again.getByText('上一次彩排')).toBeVisible()
  await expect(again).toContainText('1 台设备 · 发出 1 份')
  await expect(again).toContainText('账目一致')
  await picture(page, 'cleared')
  await tester.reload()
  await expect(tester.getByRole('heading', { name: '彩排已结束' })).toBeVisible()
  await picture(tester, 'over')
  expect(await figures()).toEqual(afterReal)
})
