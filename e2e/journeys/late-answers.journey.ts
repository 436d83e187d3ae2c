import type { Page, Route } from '@playwright/test'
import { aBlock } from '../../src/testing/builders/page-definition'
import { canvasPage } from '../support/canvas-page'
import { signIn } from '../support/console'
import { aPicture } from '../support/drawn-picture'
import { selectBlock, uploadPicture } from '../support/editor'
import { aText, makePage, openEditor, orderOf } from '../support/made-page'
import { expect, test } from '../support/product-test'

test('a picture that is pasted is uploaded and becomes an image block where it was pasted; what arrives late finds its block wherever that has moved (Puck 1756)', async ({
  page,
  context,
  product,
  picture,
}) => {
  await signIn(page, '运营')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: product.origin })
  const blocks = [aText('one'), aBlock('photo', 'image'), aText('two')]
  const made = { title: '迟到', slug: 'journey-late', blocks }
  await openEditor(page, await makePage(product.origin, made))
  const { canvas, layer, placed, undo } = canvasPage(page)
  const images = placed('image').locator('img')

  await test.step('an upload into a block that moves up meanwhile', async () => {
    const arrive = await holdUploads(page)
    await selectBlock(page, canvas.locator('[data-block="photo"]'))
    await uploadPicture(page, await aPicture(300, { colour: '#d03050', height: 150 }))
    await layer.focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => orderOf(page)).toEqual(['photo', 'one', 'two'])
    await arrive()
    await expect(canvas.locator('[data-block="photo"] img')).toHaveAttribute('src', /^\/assets\/u\//)
    await expect(canvas.locator('[data-block="one"]')).toHaveText('one')
  })

  await test.step('pasted after a block that is moved while the picture is sent', async () => {
    const arrive = await holdUploads(page)
    await selectBlock(page, canvas.locator('[data-block="two"]'))
    await copyPicture(page)
    await page.keyboard.press('ControlOrMeta+v')
    await expect(page.getByText('正在上传图片')).toBeVisible()
    await picture(page, 'uploading')
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => orderOf(page)).toEqual(['photo', 'two', 'one'])
    await selectBlock(page, canvas.locator('[data-block="one"]'))
    await arrive()
    await expect(images).toHaveCount(2)
    await expect(page.getByText('正在上传图片')).toHaveCount(0)
    expect((await orderOf(page)).map((id) => id?.length)).toEqual([5, 3, expect.any(Number), 3])
    expect((await orderOf(page)).filter((_, index) => index !== 2)).toEqual(['photo', 'two', 'one'])
    await expect(images.nth(1)).toHaveAttribute('src', /^\/assets\/u\//)
    await picture(page, 'pasted')
  })

  await test.step('one step to take back; the picture stays in the library', async () => {
    await layer.focus()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(images).toHaveCount(1)
    await page.getByRole('tab', { name: '素材', exact: true }).click()
    await expect(page.getByRole('tabpanel', { name: '素材' }).getByRole('img').first()).toBeVisible()
  })

  await test.step('what fails is told, and changes nothing', async () => {
    await page.route('**/api/staff/assets?**', (route) => route.abort())
    await layer.focus()
    const before = await orderOf(page)
    await page.keyboard.press('ControlOrMeta+v')
    await expect(page.locator('.ant-message-warning')).toBeVisible()
    await picture(page, 'failed')
    await expect(page.getByText('正在上传图片')).toHaveCount(0)
    expect(await orderOf(page)).toEqual(before)
    await expect(undo).toBeEnabled()
  })
})

/** Uploads wait until the answer is called. */
async function holdUploads(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = []
  const pattern = '**/api/staff/assets?**'
  let arrived: () => void = () => {}
  const first = new Promise<void>((resolve) => {
    arrived = resolve
  })
  await page.route(pattern, (route) => {
    held.push(route)
    arrived()
  })
  return async () => {
    await first
    for (const route of held) await route.continue()
    await page.unroute(pattern)
  }
}

/** Puts a picture on the clipboard, as a tool for screenshots does. */
async function copyPicture(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 320
    canvas.height = 120
    const drawing = canvas.getContext('2d')
    if (!drawing) throw new Error('nothing to draw on')
    drawing.fillStyle = '#1f9d55'
    drawing.fillRect(0, 0, 320, 120)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('no picture')
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
  })
}
