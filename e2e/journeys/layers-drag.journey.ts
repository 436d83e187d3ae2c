import type { Page } from '@playwright/test'
import { aBlock } from '../../src/testing/builders/page-definition'
import { longPressDrag } from '../support/canvas-gestures'
import { canvasPage } from '../support/canvas-page'
import { signIn } from '../support/console'
import { boxOf, dragFrom, middleOf, type Point, showPanel } from '../support/editor'
import { aText, makePage, openEditor, orderOf } from '../support/made-page'
import { expect, test } from '../support/product-test'

test('rows of the layers are dragged into a container, out and past each other, by mouse and by finger (Craft 91, 312), and every one is a step (Puck 1679)', async ({
  page,
  product,
  picture,
}) => {
  await signIn(page, '运营')
  const blocks = [aBlock('box', 'columns'), aText('one'), aText('two'), aText('three')]
  await openEditor(page, await makePage(product.origin, { title: '图层', slug: 'journey-layers', blocks }))
  const { placed, slotOf, undo } = canvasPage(page)
  const held = slotOf(placed('columns'), 'first').locator('[data-widget="text"]')
  const order = () => orderOf(page)
  await showPanel(page, '图层')

  await test.step('by mouse: past another; undone and done again', async () => {
    await dragFrom(page, await onRow(page, 'three', 'middle'), await onRow(page, 'one', 'top'))
    await picture(page, 'between')
    await page.mouse.up()
    await expect.poll(order).toEqual(['box', 'three', 'one', 'two'])
    await expect(undo).toBeEnabled()
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(order).toEqual(['box', 'one', 'two', 'three'])
    await expect(undo).toBeDisabled()
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect.poll(order).toEqual(['box', 'three', 'one', 'two'])
  })

  await test.step('by mouse: into the container, and out above it', async () => {
    await dragFrom(page, await onRow(page, 'one', 'middle'), await onRow(page, 'box', 'middle'))
    await picture(page, 'into')
    await page.mouse.up()
    await expect(held).toHaveText(['one'])
    await expect.poll(order).toEqual(['box', 'three', 'two'])
    await dragFrom(page, await onRow(page, 'one', 'middle'), await onRow(page, 'box', 'top'))
    await page.mouse.up()
    await expect(held).toHaveCount(0)
    await expect.poll(order).toEqual(['one', 'box', 'three', 'two'])
  })

  await test.step('by finger: into the container and out below it', async () => {
    const into = await longPressDrag(
      page,
      await onRow(page, 'two', 'middle'),
      await onRow(page, 'box', 'middle'),
    )
    await expect(page.getByTestId('layers-frame')).toBeVisible()
    await into()
    await expect(held).toHaveText(['two'])
    const out = await longPressDrag(
      page,
      await onRow(page, 'two', 'middle'),
      await onRow(page, 'three', 'bottom'),
    )
    await out()
    await expect.poll(order).toEqual(['one', 'box', 'three', 'two'])
  })

  await test.step('a container does not go into itself; Esc ends a drag where it began', async () => {
    await dragFrom(page, await onRow(page, 'three', 'middle'), await onRow(page, 'one', 'top'))
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await dragFrom(page, await onRow(page, 'box', 'top'), await onRow(page, 'box', 'middle'))
    await page.mouse.up()
    await expect.poll(order).toEqual(['one', 'box', 'three', 'two'])
  })

  await test.step('every one of the five can be taken back', async () => {
    for (const before of [4, 3, 2, 1, 0]) {
      await expect(undo).toBeEnabled()
      await page.keyboard.press('ControlOrMeta+z')
      if (before === 0) await expect(undo).toBeDisabled()
    }
    await expect.poll(order).toEqual(['box', 'one', 'two', 'three'])
  })

  await test.step('from the layers onto the canvas', async () => {
    await dragFrom(
      page,
      await onRow(page, 'two', 'middle'),
      await middleOf(slotOf(placed('columns'), 'second')),
    )
    await page.mouse.up()
    await expect(slotOf(placed('columns'), 'second').locator('[data-widget="text"]')).toHaveText(['two'])
  })
})

/** Where a row means before it, into it, or after it. */
async function onRow(page: Page, id: string, part: 'top' | 'middle' | 'bottom'): Promise<Point> {
  const { x, y, height } = await boxOf(page.getByTestId(`layer-${id}`))
  const share = { top: 0.1, middle: 0.5, bottom: 0.9 }[part]
  return { x: x + 60, y: y + height * share }
}
