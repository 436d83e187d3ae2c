import type { Locator, Page } from '@playwright/test'

interface Point {
  x: number
  y: number
}

/** A mouse that a film shows: browsers draw none into their pictures. */
export interface Pointer {
  toPoint: (point: Point) => Promise<void>
  to: (target: Locator) => Promise<void>
  click: (target: Locator) => Promise<void>
}

const ARROW =
  '<svg width="26" height="30" viewBox="0 0 26 30"><path d="M2 2v21l5.6-5 3.7 8.6 4-1.7-3.7-8.5h7.6z" fill="#1c1a17" stroke="#fff" stroke-width="2" stroke-linejoin="round"/></svg>'
const STEPS = 12

/** Lays an arrow over the page, which goes wherever the mouse is moved. */
export async function addPointer(page: Page, start: Point): Promise<Pointer> {
  await page.evaluate((svg) => {
    const arrow = document.createElement('div')
    arrow.id = 'film-pointer'
    arrow.style.cssText = 'position:fixed;left:0;top:0;z-index:2147483647;pointer-events:none'
    arrow.innerHTML = svg
    document.documentElement.append(arrow)
  }, ARROW)
  let here = start
  const jump = async (point: Point) => {
    here = point
    await page.mouse.move(point.x, point.y)
    await page.evaluate(({ x, y }) => {
      const arrow = document.getElementById('film-pointer')
      if (arrow) arrow.style.transform = `translate(${x - 2}px, ${y - 2}px)`
    }, point)
  }
  const toPoint = async (end: Point) => {
    const from = here
    for (let step = 1; step <= STEPS; step += 1) {
      // Slow at both ends, as a hand is.
      const share = (1 - Math.cos((Math.PI * step) / STEPS)) / 2
      await jump({ x: from.x + (end.x - from.x) * share, y: from.y + (end.y - from.y) * share })
    }
  }
  const to = async (target: Locator) => {
    await toPoint(await middleOf(target))
    // What opens with a movement may have gone on while the pointer was on its way.
    await target.click({ trial: true })
    await jump(await middleOf(target))
  }
  await jump(start)
  return {
    toPoint,
    to,
    click: async (target) => {
      await to(target)
      await page.waitForTimeout(200)
      await page.mouse.down()
      await page.mouse.up()
      await page.waitForTimeout(250)
    },
  }
}

async function middleOf(target: Locator): Promise<Point> {
  await target.waitFor()
  const box = await target.boundingBox()
  if (!box) throw new Error('what the pointer is to reach is not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
