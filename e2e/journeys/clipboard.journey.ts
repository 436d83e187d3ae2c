import type { Page } from '@playwright/test'
import { goTo, signIn } from '../support/console'
import { addWidget, canvasOf, createPage, inspectorOf } from '../support/editor'
import { expect, test } from '../support/product-test'

const CAMPAIGN = '双11 主会场'
const HALF = '{"ziggurat":"blocks","version":1,"roots":["a"'

test('blocks copied in one tab are pasted into another page in another; garbage is refused', async ({
  page,
  context,
  product,
  picture,
}) => {
  await signIn(page, '运营')
  await goTo(page, '页面')
  await createPage(page, { title: '复制的来源', slug: 'journey-copy-from', campaign: CAMPAIGN })
  const other = await context.newPage()
  await other.goto('/pages')
  await createPage(other, { title: '粘贴的去处', slug: 'journey-paste-to', campaign: CAMPAIGN })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: product.origin })

  await test.step('a container with what it holds', async () => {
    await page.bringToFront()
    await addWidget(page, '分栏')
    await addWidget(page, '文字')
    const text = inspectorOf(page).getByRole('textbox', { name: '内容' })
    await text.fill('从别的页面来')
    await text.press('Escape')
    // Into the container that stands above it.
    await page.keyboard.press('Alt+ArrowRight')
    await expect(canvasOf(page).locator('[data-widget="columns"] [data-widget="text"]')).toContainText(
      '从别的页面来',
    )
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+c')
    await expect(page.getByText('已复制 1 个组件')).toBeVisible()
  })

  const canvas = canvasOf(other)
  const columns = canvas.locator('[data-widget="columns"]')
  await test.step('in the other tab, twice; each undone by itself', async () => {
    await other.bringToFront()
    await addWidget(other, '间隔')
    await other.getByTestId('canvas-layer').focus()
    await other.keyboard.press('ControlOrMeta+v')
    await expect(columns.locator('[data-widget="text"]')).toHaveText(['从别的页面来'])
    await expect(other.getByTestId('announcer')).toContainText('已粘贴 分栏')
    await other.keyboard.press('ControlOrMeta+v')
    await expect(columns).toHaveCount(2)
    await picture(other, 'pasted')
    await other.keyboard.press('ControlOrMeta+z')
    await expect(columns).toHaveCount(1)
  })

  await test.step('half of what was copied changes nothing, and is told', async () => {
    await copyText(other, HALF)
    await other.keyboard.press('ControlOrMeta+v')
    await expect(other.getByText('剪贴板里的组件不完整或已损坏，什么都没有粘贴')).toBeVisible()
    await picture(other, 'refused')
    await expect(columns).toHaveCount(1)
    await expect(canvas.locator('.zg-page > [data-widget]')).toHaveCount(2)
  })

  await test.step('somebody’s words become a text', async () => {
    await copyText(other, '满 300 减 50\n每人限用一次')
    await other.keyboard.press('ControlOrMeta+v')
    await expect(canvas.locator('[data-widget="rich-text"]')).toContainText('每人限用一次')
  })

  await test.step('cut, and back where it was by undo', async () => {
    await other.keyboard.press('ControlOrMeta+x')
    await expect(canvas.locator('[data-widget="rich-text"]')).toHaveCount(0)
    await other.keyboard.press('ControlOrMeta+z')
    await expect(canvas.locator('[data-widget="rich-text"]')).toHaveCount(1)
  })
})

/** Puts a text on the clipboard, as another program would. */
async function copyText(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
}
