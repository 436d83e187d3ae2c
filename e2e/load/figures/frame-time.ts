import type { Locator, Page } from '@playwright/test'
import { type Figure, median, rounded } from '../figure'
import { busyFrames, percentile } from '../frames'
import { aPhonePage, atVenue } from '../venue'

/** A screen draws sixty times a second: what keeps the main thread longer than this drops a frame. */
const FRAME_MS = 16.7
/** On a slowed processor everything takes its time, ms. */
const TIMEOUT_MS = 30_000
/** No moment moves longer, ms. */
const MOMENT_MS = 4_000
/** Members have as many packets and draws a day. */
const RUNS = 3

/** What is traced: one tap on what `ready` brings into view, until `text` is shown in `shownIn` and all is still. */
interface Moment {
  ready: (page: Page) => Promise<Locator>
  shownIn: string
  text: string
}

const widget = (page: Page, type: string) => page.locator(`[data-widget="${type}"]`)

async function closeSheet(page: Page): Promise<void> {
  const sheet = page.getByRole('dialog')
  if (!(await sheet.isVisible())) return
  await sheet.getByRole('button', { name: '关闭' }).tap()
  await sheet.waitFor({ state: 'hidden' })
}

const opening: Moment = {
  ready: async (page) => {
    const again = widget(page, 'red-packet').getByRole('button', { name: /再拆一个/ })
    await widget(page, 'red-packet').scrollIntoViewIfNeeded()
    if (await again.isVisible()) await again.tap()
    return widget(page, 'red-packet').locator('.zg-rp-seal')
  },
  shownIn: '[data-widget="red-packet"]',
  text: '已存入余额',
}

const spinning: Moment = {
  ready: async (page) => {
    await closeSheet(page)
    return widget(page, 'lottery').getByRole('button', { name: /立即抽奖/ })
  },
  shownIn: '.zg-lt-result',
  text: '',
}

const flying: Moment = {
  ready: async (page) => {
    await closeSheet(page)
    const coupon = widget(page, 'points-mall').getByRole('listitem').filter({ hasText: '积分专享券' })
    await coupon.scrollIntoViewIfNeeded()
    await coupon.getByRole('button').tap()
    const confirm = page.getByRole('dialog', { name: '确认兑换' })
    await confirm.waitFor()
    return confirm.getByRole('button', { name: '确认兑换' })
  },
  shownIn: '[role="dialog"][aria-label="兑换成功"]',
  text: '',
}

/** Where a finger goes for it, in px of the screen, once it lies still and nothing lies over it. */
async function placeOf(page: Page, target: Locator): Promise<{ x: number; y: number }> {
  await allStill(page)
  await target.tap({ trial: true })
  const box = await target.boundingBox()
  if (!box) throw new Error('there is nothing to tap')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/**
 * Taps there and waits for what follows. A bare tap and a watch on the document's changes: what
 * looks for elements, or asks in every frame, would be counted as the page's own time.
 */
async function play(page: Page, at: { x: number; y: number }, { shownIn, text }: Moment): Promise<void> {
  const isShown = page.evaluate(
    ([selector, wanted, mostMs]) =>
      new Promise<void>((resolve, reject) => {
        setTimeout(() => reject(new Error(`the tap led to no ${selector} ${wanted}`)), mostMs)
        new MutationObserver(() => {
          const shown = [...document.querySelectorAll(selector)].map((element) => element.textContent).join()
          if (shown.length > 0 && shown.includes(wanted)) resolve()
        }).observe(document, { subtree: true, childList: true, characterData: true })
      }),
    [shownIn, text, TIMEOUT_MS] as const,
  )
  await page.touchscreen.tap(at.x, at.y)
  await isShown
  await allStill(page)
}

/** Waits until nothing moves any more but what moves for ever, at most as long as a moment lasts. */
async function allStill(page: Page): Promise<void> {
  await page.evaluate(async (mostMs) => {
    const ending = document
      .getAnimations()
      .filter((animation) => Number.isFinite(Number(animation.effect?.getComputedTiming().endTime)))
    const stillMoving = Promise.allSettled(ending.map((animation) => animation.finished))
    await Promise.race([stillMoving, new Promise((resolve) => setTimeout(resolve, mostMs))])
  }, MOMENT_MS)
}

function frameTime(name: string, what: string, moment: Moment): Figure {
  return {
    name,
    about: `main-thread time a frame, 95th percentile, while ${what}; the processor slowed down four times, median of ${RUNS}`,
    target: { atMost: FRAME_MS },
    measure: () =>
      atVenue(async ({ browser, link }) => {
        const page = await aPhonePage(browser)
        page.setDefaultTimeout(TIMEOUT_MS)
        await page.goto(link, { waitUntil: 'networkidle' })
        const runs: number[] = []
        for (let run = 0; run < RUNS; run++) {
          const at = await placeOf(page, await moment.ready(page))
          const frames = await busyFrames(page, () => play(page, at, moment))
          runs.push(percentile(frames, 0.95))
        }
        return { name, value: rounded(median(runs)), unit: 'ms' }
      }),
  }
}

export const frameOpening = frameTime('frame_p95_ms_opening', 'a red packet opens and its coins fly', opening)
export const frameSpinning = frameTime('frame_p95_ms_spinning', 'the wheel turns and lands', spinning)
export const frameFlying = frameTime('frame_p95_ms_flying', 'points fly off for what was redeemed', flying)
