import type { CDPSession, Page } from '@playwright/test'
import type { Point } from './editor'

/* What a mouse cannot do: fingers, pens, input methods and files from the desktop, as the browser gets them. */

/** Longer than the editor waits before a resting finger drags, ms. */
const LONG_PRESS_MS = 400
const STEPS = 10

/** Rests a finger on one point until it drags, and moves it to another, where it is still down. */
export async function longPressDrag(page: Page, from: Point, to: Point): Promise<() => Promise<void>> {
  const cdp = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  await touch('touchStart', [from])
  await new Promise((resolve) => setTimeout(resolve, LONG_PRESS_MS))
  for (const at of between(from, to)) await touch('touchMove', [at])
  return () => touch('touchEnd', []).then(() => cdp.detach())
}

/** Drags with a pen from one point to another and lifts it. */
export async function penDrag(page: Page, from: Point, to: Point): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const pen = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', at: Point, buttons: number) =>
    cdp.send('Input.dispatchMouseEvent', {
      type,
      ...at,
      button: type === 'mouseMoved' && buttons === 0 ? 'none' : 'left',
      buttons,
      clickCount: type === 'mouseMoved' ? 0 : 1,
      pointerType: 'pen',
    })
  await pen('mouseMoved', from, 0)
  await pen('mousePressed', from, 1)
  for (const at of between(from, to)) await pen('mouseMoved', at, 1)
  await pen('mouseReleased', to, 0)
  await cdp.detach()
}

/** Drags files of the desktop to a point; the call that is returned lets them go there. */
export async function dragFiles(page: Page, files: string[], to: Point): Promise<() => Promise<void>> {
  const cdp = await page.context().newCDPSession(page)
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop', at: Point) =>
    cdp.send('Input.dispatchDragEvent', {
      type,
      ...at,
      data: { items: [], files, dragOperationsMask: 1 },
    })
  await drag('dragEnter', { x: to.x, y: to.y - 40 })
  for (const at of between({ x: to.x, y: to.y - 40 }, to)) await drag('dragOver', at)
  return () => drag('drop', to).then(() => cdp.detach())
}

/** An input method at work: what it shows while composing, and the word it ends with. */
export async function compose(page: Page, steps: string[], word: string, during: () => Promise<void>) {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  for (const text of steps) {
    await cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  }
  await during()
  await cdp.send('Input.insertText', { text: word })
  await cdp.detach()
}

function between(from: Point, to: Point): Point[] {
  return Array.from({ length: STEPS }, (_, step) => {
    const share = (step + 1) / STEPS
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
  })
}
