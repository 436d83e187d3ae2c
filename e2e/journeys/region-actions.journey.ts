import { goTo, signIn } from '../support/console'
import { aPicture } from '../support/drawn-picture'
import {
  addWidget,
  canvasOf,
  createPage,
  dragWidget,
  inspectorOf,
  selectLayer,
  showPanel,
  uploadPicture,
} from '../support/editor'
import { aPhone, openInShopApp } from '../support/phone'
import { expect, test } from '../support/product-test'

const TITLE = '口令会场'
const CODE = 'D11-REGION'

test('parts of a long picture and of a puzzle do actions of the catalogue, and so they do on the phone', async ({
  browser,
  page,
  product,
  picture,
}) => {
  await signIn(page, '运营')
  await goTo(page, '页面')
  await createPage(page, { title: TITLE, slug: 'journey-region-actions', campaign: '双11 主会场' })
  const canvas = canvasOf(page)
  const inspector = inspectorOf(page)
  const placed = (type: string) => canvas.locator(`[data-widget="${type}"]`)

  await test.step('a puzzle, a popup, and a cell of the puzzle that copies a code', async () => {
    await addWidget(page, '拼图')
    await addWidget(page, '弹窗')
    await dragWidget(page, '文字', placed('popup').locator('[data-slot]'))
    await selectLayer(page, '拼图')
    await inspector.getByRole('button', { name: /^2 格排版（2）/ }).click()
    await uploadPicture(page, await aPicture(600, { colour: '#c8102e', height: 600 }))
    await inspector.getByRole('textbox', { name: '替代文字' }).fill('复制口令')
    await inspector.getByRole('button', { name: '给“点击后的动作”添加动作' }).click()
    await page.getByRole('menuitem', { name: '复制文字' }).click()
    await inspector.getByRole('textbox', { name: '复制的文字' }).fill(CODE)
    await expect(placed('puzzle').locator('[data-part="cells.0"]')).toHaveCount(1)
    await picture(page, 'cell')
  })

  const dialog = page.getByRole('dialog', { name: '长图切片' })
  await test.step('a region of a long design opens the popup, before the design is on the page', async () => {
    await showPanel(page, '素材')
    await page.getByRole('button', { name: '长图切片' }).click()
    const long = await aPicture(750, { colour: '#b91c1c', height: 500 }, { colour: '#1e3a8a', height: 600 })
    const files = { name: '长图.png', mimeType: 'image/png', buffer: long }
    await dialog.getByTestId('asset-files').setInputFiles(files)
    await dialog.getByRole('button', { name: '智能切分' }).click()
    await dialog.getByRole('button', { name: '下一步' }).click()
    await dialog.getByRole('button', { name: '添加热区' }).click()
    await dialog.getByRole('textbox', { name: '读屏名称' }).fill('看规则')
    await dialog.getByRole('button', { name: '给“点击后的动作”添加动作' }).click()
    await page.getByRole('menuitem', { name: '打开弹窗' }).click()
    await expect(dialog.getByRole('listitem', { name: '动作 1：打开弹窗' })).toContainText('弹窗')
    await picture(page, 'region')
    await dialog.getByRole('button', { name: '切成 2 段并插入' }).click()
    await expect(dialog).toBeHidden()
    await expect(placed('hot-zone').locator('[data-part="regions.0"]')).toHaveCount(1)
  })

  await test.step('publish', async () => {
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByRole('button', { name: '确认发布' }).click()
    await expect(page.getByText('发布好了')).toBeVisible()
  })

  const phone = await aPhone(browser, product.origin)
  const venue = await openInShopApp(phone, '阿哲', TITLE)
  await test.step('a member taps the one and the other', async () => {
    const popup = venue.getByRole('dialog', { name: '弹窗' })
    await expect(popup).toBeHidden()
    await venue.getByRole('button', { name: '看规则' }).tap()
    await expect(popup).toBeVisible()
    await picture(venue, 'popup')
    await popup.getByRole('link', { name: '关闭' }).tap()
    await venue.getByRole('button', { name: '复制口令' }).tap()
    await expect(venue.getByText('已复制')).toBeVisible()
    await picture(venue, 'copied')
  })
  await phone.close()
})
