import type { Locator, Page } from '@playwright/test'
import { toGbk } from '../../src/testing/to-gbk'
import { goTo, rowOf, signIn } from '../support/console'
import {
  addWidget,
  boxOf,
  canvasOf,
  createPage,
  dragWidget,
  inspectorOf,
  selectLayer,
  uploadPicture,
} from '../support/editor'
import { aPhone, openInShopApp } from '../support/phone'
import { expect, test } from '../support/product-test'
import { chooseBySearch } from '../support/select'

const TITLE = '会员日会场'
const FORMULA = '=HYPERLINK("https://evil.example","点我领奖")'
/** What the shop's back office exports: GBK, with what a spreadsheet would run, and one row that is wrong. */
const PRODUCTS = [
  '商品编号,名称,图片,价格,划线价,库存,链接,分组',
  'V1,手冲咖啡壶,,299.00,399.00,3,/p/about-double-11,会员日',
  `V2,"${FORMULA.replace(/"/g, '""')}",,99.00,,50,,会员日`,
  'V3,价格写错的杯子,,=1+1,,50,,会员日',
  'V4,已售罄的托盘,,59.00,,0,,会员日',
].join('\r\n')
const RULES = '每人每天限领一次，先到先得'

test('a venue from a product list and a picture: hot zones, goods, rich text, popup, tab bar, theme', async ({
  browser,
  page,
  product,
  picture,
}) => {
  await page.goto('/sign-in')
  const poster = await page.screenshot({ clip: { x: 130, y: 240, width: 540, height: 370 } })
  await signIn(page, '运营')

  await test.step('import the products: formulas stay words, a wrong row is named, the rest is taken', async () => {
    await goTo(page, '商品')
    await importProducts(page, { 新增: 3, 更新: 0, 没有导入: 1 })
    const dialog = page.getByRole('dialog', { name: '导入商品' })
    const rejected = dialog.getByRole('row').filter({ hasText: '不是价格' })
    await expect(rejected).toContainText('4')
    await expect(rejected).toContainText('=1+1')
    await picture(page, 'imported')
    await dialog.getByRole('button', { name: '再导入一个' }).click()
    await importProducts(page, { 新增: 0, 没有变化: 3, 没有导入: 1 })
    await dialog.getByRole('button', { name: '完成' }).click()
    await expect(rowOf(page, FORMULA)).toContainText('V2')
    await expect(rowOf(page, '已售罄的托盘')).toContainText('已售罄')
    await expect(page.getByText('价格写错的杯子')).toHaveCount(0)
  })

  await goTo(page, '页面')
  await createPage(page, { title: TITLE, slug: 'journey-venue', campaign: '双11 主会场' })
  const canvas = canvasOf(page)
  const inspector = inspectorOf(page)
  const placed = (type: string) => canvas.locator(`[data-widget="${type}"]`)

  await test.step('a hot zone with a picture, then what it leads to', async () => {
    await dragWidget(page, '热区图片', page.getByTestId('canvas-layer'))
    await expect(placed('hot-zone')).toBeVisible()
    await uploadPicture(page, poster)
    await inspector.getByRole('textbox', { name: '替代文字' }).fill('会员日主视觉')
    await expect(placed('hot-zone').locator('img')).toHaveAttribute('src', /^\/assets\/u\//)
    for (const [widget, type] of [
      ['商品楼层', 'goods'],
      ['弹窗', 'popup'],
      ['底部导航', 'tab-bar'],
    ] as const) {
      await addWidget(page, widget)
      await expect(placed(type)).toBeVisible()
    }
    await picture(page, 'placed')
  })

  await test.step('rich text inside the popup, with one sentence in bold', async () => {
    await dragWidget(page, '图文', placed('popup').locator('[data-slot]'))
    const text = placed('popup').locator('[data-widget="rich-text"]')
    await expect(text).toBeVisible()
    const writing = inspector.getByRole('textbox', { name: '内容' })
    await writing.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await page.keyboard.type(RULES)
    await page.keyboard.press('ControlOrMeta+a')
    await inspector.getByRole('button', { name: '加粗' }).click()
    await expect(text.getByText(RULES)).toHaveCSS('font-weight', '700')
    await picture(page, 'rich-text')
  })

  await test.step('the goods tool is made on the spot, with the coupon its prices count on', async () => {
    await selectLayer(page, '商品楼层')
    await inspector.getByRole('button', { name: /新建$/ }).click()
    const drawer = page.getByRole('dialog', { name: '新建商品楼层工具' })
    await drawer.getByRole('textbox', { name: '工具名称' }).fill('会员日楼层')
    const products = drawer.getByRole('combobox', { name: '商品', exact: true })
    for (const title of ['手冲咖啡壶', '点我领奖', '已售罄的托盘']) {
      await chooseBySearch(products, title, drawer.getByRole('listitem'))
    }
    // The list of products stays open for more of them.
    await drawer.getByText('玩法配置').click()
    await drawer.getByRole('button', { name: '添加一项: 参与计算券后价的优惠券' }).click()
    await chooseBySearch(drawer.getByRole('combobox', { name: '优惠券' }), '全场通用券')
    await picture(page, 'goods-tool')
    await drawer.getByRole('button', { name: '创建', exact: true }).click()
    await expect(drawer).toBeHidden()
    await expect(placed('goods').getByRole('listitem')).toHaveCount(3)
    await expect(placed('goods')).toContainText('券后')
  })

  await test.step('two regions drawn with the mouse: one opens the popup, one goes to the goods', async () => {
    await selectLayer(page, '热区图片')
    await inspector.getByRole('button', { name: '画热区' }).click()
    const dialog = page.getByRole('dialog', { name: '热区' })
    await drawRegion(page, { left: 0.05, top: 0.1, right: 0.45, bottom: 0.9 })
    await describeRegion(page, dialog, 0, '看规则', /^弹窗/)
    await drawRegion(page, { left: 0.55, top: 0.1, right: 0.95, bottom: 0.9 })
    await describeRegion(page, dialog, 1, '去抢购', /^商品楼层/)
    await picture(page, 'regions')
    await dialog.getByRole('button', { name: '完成' }).click()
    await expect(placed('hot-zone').locator('a')).toHaveCount(2)
  })

  await test.step('the tab bar leads to the goods too', async () => {
    await selectLayer(page, '底部导航')
    await inspector.getByRole('button', { name: '展开第 2 项' }).click()
    await chooseAnchor(page, inspector, /^商品楼层/)
    await expect(placed('tab-bar').getByRole('link', { name: '领券' })).toHaveAttribute('href', /^#/)
  })

  await test.step('the theme of the page, and out it goes', async () => {
    await page.getByRole('button', { name: TITLE, exact: true }).click()
    await inspector
      .getByRole('radiogroup', { name: '主题' })
      .getByText(/^会员日/)
      .click()
    await expect(canvas.locator('html')).toHaveAttribute('data-theme', 'member-day')
    await picture(page, 'assembled')
    await page.getByRole('button', { name: '发布', exact: true }).click()
    const asked = page.getByRole('dialog', { name: '发布页面' })
    await expect(asked.getByText('1 个商品的划线价没有依据：手冲咖啡壶')).toBeVisible()
    await picture(page, 'asked')
    await asked.getByRole('button', { name: '确认发布' }).click()
    await expect(page.getByText('发布好了')).toBeVisible()
  })

  const phone = await aPhone(browser, product.origin)
  const venue = await openInShopApp(phone, '阿哲', TITLE)
  await test.step('a member sees it in the theme, with prices after the coupon', async () => {
    await expect(venue.locator('html')).toHaveAttribute('data-theme', 'member-day')
    await expect(venue.getByRole('img', { name: '会员日主视觉' })).toBeVisible()
    const goods = venue.locator('[data-widget="goods"]')
    const kettle = goods.getByRole('listitem').filter({ hasText: '手冲咖啡壶' })
    await expect(kettle).toContainText('券后¥279')
    await expect(kettle).toContainText('¥299')
    await expect(kettle).toContainText('仅剩')
    await expect(kettle.getByRole('link')).toHaveAttribute('href', '/p/about-double-11')
    // Below the coupon's threshold: the price is what it is.
    await expect(goods.getByRole('listitem').filter({ hasText: FORMULA })).not.toContainText('券后')
    await expect(goods.getByRole('listitem').filter({ hasText: '已售罄的托盘' })).toContainText('售罄')
    await picture(venue, 'venue')
  })

  await test.step('one region opens the popup, the other goes to the goods, and so does the tab bar', async () => {
    const popup = venue.getByRole('dialog', { name: '弹窗' })
    await expect(popup).toBeHidden()
    await venue.getByRole('link', { name: '看规则' }).tap()
    await expect(popup).toBeVisible()
    await expect(popup.getByText(RULES)).toBeInViewport()
    await picture(venue, 'popup')
    await popup.getByRole('link', { name: '关闭' }).tap()
    await expect(popup).toBeHidden()

    const heading = venue.getByRole('heading', { name: '热卖好物' })
    for (const name of ['去抢购', '领券']) {
      await venue.evaluate(() => scrollTo(0, 0))
      await venue.getByRole('link', { name }).tap()
      await expect(heading).toBeInViewport()
      expect(new URL(venue.url()).hash).not.toBe('')
    }
  })

  await test.step('nothing runs over the side, on a small phone and on a tablet', async () => {
    for (const width of [320, 390, 768]) {
      await venue.setViewportSize({ width, height: 844 })
      const overflow = await venue.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0)
      await picture(venue, `venue-${width}`)
    }
    await venue.getByRole('link', { name: '我的奖品' }).tap()
    await expect(venue.getByRole('heading', { name: '我的奖励' })).toBeVisible()
  })
  await phone.close()
})

/** Imports the list above and expects these figures of it. */
async function importProducts(page: Page, figures: Record<string, number>): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '导入商品' })
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: '导入商品' }).first().click()
  const buffer = Buffer.from(toGbk(PRODUCTS))
  await dialog.locator('input[type=file]').setInputFiles({ name: '商品.csv', mimeType: 'text/csv', buffer })
  await expect(dialog.getByText('导入完成')).toBeVisible()
  for (const [name, count] of Object.entries(figures)) {
    await expect(dialog.locator('dl > div').filter({ hasText: name }).locator('dd')).toHaveText(String(count))
  }
}

/** Draws a region by mouse; corners in parts of the picture. */
async function drawRegion(
  page: Page,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
): Promise<void> {
  const box = await boxOf(page.getByTestId('regions-surface'))
  await page.mouse.move(box.x + left * box.width, box.y + top * box.height)
  await page.mouse.down()
  await page.mouse.move(box.x + right * box.width, box.y + bottom * box.height, { steps: 8 })
  await page.mouse.up()
}

async function describeRegion(
  page: Page,
  dialog: Locator,
  index: number,
  label: string,
  target: RegExp,
): Promise<void> {
  const item = dialog.getByRole('listitem').nth(index)
  await item.getByRole('textbox', { name: '读屏名称' }).fill(label)
  await chooseAnchor(page, item, target)
}

/** Makes the link field in `place` lead to a block of the page, by its name. */
async function chooseAnchor(page: Page, place: Locator, target: RegExp): Promise<void> {
  await place.getByRole('button', { name: '选择本页的组件' }).click()
  await page.getByTitle(target).last().click()
}
