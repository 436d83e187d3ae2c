import type { Page } from '@playwright/test'
import type { EditorSide } from './sides'

/* What is measured of an editor in a browser, the same way of both sides. */

const OPEN_LIMIT_MS = 120_000
/** Somebody who types fast, ms between two keys. */
const KEY_PAUSE_MS = 60
/** An editor that is not ready yet is clicked on again after so long, ms. */
const CLICK_PAUSE_MS = 20

/** Opens the editor in a fresh window and waits until all of its page is drawn. */
export async function openEditor(side: EditorSide, blocks: number): Promise<Page> {
  const context = await side.aWindow()
  const page = await context.newPage()
  page.setDefaultTimeout(OPEN_LIMIT_MS)
  await page.goto(side.url, { waitUntil: 'commit' })
  await allDrawn(page, side, blocks)
  return page
}

/** Asked for in every frame of the page, so that the answer comes as soon as it is true. */
function allDrawn(page: Page, { frame, block }: EditorSide, blocks: number) {
  return page.waitForFunction(
    ([frameSelector, blockSelector, count]) => {
      const canvas = document.querySelector<HTMLIFrameElement>(frameSelector)?.contentDocument
      return (canvas?.querySelectorAll(blockSelector).length ?? 0) >= count
    },
    [frame, block, blocks] as const,
  )
}

/** Where the nth text of the canvas is in the window, its middle, px. */
async function placeOfText(page: Page, { frame, text }: EditorSide, nth: number) {
  const place = await page.evaluate(
    ([frameSelector, textSelector, index]) => {
      const canvas = document.querySelector<HTMLIFrameElement>(frameSelector)
      const element = canvas?.contentDocument?.querySelectorAll(textSelector)[index]
      if (!canvas || !element) return undefined
      const outer = canvas.getBoundingClientRect()
      const inner = element.getBoundingClientRect()
      const scale = outer.width / canvas.clientWidth
      return {
        x: outer.x + (inner.x + inner.width / 2) * scale,
        y: outer.y + (inner.y + inner.height / 2) * scale,
      }
    },
    [frame, text, nth] as const,
  )
  if (!place) throw new Error('the canvas has no such text')
  return place
}

/** Clicks on a text of the canvas until the inspector has its field. */
async function selectText(page: Page, side: EditorSide): Promise<void> {
  const { x, y } = await placeOfText(page, side, 4)
  const field = page.locator(side.field).filter({ visible: true }).first()
  while (!(await field.isVisible())) {
    await page.mouse.click(x, y)
    await page.waitForTimeout(CLICK_PAUSE_MS)
  }
}

/**
 * From the navigation until the first click on a block has brought up its field, ms: in a fresh
 * window, as soon as the page is drawn, again and again until one is answered.
 */
export async function timeToOpen(side: EditorSide, blocks: number): Promise<number> {
  const page = await openEditor(side, blocks)
  await page.evaluate(
    (field) =>
      Object.assign(window, {
        fieldShown: new Promise<number>((resolve) => {
          new MutationObserver(() => {
            if (document.querySelector(field)) resolve(performance.now())
          }).observe(document.body, { subtree: true, childList: true })
        }),
      }),
    side.field,
  )
  await selectText(page, side)
  const ms = await page.evaluate(() => (window as unknown as { fieldShown: Promise<number> }).fieldShown)
  await page.context().close()
  return ms
}

/**
 * From each keystroke in the inspector until the canvas has painted it, ms. The next key waits for
 * that: an editor that falls behind would paint several at once, and hide how late the first was.
 */
export async function typingLatencies(side: EditorSide, blocks: number, keys: number): Promise<number[]> {
  const page = await openEditor(side, blocks)
  await selectText(page, side)
  const field = page.locator(side.field).filter({ visible: true }).first()
  await field.click()
  await field.press('End')
  await page.evaluate((frameSelector) => {
    const canvas = document.querySelector<HTMLIFrameElement>(frameSelector)
    const latencies: number[] = []
    let pressedAt = 0
    const { port1, port2 } = new MessageChannel()
    // A message sent while a frame is drawn is handled after it has been painted.
    port1.onmessage = ({ data }) => latencies.push(performance.now() - data)
    window.addEventListener(
      'keydown',
      (event) => {
        pressedAt = event.timeStamp
      },
      true,
    )
    new MutationObserver(() => {
      if (pressedAt === 0) return
      const began = pressedAt
      pressedAt = 0
      requestAnimationFrame(() => port2.postMessage(began))
    }).observe(canvas?.contentDocument?.body as Node, {
      subtree: true,
      childList: true,
      characterData: true,
    })
    Object.assign(window, { latencies })
  }, side.frame)
  for (let key = 1; key <= keys; key++) {
    await page.keyboard.press('abcdefghij'.charAt(key % 10))
    await page.waitForFunction(
      (count) => (window as unknown as { latencies: number[] }).latencies.length >= count,
      key,
    )
    await page.waitForTimeout(KEY_PAUSE_MS)
  }
  const latencies = await page.evaluate(() => (window as unknown as { latencies: number[] }).latencies)
  await page.context().close()
  return latencies
}

/** Drags a new text over the canvas, up and down for so long, and lets go of it outside. */
export async function dragAcross(page: Page, side: EditorSide, forMs: number): Promise<void> {
  const card = await page.locator(side.card).first().boundingBox()
  const canvas = await page.locator(side.frame).boundingBox()
  if (!card || !canvas) throw new Error('there is nothing to drag, or nowhere to')
  await page.mouse.move(card.x + card.width / 2, card.y + card.height / 2)
  await page.mouse.down()
  const middle = canvas.x + canvas.width / 2
  const height = Math.min(canvas.height, 800) - 160
  await page.mouse.move(middle, canvas.y + 80, { steps: 10 })
  const ends = Date.now() + forMs
  for (let step = 0; Date.now() < ends; step++) {
    const share = 0.5 - 0.5 * Math.cos(step / 30)
    await page.mouse.move(middle + 60 * Math.sin(step / 7), canvas.y + 80 + height * share)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
  await page.mouse.move(card.x, card.y, { steps: 4 })
  await page.mouse.up()
}

/** The window's heap after everything that can be collected was, bytes. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}
