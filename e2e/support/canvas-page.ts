import type { Locator, Page } from '@playwright/test'
import { goTo, signIn } from './console'
import { boxOf, canvasOf, createPage, type Point } from './editor'

/** In a block's upper edge, where what is dropped goes before it, px from its top. */
const EDGE_PX = 4
/** There is one in the demo; the journeys of the canvas ask nothing of it. */
const CAMPAIGN = '双11 主会场'

/** Signs in and makes an empty page, open in the editor; and answers where things are on it. */
export async function openCanvasPage(page: Page, slug: string) {
  await signIn(page, '运营')
  await goTo(page, '页面')
  await createPage(page, { title: `画布 ${slug}`, slug, campaign: CAMPAIGN })
  return canvasPage(page)
}

/** Where things are in an editor that is open. */
export function canvasPage(page: Page) {
  const canvas = canvasOf(page)
  return {
    canvas,
    layer: page.getByTestId('canvas-layer'),
    line: page.getByTestId('insertion-line'),
    /** Every block of a widget, and those that stand on the page itself. */
    placed: (type: string) => canvas.locator(`[data-widget="${type}"]`),
    inRoot: (type: string) => canvas.locator(`.zg-page > [data-widget="${type}"]`),
    /** A slot of a container, and none of the containers within it. */
    slotOf: (container: Locator, name: string) => container.locator(`:scope > * > * > [data-slot="${name}"]`),
    toolbar: (action: RegExp) => page.getByRole('toolbar').getByRole('button', { name: action }),
    undo: page.getByRole('button', { name: /^撤销/ }),
  }
}

/** The upper edge of a block: what is dropped there goes before it. */
export async function topOf(locator: Locator): Promise<Point> {
  const { x, y, width } = await boxOf(locator)
  return { x: x + width / 2, y: y + EDGE_PX }
}
