import type { Page } from '@playwright/test'
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

/** What is traced: `ready` brings the page to the moment, `play` is the moment itself. */
interface Moment {
  ready: (page: Page) => Promise<void>
  play: (page: Page) => Promise<void>
}

const widget = (page: Page, type: string) => page.locator(`[data-widget="${type}"]`)

const opening: Moment = {
  ready: async (page) => {
    const again = widget(page, 'red-packet').getByRole('button', { name: /再拆一个/ })
    await widget(page, 'red-packet').scrollIntoViewIfNeeded()
    if (await again.isVisible()) await again.tap()
  },
  play: async (page) => {
    await widget(page, 'red-packet').locator('.zg-rp-seal').tap()
    await widget(page, 'red-packet').getByText('已存入余额').waitFor()
    await allStill(page)
  },
}

const spinning: Moment = {
  ready: async (page) => {
    await page.keyboard.press('Escape')
    await widget(page, 'lottery')
      .getByRole('button', { name: /立即抽奖/ })
      .scrollIntoViewIfNeeded()
  },
  play: async (page) => {
    await widget(page, 'lottery')
      .getByRole('button', { name: /立即抽奖/ })
      .tap()
    await page.getByRole('dialog').waitFor()
    await allStill(page)
  },
}

const flying: Moment = {
  ready: async (page) => {
    await page.keyboard.press('Escape')
    const coupon = widget(page, 'points-mall').getByRole('listitem').filter({ hasText: '积分专享券' })
    await coupon.scrollIntoViewIfNeeded()
    await coupon.getByRole('button').tap()
    await page.getByRole('dialog', { name: '确认兑换' }).waitFor()
    await allStill(page)
  },
  play: async (page) => {
    await page.getByRole('dialog').getByRole('button', { name: '确认兑换' }).tap()
    await page.getByRole('dialog', { name: '兑换成功' }).waitFor()
    await allStill(page)
  },
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

function frameTime(name: string, what: string, { ready, play }: Moment): Figure {
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
          await ready(page)
          const frames = await busyFrames(page, () => play(page))
          runs.push(percentile(frames, 0.95))
        }
        return { name, value: rounded(median(runs)), unit: 'ms' }
      }),
  }
}

export const frameOpening = frameTime('frame_p95_ms_opening', 'a red packet opens and its coins fly', opening)
export const frameSpinning = frameTime('frame_p95_ms_spinning', 'the wheel turns and lands', spinning)
export const frameFlying = frameTime('frame_p95_ms_flying', 'points fly off for what was redeemed', flying)
