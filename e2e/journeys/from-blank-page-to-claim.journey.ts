import { budgetOf, goTo, signIn, stockOf } from '../support/console'
import { canvasOf, createPage, dragWidget, selectBlock } from '../support/editor'
import { aPhone, openInShopApp } from '../support/phone'
import { expect, test } from '../support/product-test'
import { chooseBySearch } from '../support/select'

const TITLE = '双11 分会场'
const CAMPAIGN = '双11 主会场'
const COUPON = '全场通用券'
/** What one of it sets aside: ¥20, of which four in ten are expected to be used. */
const COUPON_FEN = 800

test('from a blank page to a claimed coupon: drag, create the tool on the spot, publish, claim', async ({
  browser,
  page,
  product,
  picture,
}) => {
  await page.goto('/sign-in')
  const tower = await page.screenshot({ clip: { x: 130, y: 240, width: 540, height: 370 } })
  await signIn(page, '运营')
  const stockBefore = await stockOf(page, COUPON)
  const budgetBefore = await budgetOf(page, CAMPAIGN)

  await test.step('new page', async () => {
    await goTo(page, '页面')
    await createPage(page, { title: TITLE, slug: 'journey-hall', campaign: CAMPAIGN })
  })

  const canvas = canvasOf(page)
  const layer = page.getByTestId('canvas-layer')
  const wall = canvas.locator('[data-widget="coupon-wall"]')
  const columns = canvas.locator('[data-widget="columns"]')
  await test.step('drag columns, a coupon wall below them, and an image into the first column', async () => {
    await dragWidget(page, '分栏', layer)
    await expect(columns).toBeVisible()
    await dragWidget(page, '领券', layer)
    await expect(wall).toBeVisible()
    await dragWidget(page, '图片', columns.locator('[data-slot]').first())
    await expect(columns.locator('[data-widget="image"]')).toHaveCount(1)
    await expect(canvas.locator('.zg-page > [data-widget]')).toHaveCount(2)
    await picture(page, 'dragged')
  })

  await test.step('choose a picture for the image', async () => {
    const chooser = page.waitForEvent('filechooser')
    await page
      .getByRole('button', { name: /点击或拖入图片|上传/ })
      .first()
      .click()
    await (await chooser).setFiles({ name: 'hall.png', mimeType: 'image/png', buffer: tower })
    await page.getByRole('textbox', { name: '替代文字' }).fill('分会场一览')
    await expect(columns.locator('img')).toHaveAttribute('src', /^\/assets\/u\//)
  })

  await test.step('create the tool on the spot', async () => {
    await selectBlock(page, wall)
    await page.getByRole('button', { name: /新建$/ }).click()
    const drawer = page.getByRole('dialog', { name: '新建领券工具' })
    await drawer.getByRole('textbox', { name: '工具名称' }).fill('分会场领券')
    await drawer.getByRole('button', { name: '添加一项: 优惠券' }).click()
    await chooseBySearch(drawer.getByRole('combobox', { name: '优惠券' }), COUPON)
    await picture(page, 'tool')
    await drawer.getByRole('button', { name: '创建', exact: true }).click()
    await expect(wall).toContainText(COUPON)
    await picture(page, 'assembled')
  })

  await test.step('publish', async () => {
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByRole('button', { name: '确认发布' }).click()
    await expect(page.getByText('发布好了')).toBeVisible()
    await picture(page, 'published')
  })

  await test.step('open the link as a member, claim, and find it among my rewards', async () => {
    const phone = await aPhone(browser, product.origin)
    const hall = await openInShopApp(phone, '阿哲', TITLE)
    await expect(hall.getByRole('img', { name: '分会场一览' })).toBeVisible()
    await picture(hall, 'phone')
    await hall.getByRole('button', { name: '立即领取' }).tap()
    await expect(hall.getByText(`领到了！「${COUPON}」`)).toBeVisible()
    await picture(hall, 'claimed')
    await hall
      .getByRole('link', { name: /我的奖励/ })
      .first()
      .tap()
    await expect(hall.getByRole('heading', { name: '我的奖励' })).toBeVisible()
    await expect(hall.getByText(COUPON)).toHaveCount(1)
    await picture(hall, 'my-rewards')
    await phone.close()
  })

  await test.step('stock and budget are lower by exactly that', async () => {
    await page.goto('/')
    expect(await stockOf(page, COUPON)).toBe(stockBefore - 1)
    await picture(page, 'stock')
    expect(await budgetOf(page, CAMPAIGN)).toEqual({
      availableFen: budgetBefore.availableFen - COUPON_FEN,
      reservedFen: budgetBefore.reservedFen + COUPON_FEN,
    })
    await picture(page, 'budget')
  })
})
