import { writeFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { compose, dragFiles, longPressDrag, penDrag } from '../support/canvas-gestures'
import { goTo, signIn } from '../support/console'
import {
  addWidget,
  canvasOf,
  createPage,
  dragFrom,
  dragWidget,
  inspectorOf,
  middleOf,
  type Point,
  selectBlock,
  showPanel,
} from '../support/editor'
import { expect, test } from '../support/product-test'

const CAMPAIGN = '双11 主会场'

/** In a block's upper edge, where what is dropped goes before it, px from its top. */
const EDGE_PX = 4

async function boxOf(locator: Locator) {
  await expect(locator).toBeVisible()
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not on the screen')
  return box
}

async function topOf(locator: Locator): Promise<Point> {
  const { x, y, width } = await boxOf(locator)
  return { x: x + width / 2, y: y + EDGE_PX }
}

async function open(page: Page, slug: string) {
  await page.goto('/sign-in')
  await signIn(page, '运营')
  await goTo(page, '页面')
  await createPage(page, { title: `画布 ${slug}`, slug, campaign: CAMPAIGN })
  const canvas = canvasOf(page)
  return {
    canvas,
    layer: page.getByTestId('canvas-layer'),
    line: page.getByTestId('insertion-line'),
    placed: (type: string) => canvas.locator(`[data-widget="${type}"]`),
    inRoot: (type: string) => canvas.locator(`.zg-page > [data-widget="${type}"]`),
    toolbar: (action: RegExp) => page.getByRole('toolbar').getByRole('button', { name: action }),
  }
}

test('drag into nested containers and out again, with mouse, finger and pen (Puck 1836, 1358, 948; Craft 91, 312)', async ({
  page,
  picture,
}) => {
  const { layer, line, placed, inRoot, toolbar } = await open(page, 'journey-canvas-drag')
  const outer = inRoot('columns')
  const inner = outer.locator('[data-widget="columns"]')
  const slot = (columns: Locator, name: string) => columns.locator(`:scope > * > * > [data-slot="${name}"]`)
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

test('select by clicks and by marquee, wrap, resize, write, drop files', async ({
  page,
  picture,
}, testInfo) => {
  const { canvas, layer, line, placed, inRoot, toolbar } = await open(page, 'journey-canvas-edit')
  const handle = page.getByTestId('resize-handle')
  const texts = inRoot('text')
  for (let count = 1; count <= 3; count++) {
    await addWidget(page, '文字')
    await expect(texts).toHaveCount(count)
  }
  await addWidget(page, '间隔')
  await expect(placed('spacer')).toHaveCount(1)

  await test.step('a marquee from the empty part of the canvas, and Shift to leave one out', async () => {
    const first = await boxOf(texts.nth(0))
    const last = await boxOf(placed('spacer'))
    await dragFrom(
      page,
      { x: first.x + first.width - 30, y: last.y + last.height + 60 },
      { x: first.x + 40, y: first.y + first.height / 2 },
    )
    await expect(page.getByTestId('marquee')).toBeVisible()
    await expect(page.getByText('已选中 4 个组件')).toBeVisible()
    await picture(page, 'marquee')
    await page.mouse.up()
    await expect(page.getByText('已选中 4 个组件')).toBeVisible()
    await page.keyboard.down('Shift')
    await selectBlock(page, placed('spacer'))
    await page.keyboard.up('Shift')
    await expect(page.getByText('已选中 3 个组件')).toBeVisible()
  })

  await test.step('several at once: into columns, as one step, and back', async () => {
    await toolbar(/放进分栏$/).click()
    await expect(inRoot('columns')).toHaveCount(1)
    await expect(placed('columns').locator('[data-slot="first"] > [data-widget]')).toHaveCount(1)
    await expect(placed('columns').locator('[data-slot="second"] > [data-widget]')).toHaveCount(2)
    await picture(page, 'wrapped')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(texts).toHaveCount(3)
    await expect(inRoot('columns')).toHaveCount(0)
  })

  await test.step('a handle changes the height; Esc returns to where it was', async () => {
    await selectBlock(page, placed('spacer'))
    await expect(placed('spacer')).toHaveJSProperty('offsetHeight', 24)
    const from = await middleOf(handle)
    await dragFrom(page, from, { x: from.x, y: from.y + 40 })
    await expect(placed('spacer')).toHaveJSProperty('offsetHeight', 64)
    await expect(page.getByText('64 px')).toBeVisible()
    await picture(page, 'resize')
    await page.keyboard.press('Escape')
    await expect(placed('spacer')).toHaveJSProperty('offsetHeight', 24)
    await page.mouse.up()
    await dragFrom(page, from, { x: from.x, y: from.y + 80 })
    await page.mouse.up()
    await expect(placed('spacer')).toHaveJSProperty('offsetHeight', 104)
    await handle.press('ArrowUp')
    await expect(placed('spacer')).toHaveJSProperty('offsetHeight', 100)
    await expect(handle).toHaveAttribute('aria-valuenow', '100')
  })

  await test.step('a text is written where it stands, also with an input method; Esc takes it back', async () => {
    const { x, y } = await middleOf(texts.first())
    const writing = canvas.locator('.zg-writing')
    await page.mouse.dblclick(x, y)
    await expect(writing).toBeFocused()
    await compose(page, ['q', 'qu', 'quan'], '全场', async () => {
      await expect(writing).toHaveText('quan')
      // Half a word is not the page's: the inspector still has what was there.
      await expect(inspectorOf(page).getByRole('textbox', { name: '内容' })).toHaveValue('在这里输入文字')
    })
    await page.keyboard.type('五折')
    await picture(page, 'writing')
    await page.keyboard.press('Enter')
    await expect(writing).toHaveCount(0)
    await expect(texts.first()).toHaveText('全场五折')
    await expect(layer).toBeFocused()

    await page.keyboard.press('Enter')
    await expect(writing).toBeFocused()
    await page.keyboard.type('写错了')
    await page.keyboard.press('Escape')
    await expect(texts.first()).toHaveText('全场五折')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(texts.first()).toHaveText('在这里输入文字')
  })

  await test.step('files from the desktop become image blocks where the line was, as one step', async () => {
    const picturePath = testInfo.outputPath('poster.png')
    const notePath = testInfo.outputPath('note.txt')
    await writeFile(picturePath, await page.screenshot({ clip: { x: 300, y: 100, width: 400, height: 200 } }))
    await writeFile(notePath, 'no picture')
    const letGo = await dragFiles(page, [picturePath, notePath], await topOf(texts.nth(1)))
    await expect(line).toContainText('页面')
    await picture(page, 'files')
    await letGo()
    await expect(page.getByRole('alert').filter({ hasText: 'note.txt' })).toBeVisible()
    await expect(canvas.locator('.zg-page > *').nth(1)).toHaveAttribute('data-widget', 'image')
    await expect(placed('image').locator('img')).toHaveAttribute('src', /^\/assets\/u\//)
    await picture(page, 'dropped')
    await page.getByRole('button', { name: '知道了' }).click()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(placed('image')).toHaveCount(0)
  })
})

test('frames of any width, zoom, safe areas; a resting drag scrolls; a keystroke redraws one block (Puck 644, 950)', async ({
  page,
  picture,
}) => {
  // The canvas reads a block's record each time it draws it, and no other time.
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
  const { canvas, layer, line, inRoot } = await open(page, 'journey-canvas-view')
  const phone = page.getByTestId('phone')
  const inner = () => canvas.locator('html').evaluate(() => innerWidth)
  const shown = async () => Math.round((await boxOf(phone)).width)
  for (let count = 1; count <= 6; count++) {
    await addWidget(page, '图片')
    await expect(inRoot('image')).toHaveCount(count)
  }
  await addWidget(page, '文字')
  await expect(inRoot('text')).toHaveCount(1)

  await test.step('a keystroke draws the block it changes, and no other', async () => {
    await showPanel(page, '图层')
    await expect(page.getByRole('treeitem')).toHaveCount(7)
    const frame = page.frame({ url: /\/canvas$/ })
    const id = await inRoot('text').getAttribute('data-block')
    await inspectorOf(page).getByRole('textbox', { name: '内容' }).fill('开场')
    await expect(inRoot('text')).toHaveText('开场')
    await page.evaluate(() => {
      const rows = new Set<Node>()
      Object.assign(window, { rows })
      const tree = document.querySelector('[role="tree"]')
      if (!tree) throw new Error('no layers')
      new MutationObserver((changes) => {
        for (const { target } of changes)
          rows.add((target.parentElement ?? (target as Element)).closest('[role="treeitem"]') ?? target)
      }).observe(tree, { subtree: true, childList: true, characterData: true, attributes: true })
    })
    await frame?.evaluate('drawn.length = 0')
    await inspectorOf(page).getByRole('textbox', { name: '内容' }).press('End')
    await page.keyboard.type('红包雨')
    await expect(inRoot('text')).toHaveText('开场红包雨')
    const drawn = (await frame?.evaluate('drawn')) as string[]
    expect(new Set(drawn)).toEqual(new Set([id]))
    expect(await page.evaluate('rows.size')).toBeLessThanOrEqual(1)
    await page.keyboard.press('Escape')
  })

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
      await page.getByTitle(`${width} px`).click()
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
    await page.getByTitle('390 px').click()
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
