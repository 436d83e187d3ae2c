import type { FrameLocator, Locator, Page } from '@playwright/test'
import { atRest } from './at-rest'
import { expect } from './product-test'

const DRAG_STEPS = 12

/** The editor's canvas: the very page members will see. */
export function canvasOf(page: Page): FrameLocator {
  return page.frameLocator('[data-testid="canvas-frame"]')
}

/** Makes an empty page of a campaign and waits until it can be worked on. */
export async function createPage(
  page: Page,
  o: { title: string; slug: string; campaign: string },
): Promise<void> {
  await page.getByRole('button', { name: '新建页面' }).click()
  await page.getByRole('button', { name: '空白页面', exact: true }).click()
  await page.getByRole('textbox', { name: '页面标题' }).fill(o.title)
  await page.getByRole('textbox', { name: '页面链接' }).fill(o.slug)
  // By name: the list shows the newest campaigns first, and only so many.
  await page.getByLabel('所属活动').fill(o.campaign)
  // Until the search has answered, the list still holds what it will replace.
  await expect(page.locator('.ant-select-dropdown:visible .ant-select-item-option')).toHaveCount(1)
  await page.getByTitle(o.campaign, { exact: true }).click()
  await page.getByRole('button', { name: '创建并开始搭建' }).click()
  await page.waitForURL('**/editor/**')
  await expect(canvasOf(page).locator('.zg-page')).toBeAttached()
}

/** Drags a widget from the palette, by mouse, to where `target` is, and drops it in its middle. */
export async function dragWidget(
  page: Page,
  widget: string,
  target: Locator,
  place?: { y: number },
): Promise<void> {
  await showPanel(page, '组件')
  const card = paletteCard(page, widget)
  await card.scrollIntoViewIfNeeded()
  const from = await middleOf(card)
  const to = await middleOf(target)
  await dragFrom(page, from, { x: to.x, y: place ? to.y + place.y : to.y })
  await page.mouse.up()
}

/** Presses at one point and moves to another, by mouse; the button is still down. */
export async function dragFrom(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: DRAG_STEPS })
}

/** Opens a panel of the left pane. */
export async function showPanel(page: Page, panel: '组件' | '图层' | '素材'): Promise<void> {
  await page.getByRole('tab', { name: panel, exact: true }).click()
}

/** Selects the first block of that name by its row in the layers. */
export async function selectLayer(page: Page, name: string): Promise<void> {
  await showPanel(page, '图层')
  await page.getByRole('treeitem', { name: new RegExp(`^${name}( |$)`) }).click()
}

/** Adds a widget after the block that is selected, by keyboard. */
export async function addWidget(page: Page, widget: string): Promise<void> {
  await showPanel(page, '组件')
  await paletteCard(page, widget).press('Enter')
}

const paletteCard = (page: Page, widget: string): Locator =>
  page.getByRole('button', { name: `添加${widget}`, exact: true })

/** What can be set of the selected block. */
export function inspectorOf(page: Page): Locator {
  return page.getByRole('complementary', { name: '属性' })
}

/** Gives the image field of the inspector a file. */
export async function uploadPicture(page: Page, picture: Buffer, name = 'picture.png'): Promise<void> {
  const file = { name, mimeType: 'image/png', buffer: picture }
  await inspectorOf(page).getByTestId('image-file').setInputFiles(file)
}

/** In CSS px of the window. */
export interface Point {
  x: number
  y: number
}

/** Where something is once it has arrived: a dialog that is still growing holds it elsewhere. */
export async function boxOf(locator: Locator) {
  await expect(locator).toBeVisible()
  await atRest(locator.page())
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not on the screen')
  return box
}

export async function middleOf(locator: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(locator)
  return { x: x + width / 2, y: y + height / 2 }
}

/** Selects a block of the canvas by clicking on it. */
export async function selectBlock(page: Page, block: Locator): Promise<void> {
  const { x, y } = await middleOf(block)
  await page.mouse.click(x, y)
}
