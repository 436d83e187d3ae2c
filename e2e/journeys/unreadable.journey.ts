import type { Page } from '@playwright/test'
import type { Block } from '../../schemas/page'
import { aBlock } from '../../src/testing/builders/page-definition'
import { canvasPage } from '../support/canvas-page'
import { signIn } from '../support/console'
import { inspectorOf, selectBlock, showPanel } from '../support/editor'
import { aText, isSaved, makePage, openEditor, orderOf, savedPage } from '../support/made-page'
import { expect, test } from '../support/product-test'

/** Of another build, of a later one, and of an older one whose migration comes to nothing. */
const UNREADABLE: Block[] = [
  { id: 'gone', type: 'snow-globe', version: 3, props: { flakes: 12, inner: { deep: ['雪'] } } },
  { id: 'later', type: 'text', version: 99, props: { lines: ['a', 'b'] } },
  { id: 'older', type: 'popup', version: 1, props: { title: 7, look: 'round' } },
]

test('a page of widgets this build cannot read opens, is edited and saved, and loses nothing (Puck 671, 1042); a paste of garbage changes nothing', async ({
  page,
  context,
  product,
  picture,
}) => {
  const thrown: string[] = []
  page.on('pageerror', (error) => thrown.push(error.message))
  await signIn(page, '运营')
  const box = aBlock('box', 'columns', { slots: { first: ['gone'], second: [] } })
  const blocks = [box, ...UNREADABLE, aText('fine')]
  const root = ['box', 'later', 'older', 'fine']
  const id = await makePage(product.origin, { title: '读不了', slug: 'journey-unreadable', blocks, root })
  await openEditor(page, id)
  const { canvas, layer, slotOf, placed } = canvasPage(page)
  const block = (name: string) => canvas.locator(`[data-block="${name}"]`)

  await test.step('each is a placeholder; what can be read is there', async () => {
    await expect(block('gone')).toContainText('未知组件')
    await expect(block('later')).toContainText('组件版本不同')
    await expect(block('older')).toContainText('组件版本不同')
    await expect(block('fine')).toHaveText('fine')
    await showPanel(page, '图层')
    await expect(page.getByRole('treeitem')).toHaveCount(5)
    await picture(page, 'placeholders')
  })

  await test.step('each can be selected, moved, copied, deleted and taken back', async () => {
    for (const name of ['gone', 'later', 'older']) {
      await selectBlock(page, block(name))
      await expect(inspectorOf(page).getByText('这个组件现在不能编辑')).toBeVisible()
      await page.keyboard.press('ControlOrMeta+d')
      await page.keyboard.press('ControlOrMeta+z')
      await page.keyboard.press('Delete')
      await expect(block(name)).toHaveCount(0)
      await page.keyboard.press('ControlOrMeta+z')
      await expect(block(name)).toBeVisible()
    }
    await selectBlock(page, block('gone'))
    await page.keyboard.press('Alt+ArrowRight')
    await expect(slotOf(placed('columns'), 'second').locator('[data-block="gone"]')).toBeVisible()
    await selectBlock(page, block('later'))
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => orderOf(page)).toEqual(['box', 'older', 'later', 'fine'])
  })

  await test.step('the checks name them; saved, they are as they were', async () => {
    await page.getByRole('button', { name: /^检查/ }).click()
    await expect(page.getByTestId('checks-panel')).toContainText('当前版本没有这个组件')
    await picture(page, 'checks')
    await page.keyboard.press('Escape')
    await isSaved(page)
    await expect
      .poll(async () => (await savedPage(product.origin, id)).root)
      .toEqual(['box', 'older', 'later', 'fine'])
    const saved = await savedPage(product.origin, id)
    for (const unreadable of UNREADABLE) expect(saved.blocks[unreadable.id]).toEqual(unreadable)
  })

  await test.step('a paste of garbage changes nothing, and is told', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: product.origin })
    const own = (rest: object) => JSON.stringify({ ziggurat: 'blocks', version: 1, ...rest })
    const loop = { a: { id: 'a', type: 'columns', version: 1, props: {}, slots: { first: ['a'] } } }
    const garbage = [
      own({ roots: 'everything' }),
      own({ roots: ['a'], blocks: loop }),
      own({ roots: ['a'], blocks: { a: { id: 'a', type: '<script>', version: 1, props: {} } } }),
      own({ roots: ['a'], blocks: { a: { ...aText('a'), props: { text: 7 } } } }),
      own({ roots: ['a'], blocks: { a: { ...aText('a'), on: { tap: 'alert(1)' } } } }),
      `{"ziggurat":"blocks","version":1,"roots":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
    ]
    for (const text of garbage) {
      await selectBlock(page, block('fine'))
      await copyText(page, text)
      await page.keyboard.press('ControlOrMeta+v')
      const told = page.getByText('剪贴板里的组件不完整或已损坏，什么都没有粘贴')
      await expect(told).toBeVisible()
      expect(await orderOf(page)).toEqual(['box', 'older', 'later', 'fine'])
      await expect(told).toHaveCount(0)
    }
    await isSaved(page)
  })

  await test.step('a block of another build is pasted as it is', async () => {
    const [gone] = UNREADABLE
    await copyText(
      page,
      JSON.stringify({ ziggurat: 'blocks', version: 1, roots: ['gone'], blocks: { gone } }),
    )
    await layer.focus()
    await page.keyboard.press('ControlOrMeta+v')
    await expect(canvas.locator('.zg-page > [data-widget="snow-globe"]')).toContainText('未知组件')
  })
  expect(thrown).toEqual([])
})

/** Puts a text on the clipboard, as another program would. */
async function copyText(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
}
