import { expectAccessible } from '../support/axe'
import { goTo, signIn } from '../support/console'
import { aPicture } from '../support/drawn-picture'
import {
  addWidget,
  boxOf,
  canvasOf,
  createPage,
  inspectorOf,
  showPanel,
  uploadPicture,
} from '../support/editor'
import { aPhone, openInShopApp } from '../support/phone'
import { expect, test } from '../support/product-test'

const TITLE = '拼图会场'

test('a puzzle split by eye, and a long design cut into strips with regions in one flow', async ({
  browser,
  page,
  product,
  picture,
}) => {
  await signIn(page, '运营')
  await goTo(page, '页面')
  await createPage(page, { title: TITLE, slug: 'journey-puzzle', campaign: '双11 主会场' })
  const canvas = canvasOf(page)
  const inspector = inspectorOf(page)
  const placed = (type: string) => canvas.locator(`[data-widget="${type}"]`)
  const cells = placed('puzzle').locator('.zg-puzzle-cell')

  await test.step('a puzzle: a template, a split, a line moved by keyboard, cells merged', async () => {
    await addWidget(page, '拼图')
    await expect(cells).toHaveCount(3)
    await inspector.getByRole('button', { name: /^2 格排版（2）/ }).click()
    await expect(cells).toHaveCount(2)
    await inspector.getByRole('button', { name: '上下拆' }).click()
    await expect(cells).toHaveCount(3)
    const line = inspector.getByRole('separator', { name: /^左右两格/ }).first()
    await line.press('ArrowRight')
    await line.press('Shift+ArrowRight')
    await expect(line).toHaveAttribute('aria-valuenow', '56')
    await inspector.getByRole('button', { name: '合并' }).click()
    await page.getByText('并入下边的第 2 格').click()
    await expect(cells).toHaveCount(2)
  })

  await test.step('each cell a picture with a link', async () => {
    await uploadPicture(page, await aPicture(600, { colour: '#c8102e', height: 600 }))
    await inspector.getByRole('textbox', { name: '替代文字' }).fill('主会场入口')
    await inspector.getByRole('textbox', { name: '跳转链接' }).fill('/p/double-11')
    await expect(cells.first().locator('img')).toHaveAttribute('alt', '主会场入口')
    await inspector.getByRole('button', { name: /^第 2 格：/ }).click()
    await uploadPicture(page, await aPicture(600, { colour: '#1d4ed8', height: 600 }))
    await inspector.getByRole('textbox', { name: '替代文字' }).fill('抽奖入口')
    await expect(cells.locator('img')).toHaveCount(2)
    await picture(page, 'puzzle')
    await expectAccessible(page, 'a puzzle')
  })

  const dialog = page.getByRole('dialog', { name: '长图切片' })
  await test.step('a long design: uploaded, cut where its parts meet, corrected by keyboard', async () => {
    await showPanel(page, '素材')
    await page.getByRole('button', { name: '长图切片' }).click()
    const long = await aPicture(
      750,
      { colour: '#b91c1c', height: 500 },
      { colour: '#fde68a', height: 400 },
      { colour: '#1e3a8a', height: 600 },
    )
    const files = { name: '长图.png', mimeType: 'image/png', buffer: long }
    await dialog.getByTestId('asset-files').setInputFiles(files)
    await dialog.getByRole('button', { name: '智能切分' }).click()
    const cuts = dialog.getByRole('separator')
    await expect(cuts).toHaveCount(2)
    await expect(dialog.getByRole('spinbutton', { name: '第 1 条切线' })).toHaveValue('500')
    await cuts.first().press('ArrowDown')
    await expect(cuts.first()).toHaveAttribute('aria-valuenow', '501')
    await cuts.first().press('ArrowUp')
    await dialog.getByRole('button', { name: '添加切线' }).click()
    await expect(cuts).toHaveCount(3)
    await cuts.last().press('Delete')
    await expect(cuts).toHaveCount(2)
    await picture(page, 'cut')
    await expectAccessible(page, 'a long picture is cut')
    await dialog.getByRole('button', { name: '下一步' }).click()
  })

  await test.step('a region drawn on it leads somewhere, one that is unsafe stops', async () => {
    const box = await boxOf(page.getByTestId('regions-surface'))
    await page.mouse.move(box.x + 60, box.y + 60)
    await page.mouse.down()
    await page.mouse.move(box.x + 360, box.y + 260, { steps: 8 })
    await page.mouse.up()
    await dialog.getByRole('textbox', { name: '读屏名称' }).fill('领券中心')
    const finish = dialog.getByRole('button', { name: '切成 3 段并插入' })
    await dialog.getByRole('textbox', { name: '跳转链接' }).fill('javascript:alert(1)')
    await expect(finish).toBeDisabled()
    await dialog.getByRole('textbox', { name: '跳转链接' }).fill('/p/about-double-11')
    await picture(page, 'regions')
    await finish.click()
    await expect(dialog).toBeHidden()
  })

  await test.step('three strips on the page, as one step to undo', async () => {
    await expect(placed('hot-zone')).toHaveCount(1)
    await expect(placed('image')).toHaveCount(2)
    await expect(placed('hot-zone').locator('img')).toHaveAttribute('height', '500')
    await picture(page, 'strips')
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await expect(placed('hot-zone')).toHaveCount(0)
    await expect(placed('image')).toHaveCount(0)
    await page.getByRole('button', { name: '重做', exact: true }).click()
    await expect(placed('image')).toHaveCount(2)
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByRole('button', { name: '确认发布' }).click()
    await expect(page.getByText('发布好了')).toBeVisible()
  })

  const phone = await aPhone(browser, product.origin)
  const venue = await openInShopApp(phone, '阿哲', TITLE)
  await test.step('a member sees it all, and nothing runs over the side', async () => {
    await expect(venue.getByRole('link', { name: '主会场入口' })).toHaveAttribute('href', '/p/double-11')
    await expect(venue.getByRole('img', { name: '抽奖入口' })).toBeVisible()
    await expect(venue.getByRole('link', { name: '领券中心' })).toHaveAttribute('href', '/p/about-double-11')
    for (const width of [320, 390, 768]) {
      await venue.setViewportSize({ width, height: 844 })
      const overflow = await venue.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0)
    }
    await venue.setViewportSize({ width: 390, height: 844 })
    await picture(venue, 'venue')
  })
  await phone.close()
})
