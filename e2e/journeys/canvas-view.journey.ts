import type { Locator, Page } from '@playwright/test'
import { openCanvasPage } from '../support/canvas-page'
import { addWidget, boxOf, dragFrom, middleOf, type Point } from '../support/editor'
import { expect, test } from '../support/product-test'

test('frames of any width, zoom that keeps what is looked at, safe areas; a resting drag scrolls', async ({
  page,
  picture,
}) => {
  const { canvas, layer, line, inRoot } = await openCanvasPage(page, 'journey-canvas-view')
  const phone = page.getByTestId('phone')
  const inner = () => canvas.locator('html').evaluate(() => innerWidth)
  const shown = async () => Math.round((await boxOf(phone)).width)
  for (let count = 1; count <= 6; count++) {
    await addWidget(page, '图片')
    await expect(inRoot('image')).toHaveCount(count)
  }

  await test.step('a drag that rests at the edge scrolls to the end', async () => {
    await layer.evaluate((element) => element.scrollTo(0, 0))
    const bounds = await boxOf(layer)
    const x = bounds.x + bounds.width / 2
    await dragFrom(page, { x, y: bounds.y + 60 }, { x, y: bounds.y + bounds.height - 6 })
    const rest = () =>
      layer.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop)
    await expect.poll(rest).toBeLessThanOrEqual(1)
    await expect(line).toContainText('页面')
    await picture(page, 'scrolled')
    await page.mouse.up()
    await expect(canvas.locator('.zg-page > *').last()).toHaveAttribute('data-widget', 'image')
  })

  await test.step('widths, by button, by number, by handle', async () => {
    for (const width of [320, 768]) {
      await chooseWidth(page, width)
      await expect.poll(inner).toBe(width)
    }
    await picture(page, 'tablet')
    await page.getByRole('spinbutton', { name: '自定义宽度' }).fill('412')
    await expect.poll(inner).toBe(412)
    const handle = page.getByRole('slider', { name: '手机宽度' })
    const { x, y } = await middleOf(handle)
    await dragFrom(page, { x, y }, { x: x - 20, y })
    await page.mouse.up()
    await expect.poll(inner).toBe(452)
    await handle.press('ArrowRight')
    await expect.poll(inner).toBe(451)
  })

  await test.step('zoom with the keyboard and the wheel, the canvas and not the browser', async () => {
    await chooseWidth(page, 390)
    await expect.poll(shown).toBe(390)
    await page.keyboard.press('ControlOrMeta+=')
    await expect.poll(shown).toBe(Math.round(390 * 1.25))
    expect(await inner()).toBe(390)
    await page.keyboard.press('ControlOrMeta+-')
    await page.keyboard.press('ControlOrMeta+-')
    await expect.poll(shown).toBe(Math.round(390 * 0.75))
    const { x, y } = await middleOf(phone)
    await page.mouse.move(x, y)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -200)
    await page.keyboard.up('Control')
    await expect.poll(shown).toBeGreaterThan(390 * 0.75)
    await page.keyboard.press('ControlOrMeta+0')
    await expect.poll(shown).toBe(390)
    expect(await page.evaluate(() => devicePixelRatio)).toBe(1)
  })

  await test.step('what is under the pointer stays under it; by keys, what is in the middle', async () => {
    const image = inRoot('image').nth(2)
    await layer.evaluate((element) => element.scrollTo(0, element.scrollHeight / 3))
    const bounds = await boxOf(layer)
    // In the middle from left to right: a phone that there is room for stays in the middle of it.
    const { x, y } = { x: bounds.x + bounds.width / 2, y: bounds.y + 420 }
    await page.mouse.move(x, y)
    await page.keyboard.down('Control')
    const before = await under(image, { x, y })
    for (const turn of [-100, -100, -100, 60]) {
      await page.mouse.wheel(0, turn)
      await expect.poll(async () => distance(await under(image, { x, y }), before)).toBeLessThan(3)
    }
    await page.keyboard.up('Control')
    expect(await shown()).toBeGreaterThan(450)

    const seen = await boxOf(layer)
    const bottom = Math.min(seen.y + seen.height, 900 - 32)
    const middle = { x: seen.x + seen.width / 2, y: (seen.y + bottom) / 2 }
    const inMiddle = await under(image, middle)
    const width = await shown()
    await page.keyboard.press('ControlOrMeta+=')
    await expect.poll(shown).toBeGreaterThan(width)
    expect(distance(await under(image, middle), inMiddle)).toBeLessThan(40)
    await page.keyboard.press('ControlOrMeta+0')
    await expect.poll(shown).toBe(390)
  })

  await test.step('a notch and a home indicator, which the page keeps clear of', async () => {
    const bottom = () =>
      canvas.locator('.zg-page').evaluate((element) => getComputedStyle(element).paddingBottom)
    const before = Number.parseFloat(await bottom())
    await page.getByRole('button', { name: '显示刘海和底部横条' }).click()
    await expect(page.getByTestId('safe-areas')).toBeVisible()
    expect(Number.parseFloat(await bottom())).toBe(before + 34)
    await picture(page, 'safe-areas')
    await page.getByRole('button', { name: '显示刘海和底部横条' }).click()
    expect(Number.parseFloat(await bottom())).toBe(before)
  })
})

async function chooseWidth(page: Page, width: number): Promise<void> {
  await page.getByRole('button', { name: '手机宽度' }).click()
  await page.getByRole('menuitem', { name: `${width} px` }).click()
}

/** Where on a block a point of the window lies, in the block's own px, whatever the zoom. */
async function under(block: Locator, { x, y }: Point): Promise<Point> {
  return block.evaluate(
    (element, at) => {
      const frame = window.frameElement?.getBoundingClientRect()
      if (!frame) throw new Error('it is not on the canvas')
      const scale = frame.width / innerWidth
      const { left, top } = element.getBoundingClientRect()
      return { x: (at.x - frame.left) / scale - left, y: (at.y - frame.top) / scale - top }
    },
    { x, y },
  )
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
