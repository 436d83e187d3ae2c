import type { Page } from '@playwright/test'
import { aBlock } from '../../src/testing/builders/page-definition'
import { canvasPage } from '../support/canvas-page'
import { signIn } from '../support/console'
import { boxOf, dragFrom, inspectorOf, middleOf, selectBlock } from '../support/editor'
import { aText, makePage, openEditor, orderOf } from '../support/made-page'
import { expect, test } from '../support/product-test'

const GROUND = 'rgb(51, 102, 153)'

test('clicks leave no step (Puck 1521); a slider and a colour are one step each (Craft 595); Esc in the middle of any gesture leaves none', async ({
  page,
  product,
  picture,
}) => {
  await signIn(page, '运营')
  const ground = { style: { background: '#336699' } }
  const blocks = [aText('one', ground), aBlock('gap', 'spacer'), aText('two')]
  const made = { title: '手势', slug: 'journey-gestures', blocks }
  await openEditor(page, await makePage(product.origin, made))
  const { placed, layer, line, undo } = canvasPage(page)
  const text = placed('text').first()
  const gap = placed('spacer')
  const colour = () => text.evaluate((element) => getComputedStyle(element).backgroundColor)

  await test.step('clicks beside the phone, on blocks and on nothing leave no step (Puck 1521)', async () => {
    await expect(undo).toBeDisabled()
    const phone = await boxOf(page.getByTestId('phone'))
    const places = [text, gap, text]
    for (const block of places) await selectBlock(page, block)
    await page.mouse.click(phone.x - 30, phone.y + 200)
    await expect(inspectorOf(page).getByRole('textbox', { name: '页面标题' })).toBeVisible()
    await page.mouse.click(phone.x + phone.width / 2, phone.y + phone.height - 40)
    await selectBlock(page, text)
    await page.keyboard.press('Escape')
    await expect(undo).toBeDisabled()
  })

  await test.step('a drag that is abandoned, and one that ends where it began', async () => {
    const from = await middleOf(placed('text').nth(1))
    await dragFrom(page, from, { x: from.x, y: (await boxOf(text)).y + 2 })
    await expect(line).toContainText('页面')
    await page.keyboard.press('Escape')
    await expect(line).toHaveCount(0)
    await page.mouse.up()
    await dragFrom(page, from, { x: from.x, y: from.y + 6 })
    await page.mouse.up()
    expect(await orderOf(page)).toEqual(['one', 'gap', 'two'])
    await expect(undo).toBeDisabled()
  })

  await test.step('a slider: Esc goes back to the start; let go, it is one step', async () => {
    const handle = page.getByTestId('resize-handle')
    await selectBlock(page, gap)
    await expect(gap).toHaveJSProperty('offsetHeight', 24)
    const from = await middleOf(handle)
    await dragFrom(page, from, { x: from.x, y: from.y + 60 })
    await expect(gap).toHaveJSProperty('offsetHeight', 84)
    await page.keyboard.press('Escape')
    await expect(gap).toHaveJSProperty('offsetHeight', 24)
    await page.mouse.up()
    await expect(undo).toBeDisabled()

    await dragFrom(page, from, { x: from.x, y: from.y + 60 })
    await page.mouse.up()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await handle.press(key)
    await expect(gap).toHaveJSProperty('offsetHeight', 96)
    await layer.focus()
    await undoOnce(page)
    await expect(gap).toHaveJSProperty('offsetHeight', 84)
    await undoOnce(page)
    await expect(gap).toHaveJSProperty('offsetHeight', 24)
    await expect(undo).toBeDisabled()
  })

  await test.step('a colour: Esc while it is picked leaves the one before, and no step', async () => {
    await selectBlock(page, text)
    await openPicker(page)
    await sweep(page)
    await expect.poll(colour).not.toBe(GROUND)
    await picture(page, 'picking')
    await page.keyboard.press('Escape')
    await expect.poll(colour).toBe(GROUND)
    // The button is still down: moving on picks nothing any more.
    await page.mouse.move(5, 5)
    await page.mouse.up()
    expect(await colour()).toBe(GROUND)
    await expect(undo).toBeDisabled()
  })

  await test.step('all the ticks of a colour are one step (Craft 595)', async () => {
    await sweep(page)
    await page.mouse.up()
    await expect.poll(colour).not.toBe(GROUND)
    await selectBlock(page, gap)
    await expect(page.locator('.ant-color-picker:visible')).toHaveCount(0)
    await undoOnce(page)
    await expect.poll(colour).toBe(GROUND)
    await expect(undo).toBeDisabled()
  })
})

async function undoOnce(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+z')
}

async function openPicker(page: Page): Promise<void> {
  await inspectorOf(page).getByRole('button', { name: '选择颜色：背景色' }).click()
  await expect(page.locator('.ant-color-picker-palette')).toBeVisible()
}

/** Pulls the colour across the picker's field; the button is still down. */
async function sweep(page: Page): Promise<void> {
  const field = page.locator('.ant-color-picker-palette')
  const { x, y, width, height } = await boxOf(field)
  await page.mouse.move(x + width * 0.2, y + height * 0.8)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.8, y + height * 0.2, { steps: 15 })
}
