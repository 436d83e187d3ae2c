import type { Page } from '@playwright/test'
import { canvasPage } from '../support/canvas-page'
import { signIn } from '../support/console'
import { boxOf, inspectorOf, middleOf, showPanel } from '../support/editor'
import { aText, makePage, openEditor } from '../support/made-page'
import { expect, test } from '../support/product-test'

const BLOCKS = 12
const ids = Array.from({ length: BLOCKS }, (_, index) => `t${index}`)

test('a keystroke draws one block, pointing and the page’s own fields none (Puck 644, 950; lowcode-engine 980); a drag none at each move (dnd-kit)', async ({
  page,
  product,
}) => {
  await countDrawing(page)
  await signIn(page, '运营')
  const made = { title: '重画', slug: 'journey-redraw', blocks: ids.map((id) => aText(id)) }
  await openEditor(page, await makePage(product.origin, made))
  const { canvas, line, placed } = canvasPage(page)
  const texts = placed('text')
  await showPanel(page, '图层')
  await expect(page.getByRole('treeitem')).toHaveCount(BLOCKS)

  await test.step('a keystroke draws the block it changes, and no other; and one row of the layers', async () => {
    await page.getByTestId('layer-t3').click()
    const field = inspectorOf(page).getByRole('textbox', { name: '内容' })
    await field.fill('开场')
    await expect(texts.nth(3)).toHaveText('开场')
    const changed = await watch(page, '[role="tree"]', '[role="treeitem"]')
    await forget(page)
    await field.press('End')
    await page.keyboard.type('红包雨')
    await expect(texts.nth(3)).toHaveText('开场红包雨')
    expect(await drawn(page)).toEqual(['t3'])
    expect(await changed()).toBeLessThanOrEqual(1)
  })

  await test.step('pointing at one block after the other draws none', async () => {
    await forget(page)
    for (const index of [0, 5, 8]) {
      const { x, y } = await middleOf(texts.nth(index))
      await page.mouse.move(x, y)
      await expect(page.getByTestId('hover-outline')).toBeVisible()
    }
    expect(await drawn(page)).toEqual([])
  })

  await test.step('what is set of the page itself draws no block', async () => {
    await page.getByRole('button', { name: '重画', exact: true }).click()
    await forget(page)
    const title = inspectorOf(page).getByRole('textbox', { name: '页面标题' })
    await title.press('End')
    await page.keyboard.type('得少')
    await expect(page.getByRole('button', { name: '重画得少', exact: true })).toBeVisible()
    expect(await drawn(page)).toEqual([])
  })

  await test.step('a drag across all of them draws none, and changes no row and no card of the palette', async () => {
    const from = await middleOf(texts.nth(0))
    const last = await boxOf(texts.nth(BLOCKS - 1))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x, from.y + 12, { steps: 4 })
    await expect(line).toHaveCount(1)
    const rows = await watch(page, '[role="tree"]', '[role="treeitem"]')
    const place = () => line.evaluate((element) => element.innerHTML)
    const first = await place()
    await forget(page)
    await page.mouse.move(from.x, last.y + last.height - 3, { steps: 60 })
    await expect.poll(place).not.toBe(first)
    expect(await drawn(page)).toEqual([])
    expect(await rows()).toBe(0)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect(canvas.locator('.zg-page > [data-block]').first()).toHaveAttribute('data-block', 't0')
  })
})

/** The canvas reads a block's record each time it draws it, and no other time. */
async function countDrawing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const drawn: string[] = []
    Object.assign(window, { drawn })
    let made: { mount: (source: { readBlock: (id: string) => unknown }) => unknown } | undefined
    Object.defineProperty(window, 'zigguratCanvas', {
      get: () => made,
      set: (canvas: NonNullable<typeof made>) => {
        made = {
          mount: (source) =>
            canvas.mount({
              ...source,
              readBlock: (id) => {
                drawn.push(id)
                return source.readBlock(id)
              },
            }),
        }
      },
    })
  })
}

const frameOf = (page: Page) => page.frame({ url: /\/canvas$/ })
const forget = (page: Page) => frameOf(page)?.evaluate('drawn.length = 0')
const drawn = (page: Page) => frameOf(page)?.evaluate('[...new Set(drawn)]')

/** How many of the parts of an element have changed in any way since. */
async function watch(page: Page, element: string, part: string): Promise<() => Promise<number>> {
  await page.evaluate(
    ([around, inner]) => {
      const changed = new Set<Node>()
      Object.assign(window, { changed })
      const root = document.querySelector(around as string)
      if (!root) throw new Error(`no ${around}`)
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const within = target instanceof Element ? target : target.parentElement
          changed.add(within?.closest(inner as string) ?? target)
        }
      }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
    },
    [element, part],
  )
  return () => page.evaluate('changed.size')
}
