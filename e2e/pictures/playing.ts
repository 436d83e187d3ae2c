import type { Locator, Page } from '@playwright/test'
import type { Album } from './album'
import { film } from './film'
import { showBlock } from './phone-pictures'
import { expect, type Studio } from './studio'

/** Less high than a phone, so that the film stays light. */
const HEIGHT = 740
const FILM = { width: 320, seconds: 14 }

/** A member opens a packet, turns the wheel, and wins. */
export async function filmPlaying(studio: Studio, album: Album): Promise<void> {
  const page = await studio.phoneOf('桃子', 'double-11')
  await page.setViewportSize({ width: 390, height: HEIGHT })
  // What is drawn has the new height from the next picture on.
  await page.screenshot()
  const webp = await film(page, FILM, async () => {
    await page.waitForTimeout(700)
    await showBlock(page, 'packet', 'smooth')
    await tap(page, page.getByRole('button', { name: '拆红包' }))
    await expect(page.locator('.zg-rp-card')).toContainText('恭喜你，拆到')
    await page.waitForTimeout(2_600)
    await showBlock(page, 'wheel', 'smooth')
    await tap(page, page.locator('.zg-lt-go'))
    await expect(page.getByRole('dialog', { name: '恭喜你抽中了' })).toBeVisible()
    await page.waitForTimeout(1_500)
  })
  album.put('playing', webp)
  await page.context().close()
}

/** Taps where the film can see it: a ring spreads from the finger. */
async function tap(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox()
  if (!box) throw new Error('what is to be tapped is not on the screen')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.evaluate(
    ([left, top]) => {
      const ring = document.createElement('div')
      ring.style.cssText = `position:fixed;left:${left - 28}px;top:${top - 28}px;width:56px;height:56px;border-radius:50%;background:#fff9;box-shadow:0 0 0 2px #0003;pointer-events:none;z-index:2147483647`
      document.documentElement.append(ring)
      const spread = [
        { transform: 'scale(.5)', opacity: 1 },
        { transform: 'scale(1.3)', opacity: 0 },
      ]
      ring.animate(spread, { duration: 600, easing: 'ease-out' }).onfinish = () => ring.remove()
    },
    [x, y] as const,
  )
  await page.waitForTimeout(250)
  await page.touchscreen.tap(x, y)
}
