import type { CDPSession, Page } from '@playwright/test'
import { aBlock } from '../../src/testing/builders/page-definition'
import { canvasPage } from '../support/canvas-page'
import { signIn } from '../support/console'
import { inspectorOf } from '../support/editor'
import { aText, makePage, openEditor, orderOf } from '../support/made-page'
import { expect, test } from '../support/product-test'

const SLUG = 'journey-focus'
const ALT_AND_CTRL = 1 | 2
const META = 4

test('by keyboard alone the focus is never lost: deleting, undoing, closing whatever was opened; wrapping, zooming, templates, publishing', async ({
  page,
  product,
  picture,
}) => {
  const { canvas, layer, placed, keys } = await openByKeyboard(page, product.origin, SLUG)

  await test.step('deleting and undoing, on the canvas, out of a field, and to the last block', async () => {
    await layer.focus()
    await keys.press('Home')
    for (const key of ['Delete', 'ControlOrMeta+z', 'ControlOrMeta+Shift+z', 'ControlOrMeta+z']) {
      await pressed(page, key)
    }
    await pressed(page, 'Enter')
    await expect(canvas.locator('.zg-writing')).toBeFocused()
    await keys.press('Escape')
    await expect(layer).toBeFocused()
    await inspectorOf(page).getByRole('textbox', { name: '内容' }).focus()
    await choose(page, '删除')
    await expectFocus(page)
    await pressed(page, 'ControlOrMeta+a')
    await pressed(page, 'Delete')
    await expect(canvas.locator('[data-block]')).toHaveCount(0)
    await expectFocus(page)
    await pressed(page, 'ControlOrMeta+z')
    await pressed(page, 'ControlOrMeta+z')
    await expect(canvas.locator('[data-block]')).toHaveCount(4)
  })

  await test.step('whatever is opened gives the focus back when Esc closes it', async () => {
    await layer.focus()
    await keys.press('Home')
    for (const command of ['查看快捷键', '移动到…', '操作历史', '发布']) {
      await choose(page, command)
      await expect(page.locator('[role="dialog"]:visible, [role="listbox"]:visible').first()).toBeVisible()
      await expect.poll(() => focused(page)).not.toBe('body')
      await keys.press('Escape')
      await expect(page.locator('[role="dialog"]:visible, [role="listbox"]:visible')).toHaveCount(0)
      await expectFocus(page)
    }
    const badge = page.getByRole('button', { name: /^检查/ })
    await badge.press('Enter')
    await expect(page.getByTestId('checks-panel')).toBeVisible()
    await keys.press('Escape')
    await expect(page.getByTestId('checks-panel')).toHaveCount(0)
    await expectFocus(page)
    await choose(page, '预览或退出预览')
    await expect(page.getByRole('button', { name: '退出预览' })).toBeVisible()
    await expectFocus(page)
    await choose(page, '预览或退出预览')
    await expect(layer).toBeVisible()
    await expectFocus(page)
  })

  await test.step('into columns, larger and smaller, by the command palette; the sheet tells the keys', async () => {
    await layer.focus()
    await keys.press('Home')
    await choose(page, '放进分栏')
    await expect(placed('columns').locator('[data-widget="text"]')).toHaveCount(1)
    await expectFocus(page)
    await pressed(page, 'ControlOrMeta+z')
    const phone = page.getByTestId('phone')
    const width = async () => Math.round((await phone.boundingBox())?.width ?? 0)
    await choose(page, '放大画布')
    await expect.poll(width).toBe(488)
    await choose(page, '画布适合窗口')
    await expect.poll(width).toBe(390)
    await choose(page, '查看快捷键')
    const sheet = page.getByRole('dialog', { name: '快捷键' })
    for (const command of ['放大画布', '缩小画布', '画布适合窗口']) await expect(sheet).toContainText(command)
    await picture(page, 'sheet')
    await keys.press('Escape')
    await expect(sheet).toHaveCount(0)
  })

  await test.step('templates: one stop of the tab key, arrows go through them, Enter inserts', async () => {
    await page.getByRole('tab', { name: '模板' }).press('Enter')
    const panel = page.getByRole('tabpanel', { name: '模板' })
    const stops = panel.locator('[data-rove]')
    await expect(stops.nth(2)).toBeVisible()
    await expect(panel.locator('[data-rove][tabindex="0"]')).toHaveCount(1)
    await stops.first().focus()
    await keys.press('ArrowDown')
    await expect(stops.nth(1)).toBeFocused()
    await keys.press('End')
    await expect(stops.last()).toBeFocused()
    await keys.press('Home')
    await expect(stops.first()).toBeFocused()
    await keys.press('ArrowDown')
    await keys.press('Tab')
    await expect(panel.locator('[data-rove]:focus')).toHaveCount(0)
    await keys.press('Shift+Tab')
    await expect(stops.nth(1)).toBeFocused()
    await picture(page, 'templates')
    const before = (await orderOf(page)).length
    await keys.press('Enter')
    await expect.poll(async () => (await orderOf(page)).length).toBeGreaterThan(before)
    await expectFocus(page)
    await layer.focus()
    await pressed(page, 'ControlOrMeta+z')
  })

  await test.step('published by keyboard alone', async () => {
    await pressed(page, 'ControlOrMeta+Enter')
    const dialog = page.getByRole('dialog', { name: '发布页面' })
    const publish = dialog.getByRole('button', { name: /发布$/ })
    await expect(publish).toBeEnabled()
    await tabTo(page, '发布')
    await keys.press('Enter')
    await expect(page.getByText('发布好了')).toBeVisible()
    await expect.poll(() => focused(page)).not.toBe('body')
    await keys.press('Escape')
    await expect(page.getByText('发布好了')).toBeHidden()
    await expectFocus(page)
  })
})

