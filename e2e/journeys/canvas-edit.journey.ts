import { writeFile } from 'node:fs/promises'
import { compose, dragFiles } from '../support/canvas-gestures'
import { openCanvasPage, topOf } from '../support/canvas-page'
import { addWidget, boxOf, dragFrom, inspectorOf, middleOf, selectBlock } from '../support/editor'
import { expect, test } from '../support/product-test'

test('select by clicks and by marquee, wrap, resize, write, drop files', async ({
  page,
  picture,
}, testInfo) => {
  const { canvas, layer, line, placed, inRoot, toolbar } = await openCanvasPage(page, 'journey-canvas-edit')
  const handle = page.getByTestId('resize-handle')
  const texts = inRoot('text')
  for (let count = 1; count <= 3; count++) {
    await addWidget(page, '文字')
    await expect(texts).toHaveCount(count)
  }
  await addWidget(page, '间隔')
  await expect(placed('spacer')).toHaveCount(1)

  await test.step('a marquee from the empty part of the canvas, and Shift to leave one out', async () => {
    const first = await boxOf(texts.nth(0))
    const last = await boxOf(placed('spacer'))
    await dragFrom(
      page,
      { x: first.x + first.width - 30, y: last.y + last.height + 60 },
      { x: first.x + 40, y: first.y + first.height / 2 },
    )
    await expect(page.getByTestId('marquee')).toBeVisible()
    await expect(page.getByText('已选中 4 个组件')).toBeVisible()
    await picture(page, 'marquee')
    await page.mouse.up()
    await expect(page.getByText('已选中 4 个组件')).toBeVisible()
    await page.keyboard.down('Shift')
    await selectBlock(page, placed('spacer'))
    await page.keyboard.up('Shift')
    await expect(page.getByText('已选中 3 个组件')).toBeVisible()
  })

  await test.step('several at once: into columns, as one step, and back', async () => {
    await toolbar(/放进分栏$/).click()
    await expect(inRoot('columns')).toHaveCount(1)
    await expect(placed('columns').locator('[data-slot="first"] > [data-widget]')).toHaveCount(1)
    await expect(placed('columns').locator('[data-slot="second"] > [data-widget]')).toHaveCount(2)
    await picture(page, 'wrapped')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(texts).toHaveCount(3)
    await expect(inRoot('columns')).toHaveCount(0)
  })

  await test.step('a handle changes the height; Esc returns to where it was', async () => {
    await selectBlock(page, placed('spacer'))
    await expect(placed('spacer')).toHaveJSProperty('offsetHeight', 24)
    const from = await middleOf(handle)
    await dragFrom(page, from, { x: from.x, y: from.y + 40 })
    await expect(placed('spacer')).toHaveJSProperty('offsetHeight', 64)
    await expect(page.getByText('64 px')).toBeVisible()
    await picture(page, 'resize')
    await page.keyboard.press('Escape')
    await expect(placed('spacer')).toHaveJSProperty('offsetHeight', 24)
    await page.mouse.up()
    await dragFrom(page, from, { x: from.x, y: from.y + 80 })
    await page.mouse.up()
    await expect(placed('spacer')).toHaveJSProperty('offsetHeight', 104)
    await handle.press('ArrowUp')
    await expect(placed('spacer')).toHaveJSProperty('offsetHeight', 100)
    await expect(handle).toHaveAttribute('aria-valuenow', '100')
  })

  await test.step('a text is written where it stands, also with an input method; Esc takes it back', async () => {
    const { x, y } = await middleOf(texts.first())
    const writing = canvas.locator('.zg-writing')
    await page.mouse.dblclick(x, y)
    await expect(writing).toBeFocused()
    await compose(page, ['q', 'qu', 'quan'], '全场', async () => {
      await expect(writing).toHaveText('quan')
      // Half a word is not the page's: the inspector still has what was there.
      await expect(inspectorOf(page).getByRole('textbox', { name: '内容' })).toHaveValue('在这里输入文字')
    })
    await page.keyboard.type('五折')
    await picture(page, 'writing')
    await page.keyboard.press('Enter')
    await expect(writing).toHaveCount(0)
    await expect(texts.first()).toHaveText('全场五折')
    await expect(layer).toBeFocused()

    await page.keyboard.press('Enter')
    await expect(writing).toBeFocused()
    await page.keyboard.type('写错了')
    await page.keyboard.press('Escape')
    await expect(texts.first()).toHaveText('全场五折')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(texts.first()).toHaveText('在这里输入文字')
  })

  await test.step('files from the desktop become image blocks where the line was, as one step', async () => {
    const picturePath = testInfo.outputPath('poster.png')
    const notePath = testInfo.outputPath('note.txt')
    await writeFile(picturePath, await page.screenshot({ clip: { x: 300, y: 100, width: 400, height: 200 } }))
    await writeFile(notePath, 'no picture')
    const letGo = await dragFiles(page, [picturePath, notePath], await topOf(texts.nth(1)))
    await expect(line).toContainText('页面')
    await picture(page, 'files')
    await letGo()
    await expect(page.getByRole('alert').filter({ hasText: 'note.txt' })).toBeVisible()
    await expect(canvas.locator('.zg-page > *').nth(1)).toHaveAttribute('data-widget', 'image')
    await expect(placed('image').locator('img')).toHaveAttribute('src', /^\/assets\/u\//)
    await picture(page, 'dropped')
    await page.getByRole('button', { name: '知道了' }).click()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(placed('image')).toHaveCount(0)
  })
})
