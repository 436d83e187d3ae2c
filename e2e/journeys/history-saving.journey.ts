import type { Page } from '@playwright/test'
import { canvasPage } from '../support/canvas-page'
import { signIn } from '../support/console'
import { inspectorOf, selectBlock } from '../support/editor'
import { aText, isSaved, makePage, openEditor, savedPage } from '../support/made-page'
import { expect, test } from '../support/product-test'

test('the history goes on across autosaves: undone past one, jumped about, and what the server has follows', async ({
  page,
  product,
  picture,
}) => {
  await signIn(page, '运营')
  const made = { title: '历史', slug: 'journey-history', blocks: [aText('one'), aText('two')] }
  const id = await makePage(product.origin, made)
  await openEditor(page, id)
  const { canvas, layer, undo } = canvasPage(page)
  const block = (name: string) => canvas.locator(`[data-block="${name}"]`)
  const kept = async (name: string) => (await savedPage(product.origin, id)).blocks[name]?.props.text

  await test.step('three changes, each saved by itself', async () => {
    for (const text of ['第一稿', '第二稿']) {
      await write(page, 'one', text)
      await expect.poll(() => kept('one')).toBe(text)
      await isSaved(page)
    }
    await write(page, 'two', '另一处')
    await expect.poll(() => kept('two')).toBe('另一处')
    await isSaved(page)
  })

  await test.step('undone past two saves: the page is unsaved, then saved as it is now', async () => {
    await layer.focus()
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(block('one')).toHaveText('第一稿')
    await expect(block('two')).toHaveText('two')
    await expect.poll(() => kept('one')).toBe('第一稿')
    await expect.poll(() => kept('two')).toBe('two')
    await isSaved(page)
    await expect(undo).toBeEnabled()
  })

  await test.step('to any step by the list, before the first save and after the last', async () => {
    await page.getByRole('button', { name: '操作历史' }).click()
    const steps = page.getByRole('listbox', { name: '操作步骤' })
    await expect(steps.getByRole('option')).toHaveCount(4)
    await steps.getByRole('option').first().click()
    await expect(block('one')).toHaveText('one')
    await picture(page, 'before the first')
    await expect.poll(() => kept('one')).toBe('one')
    await steps.getByRole('option').last().click()
    await expect(block('two')).toHaveText('另一处')
    await expect(block('one')).toHaveText('第二稿')
    await expect.poll(() => kept('two')).toBe('另一处')
    await page.keyboard.press('Escape')
    await expect(steps).toHaveCount(0)
  })

  await test.step('a save in the middle of typing does not cut the step in two', async () => {
    await selectBlock(page, block('two'))
    const field = inspectorOf(page).getByRole('textbox', { name: '内容' })
    await field.press('End')
    await page.keyboard.type('，写着')
    await expect.poll(() => kept('two')).toBe('另一处，写着')
    await page.keyboard.type('写着')
    await expect(block('two')).toHaveText('另一处，写着写着')
    await field.press('Escape')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(block('two')).toHaveText('另一处')
  })

  await test.step('what is reloaded is what was undone to', async () => {
    await expect.poll(() => kept('two')).toBe('另一处')
    await isSaved(page)
    await page.reload()
    await expect(block('two')).toHaveText('另一处')
    await expect(undo).toBeDisabled()
  })
})

/** Writes into a text through the inspector, as a step of its own. */
async function write(page: Page, id: string, text: string): Promise<void> {
  const { canvas } = canvasPage(page)
  await selectBlock(page, canvas.locator(`[data-block="${id}"]`))
  await inspectorOf(page).getByRole('textbox', { name: '内容' }).fill(text)
  await page.keyboard.press('Escape')
  await expect(canvas.locator(`[data-block="${id}"]`)).toHaveText(text)
}