test('letters of AltGr are letters, half a word is no command, and no modifier sticks when the window was left (Puck 1277, 1321)', async ({
  page,
  product,
}) => {
  const { canvas, layer, keys } = await openByKeyboard(page, product.origin, 'journey-altgr')
  const cdp = await page.context().newCDPSession(page)
  const field = inspectorOf(page).getByRole('textbox', { name: '内容' })
  const text = canvas.locator('[data-block="one"]')
  await layer.focus()
  await keys.press('Home')
  await pressed(page, 'Alt+ArrowDown')
  await expect.poll(() => orderOf(page)).toEqual(['two', 'one', 'gap', 'press'])

  await test.step('ż on a Polish keyboard is written, and takes nothing back', async () => {
    await field.focus()
    await keys.press('End')
    await altGr(cdp, 'ż')
    await expect(field).toHaveValue('oneż')
    await expect(text).toHaveText('oneż')
    await keys.press('Escape')
    await expect(layer).toBeFocused()
    await altGr(cdp, 'ż')
    await expect(text).toHaveText('oneż')
    expect(await orderOf(page)).toEqual(['two', 'one', 'gap', 'press'])
  })

  await test.step('keys of an input method that composes are its own', async () => {
    await field.focus()
    await cdp.send('Input.imeSetComposition', { text: 'hong', selectionStart: 4, selectionEnd: 4 })
    for (const key of ['z', 'd', 'Enter', 'Escape', 'Delete']) {
      await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 })
    }
    await expect(field).toBeFocused()
    await cdp.send('Input.insertText', { text: '红包' })
    await expect(field).toHaveValue('oneż红包')
    expect(await orderOf(page)).toHaveLength(4)
  })

  await test.step('⌘ that was let go of in another window is not held any more', async () => {
    await field.press('Escape')
    await expect(layer).toBeFocused()
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Meta',
      code: 'MetaLeft',
      modifiers: META,
    })
    await page.evaluate(() => {
      window.dispatchEvent(new Event('blur'))
      window.dispatchEvent(new Event('focus'))
    })
    for (const key of ['d', 'z', 'k', 'a']) {
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key })
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
    }
    await expectFocus(page)
    expect(await orderOf(page)).toEqual(['two', 'one', 'gap', 'press'])
    await expect(text).toHaveText('oneż红包')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await field.focus()
    await keys.press('End')
    await keys.type('kid')
    await expect(field).toHaveValue('oneż红包kid')
  })
})

/** A page of four blocks, open; from here on nothing is pointed at. */
async function openByKeyboard(page: Page, origin: string, slug: string) {
  await signIn(page, '运营')
  const label = { props: { ...aBlock('press', 'button').props, link: '/' } }
  const blocks = [aText('one'), aText('two'), aBlock('gap', 'spacer'), aBlock('press', 'button', label)]
  await openEditor(page, await makePage(origin, { title: '焦点', slug, blocks }))
  return { ...canvasPage(page), keys: page.keyboard }
}

/** What has the focus, in two words; `body` when it is lost. Asked once what changed has been drawn. */
function focused(page: Page): Promise<string> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
    const { activeElement: element } = document
    return element && element !== document.body
      ? `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? ''}`
      : 'body'
  })
}

async function expectFocus(page: Page): Promise<void> {
  // What fades out still has it for a moment, and gives it back then.
  await expect.poll(() => focused(page)).not.toBe('body')
}

async function pressed(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  expect(await focused(page), `after ${key}`).not.toBe('body')
}

/** Goes on by the tab key to a button. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < 20; stop++) {
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (text.endsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the tab key does not come to ${name}`)
}

/** Chooses in the command palette. */
async function choose(page: Page, entry: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(entry)
  await expect(page.getByRole('option').first()).toContainText(entry)
  await page.keyboard.press('Enter')
}

/** A letter that needs AltGr, which Windows reports as Ctrl and Alt. */
async function altGr(cdp: CDPSession, letter: string): Promise<void> {
  const press = { key: letter, code: 'KeyZ', windowsVirtualKeyCode: 90, modifiers: ALT_AND_CTRL }
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press })
  await cdp.send('Input.dispatchKeyEvent', { type: 'char', key: letter, text: letter })
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press })
}
