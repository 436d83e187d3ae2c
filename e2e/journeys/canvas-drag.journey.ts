import { longPressDrag, penDrag } from '../support/canvas-gestures'
import { openCanvasPage, topOf } from '../support/canvas-page'
import { dragFrom, dragWidget, middleOf, selectBlock } from '../support/editor'
import { expect, test } from '../support/product-test'

test('drag into nested containers and out again, with mouse, finger and pen (Puck 1836, 1358, 948; Craft 91, 312)', async ({
  page,
  picture,
}) => {
  const {
    layer,
    line,
    placed,
    inRoot,
    toolbar,
    slotOf: slot,
  } = await openCanvasPage(page, 'journey-canvas-drag')
  const outer = inRoot('columns')
  const inner = outer.locator('[data-widget="columns"]')
  const text = placed('text')

  await test.step('columns within columns, and a text in the innermost slot', async () => {
    await dragWidget(page, '分栏', layer)
    await expect(outer).toHaveCount(1)
    await dragWidget(page, '分栏', slot(outer, 'first'))
    await expect(inner).toHaveCount(1)
    await dragWidget(page, '文字', slot(inner, 'second'))
    await expect(slot(inner, 'second').locator('[data-widget="text"]')).toHaveCount(1)
  })

  await test.step('Esc during a drag changes nothing', async () => {
    await dragFrom(page, await middleOf(text), await middleOf(slot(outer, 'second')))
    await expect(line).toContainText('分栏')
    await picture(page, 'line')
    await page.keyboard.press('Escape')
    await expect(line).toHaveCount(0)
    await page.mouse.up()
    await expect(slot(inner, 'second').locator('[data-widget="text"]')).toHaveCount(1)
  })

  await test.step('out onto the page, and back with a long press of a finger', async () => {
    await dragFrom(page, await middleOf(text), await topOf(outer))
    await page.mouse.up()
    await expect(inRoot('text')).toHaveCount(1)
    const letGo = await longPressDrag(page, await middleOf(text), await middleOf(slot(outer, 'second')))
    await expect(line).toContainText('分栏')
    await letGo()
    await expect(slot(outer, 'second').locator('[data-widget="text"]')).toHaveCount(1)
  })

  await test.step('out again with a pen', async () => {
    await penDrag(page, await middleOf(text), await topOf(outer))
    await expect(inRoot('text')).toHaveCount(1)
  })

  await test.step('the path under the phone leads outwards', async () => {
    await selectBlock(page, slot(inner, 'second'))
    const path = page.getByRole('navigation', { name: '选中组件的位置' })
    await expect(path.getByRole('button')).toHaveCount(3)
    await path.getByRole('button').nth(1).click()
    await expect(path.getByRole('button')).toHaveCount(2)
    await picture(page, 'path')
  })

  await test.step('a finger that moves at once scrolls, and drags nothing', async () => {
    const cdp = await page.context().newCDPSession(page)
    const { x, y } = await middleOf(text)
    await cdp.send('Input.synthesizeScrollGesture', { x, y, yDistance: -60, gestureSourceType: 'touch' })
    await expect(line).toHaveCount(0)
    await expect(inRoot('text')).toHaveCount(1)
    await selectBlock(page, text)
    await expect(toolbar(/^删除/)).toBeEnabled()
  })
})
