import type { Page } from '@playwright/test'
import type { Album } from './album'
import { expect, type Studio } from './studio'

const FRIENDS = ['阿哲', '青禾', '老周', '桃子']

/** The demo's pages as members see them, and what they win. */
export async function takePhones(studio: Studio, album: Album): Promise<void> {
  await takeVenue(studio, album)
  await takeShared(studio, album)
  const mall = await studio.phoneOf('阿哲', 'points-carnival')
  await showBlock(mall, 'mall')
  await album.keep(mall, 'phone-points-mall')
  await mall.context().close()
  const newcomer = await studio.phoneOf('小满', 'new-member')
  await album.keep(newcomer, 'phone-new-member')
  await newcomer.context().close()
}

async function takeVenue(studio: Studio, album: Album): Promise<void> {
  const page = await studio.phoneOf('阿哲', 'double-11')
  await album.keep(page, 'phone-venue')
  await showBlock(page, 'wall')
  await album.keep(page, 'phone-coupon-wall')
  await showBlock(page, 'packet')
  await page.getByRole('button', { name: '拆红包' }).tap()
  await expect(page.locator('.zg-rp-card')).toContainText('恭喜你，拆到')
  await page.waitForTimeout(2_500)
  await album.keep(page, 'phone-red-packet')
  await showBlock(page, 'wheel')
  await album.keep(page, 'phone-wheel')
  await page.locator('.zg-lt-go').tap()
  await expect(page.getByRole('dialog', { name: '恭喜你抽中了' })).toBeVisible()
  await album.keep(page, 'phone-lottery-won')
  await page.context().close()
}

/** One packet that five members opened, as the last of them sees it. */
async function takeShared(studio: Studio, album: Album): Promise<void> {
  const sender = await studio.phoneOf('小满', 'lucky-packet')
  await sender.getByRole('button', { name: '发一个拼手气红包' }).first().tap()
  await expect(sender.getByText('喊好友来拆')).toBeVisible()
  const packet = new URL(sender.url()).searchParams.get('packet') ?? ''
  await open(sender)
  await sender.context().close()
  for (const friend of FRIENDS) {
    const page = await studio.phoneOf(friend, 'lucky-packet', { packet })
    await open(page)
    if (friend === FRIENDS.at(-1)) {
      await page.reload({ waitUntil: 'networkidle' })
      await expect(page.getByText('手气最佳', { exact: true })).toBeVisible()
      await album.keep(page, 'phone-shared-packet')
    }
    await page.context().close()
  }
}

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: '拆红包' }).tap()
  await expect(page.locator('.zg-rp-card')).toContainText('恭喜你，拆到')
}

/** Scrolls until the block begins a little below whatever sticks to the top. */
export async function showBlock(page: Page, block: string, behavior: 'instant' | 'smooth' = 'instant') {
  await page.evaluate(
    ([id, how]) => {
      const place = document.querySelector(`[data-block="${id}"]`)
      if (!place) throw new Error(`there is no block ${id} on the page`)
      scrollTo({ top: scrollY + place.getBoundingClientRect().top - 64, behavior: how })
    },
    [block, behavior] as const,
  )
  await page.waitForTimeout(behavior === 'smooth' ? 900 : 300)
}
