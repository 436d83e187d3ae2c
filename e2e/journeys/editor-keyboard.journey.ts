import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { goTo, signIn } from '../support/console'
import { canvasOf, createPage, inspectorOf } from '../support/editor'
import { expect, test } from '../support/product-test'

const SLUG = 'journey-keyboard'

test('a page of three widgets in a container, assembled, saved and published by keyboard alone', async ({
  page,
  product,
  picture,
}) => {
  await signIn(page, '运营')
  await goTo(page, '页面')
  await createPage(page, { title: '键盘搭建的页面', slug: SLUG, campaign: '双11 主会场' })
  const pointed = await countPointerEvents(page)
  const canvas = canvasOf(page)
  const keys = page.keyboard
  const announcer = page.getByTestId('announcer')
  const columns = canvas.locator('[data-widget="columns"]')
  const slots = columns.locator('[data-slot]')
  await expectAccessible(page, 'an empty page')

  await test.step('a container, then three widgets into it, each where it is wanted', async () => {
    await choose(page, '添加 分栏')
    await expect(columns).toBeVisible()
    await choose(page, '添加 按钮', '放进“分栏·第一栏”')
    await expect(slots.first().locator('[data-widget="button"]')).toBeVisible()
    await expect(announcer).toHaveText('已添加 按钮 到 分栏·第一栏。现在在分栏·第一栏，第 1 个，共 1 个')
    await keys.press('ControlOrMeta+k')
    await keys.type('间隔')
    await expectAccessible(page, 'the command palette')
    await picture(page, 'palette')
    await keys.press('Enter')
    await expect(page.getByRole('option').first()).toHaveText('放在“按钮”后面')
    await picture(page, 'where')
    await keys.press('Enter')
    await choose(page, '添加 文字', '放在“间隔”后面')
    await expect(slots.first().locator('[data-widget]')).toHaveCount(3)
    await expectAccessible(page, 'a block is selected')
  })

  await test.step('what it says, in its first field, and back to the blocks', async () => {
    await choose(page, '编辑内容')
    await expect(inspectorOf(page).getByRole('textbox', { name: '内容' })).toBeFocused()
    await keys.press('ControlOrMeta+a')
    await keys.type('不用鼠标也能搭')
    await expect(canvas.getByText('不用鼠标也能搭')).toBeVisible()
    await keys.press('Escape')
    await expect(page.getByTestId('canvas-layer')).toBeFocused()
  })

  await test.step('up, and into the other column; each told with where it is now', async () => {
    await keys.press('Alt+ArrowUp')
    await expect(announcer).toHaveText('已移动 文字。现在在分栏·第一栏，第 2 个，共 3 个')
    await keys.press('m')
    const dialog = page.getByRole('dialog', { name: '把文字移动到' })
    await expect(dialog).toBeVisible()
    await expectAccessible(page, 'a dialog is open')
    await picture(page, 'move-to')
    await keys.type('第二栏')
    await keys.press('Enter')
    await expect(slots.nth(1).locator('[data-widget="text"]')).toBeVisible()
    await expect(announcer).toContainText('现在在分栏·第二栏，第 1 个，共 1 个')
    await expect(page.getByTestId('canvas-layer')).toBeFocused()
  })

  await test.step('several at once: selected by Shift, hidden and shown, deleted and back; the focus stays', async () => {
    await keys.press('ArrowUp')
    await keys.press('Shift+ArrowUp')
    await expect(inspectorOf(page).getByRole('heading', { name: '选中了 2 个组件' })).toBeVisible()
    await expect(page.getByTestId('announcer-selection')).toHaveText('选中了 2 个组件')
    await expectAccessible(page, 'several blocks are selected')
    await picture(page, 'several')
    await keys.press('Delete')
    await expect(slots.first().locator('[data-widget]')).toHaveCount(0)
    await expect(page.getByTestId('canvas-layer')).toBeFocused()
    await keys.press('ControlOrMeta+z')
    await expect(slots.first().locator('[data-widget]')).toHaveCount(2)
  })

  await test.step('the layers: chosen by arrows, renamed, deleted; the focus stays in the tree', async () => {
    await page.getByRole('tab', { name: '图层' }).focus()
    await keys.press('Enter')
    const tree = page.getByRole('tree', { name: '图层' })
    await tree.getByRole('treeitem', { name: '按钮' }).focus()
    await keys.press('Home')
    await expect(tree.getByRole('treeitem', { name: '分栏' })).toBeFocused()
    await keys.press('F2')
    await keys.type('首屏')
    await keys.press('Enter')
    await expect(tree.getByRole('treeitem', { name: '首屏' })).toBeFocused()
    await keys.press('End')
    await expect(tree.getByRole('treeitem', { name: '文字' })).toBeFocused()
    await expectAccessible(page, 'the layers')
    await picture(page, 'layers')
    await keys.press('Delete')
    await expectFocusIn(page, tree)
    await keys.press('ControlOrMeta+z')
    await expect(slots.nth(1).locator('[data-widget="text"]')).toBeVisible()
    await expectFocusIn(page, tree)
  })

  await test.step('back to the very beginning and forth again, by the list of steps', async () => {
    await choose(page, '操作历史')
    const steps = page.getByRole('listbox', { name: '操作步骤' })
    await expect(steps).toBeFocused()
    await picture(page, 'history')
    await expectAccessible(page, 'the history')
    await keys.press('Home')
    await keys.press('Enter')
    await expect(columns).toHaveCount(0)
    await keys.press('End')
    await keys.press('Enter')
    await expect(slots.first().locator('[data-widget]')).toHaveCount(2)
    await keys.press('Escape')
    await expect(steps).toHaveCount(0)
    // The last of them was the deletion in the layers.
    await keys.press('ControlOrMeta+z')
    await expect(slots.nth(1).locator('[data-widget="text"]')).toBeVisible()
  })

  await test.step('the sheet of all keys', async () => {
    await choose(page, '查看快捷键')
    await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
    await expectAccessible(page, 'the sheet')
    await picture(page, 'sheet')
    await keys.press('Escape')
    await expect(page.getByRole('dialog', { name: '快捷键' })).toHaveCount(0)
  })

  await test.step('saved and published', async () => {
    await keys.press('ControlOrMeta+s')
    await expect(page.getByText(/^已保存/).first()).toBeVisible()
    await choose(page, '发布')
    const dialog = page.getByRole('dialog', { name: '发布页面' })
    const publish = dialog.getByRole('button', { name: /发布$/ })
    await expect(publish).toBeEnabled()
    await publish.focus()
    await keys.press('Enter')
    await expect(page.getByText('发布好了')).toBeVisible()
    expect(await pointed(), 'pointer events in the editor').toBe(0)
    const answer = await page.request.get(`${product.origin}/p/${SLUG}`)
    expect(await answer.text()).toContain('不用鼠标也能搭')
  })
})

/** Chooses in the command palette, and then, of what is added, where it goes. */
async function choose(page: Page, entry: string, place?: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  for (const text of place ? [entry, place] : [entry]) {
    await page.keyboard.type(text)
    await expect(page.getByRole('option').first()).toContainText(text)
    await page.keyboard.press('Enter')
  }
}

async function expectFocusIn(page: Page, place: Locator): Promise<void> {
  await expect(place.locator(':focus')).toHaveCount(1)
  await expect(page.locator('body:focus')).toHaveCount(0)
}

/** How often a mouse, finger or pen was used since. */
async function countPointerEvents(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = window as unknown as { pointed: number }
    counter.pointed = 0
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) {
      window.addEventListener(type, () => counter.pointed++, { capture: true })
    }
  })
  return () => page.evaluate(() => (window as unknown as { pointed: number }).pointed)
}
