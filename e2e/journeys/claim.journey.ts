import { budgetOf, signIn, stockOf } from '../support/console'
import { aPhone, openInShopApp } from '../support/phone'
import { expect, test } from '../support/product-test'

const PAGE = '双11 主会场'
const COUPON = '全场通用券'
const CAMPAIGN = '双11 主会场'
/** What one of it sets aside: ¥20, of which four in ten are expected to be used. */
const COUPON_FEN = 800

test('a member claims the demo’s coupon; stock and budget go down by exactly that', async ({
  browser,
  page,
  product,
  picture,
}) => {
  await signIn(page, '业务')
  const stockBefore = await stockOf(page, COUPON)
  const budgetBefore = await budgetOf(page, CAMPAIGN)
  await picture(page, 'budget-before')

  const phone = await aPhone(browser, product.origin)
  const venue = await openInShopApp(phone, '小满', PAGE)
  await picture(venue, 'venue')
  const coupon = venue.getByRole('article').filter({ hasText: COUPON }).first()
  await coupon.getByRole('button').tap()
  await expect(coupon).toContainText('已领')
  await picture(venue, 'claimed')

  await venue
    .getByRole('link', { name: /我的奖励/ })
    .first()
    .tap()
  await expect(venue.getByRole('heading', { name: '我的奖励' })).toBeVisible()
  await expect(venue.getByText(COUPON)).toBeVisible()
  await picture(venue, 'my-rewards')

  expect(await stockOf(page, COUPON)).toBe(stockBefore - 1)
  await picture(page, 'stock-after')
  expect(await budgetOf(page, CAMPAIGN)).toEqual({
    availableFen: budgetBefore.availableFen - COUPON_FEN,
    reservedFen: budgetBefore.reservedFen + COUPON_FEN,
  })
  await picture(page, 'budget-after')
})
