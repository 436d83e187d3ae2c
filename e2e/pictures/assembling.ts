import type { Locator, Page } from '@playwright/test'
import { canvasOf } from '../support/editor'
import type { Album } from './album'
import { openEditor } from './console-pictures'
import { film } from './film'
import { addPointer, type Pointer } from './pointer'
import { expect, type Studio } from './studio'

const SCREEN = { width: 1280, height: 800 }
const FILM = { width: 960, seconds: 15 }
const SLUG = 'tonight'
const TITLE = '今晚八点 抽大奖'

/** Somebody drags a wheel onto a page, binds it to a tool, gives it a title, and publishes. */
export async function filmAssembling(studio: Studio, album: Album): Promise<void> {
  await aPageWithAHead(studio)
  const page = await studio.console()
  await page.setViewportSize(SCREEN)
  await openEditor(studio, page, SLUG)
  const pointer = await addPointer(page, { x: 560, y: 480 })
  const canvas = canvasOf(page)
  const wheel = canvas.locator('[data-widget="lottery"]')
  const webp = await film(page, FILM, async () => {
    await page.waitForTimeout(500)
    await dropBelow(page, pointer, '抽奖', canvas.locator('[data-widget="image"]'))
    await expect(wheel).toBeVisible()
    await page.waitForTimeout(500)
    await pointer.click(page.getByRole('button', { name: /选择已有的/ }))
    await pointer.click(page.getByRole('button', { name: '使用双11 大转盘' }))
    await expect(page.getByRole('button', { name: '更换' })).toBeVisible()
    await expect(wheel).toContainText('满300减50')
    await page.waitForTimeout(700)
    const title = page.getByRole('textbox', { name: '标题', exact: true })
    await pointer.click(title)
    await title.press('ControlOrMeta+a')
    await title.pressSequentially(TITLE, { delay: 80 })
    await page.waitForTimeout(600)
    await pointer.click(page.getByRole('button', { name: '预览' }))
    await page.waitForTimeout(1_300)
    await pointer.click(page.getByRole('button', { name: '发布', exact: true }))
    await pointer.click(page.getByRole('button', { name: '确认发布' }))
    await expect(page.getByText('发布好了')).toBeVisible()
    await page.waitForTimeout(1_500)
  })
  album.put('assembling', webp)
  await page.context().close()
}

/** A page that has its picture already, so that the film begins where it becomes interesting. */
async function aPageWithAHead({ staff }: Studio): Promise<void> {
  const { items } = await staff.query<{ items: { id: string; name: string }[] }>('campaigns.list', {})
  const campaignId = items.find(({ name }) => name === '双11 主会场')?.id
  const { id } = await staff.mutate<{ id: string }>('pages.create', {
    title: '双11 晚八点会场',
    slug: SLUG,
    campaignId,
  })
  const { definition } = await staff.query<{ definition: object }>('pages.get', { id })
  const props = {
    src: '/assets/pictures/banner-coupons.svg',
    alt: '好券先领',
    link: '',
    width: 702,
    height: 300,
    padding: 12,
    radius: 12,
  }
  const head = { id: 'head', type: 'image', version: 1, props }
  await staff.mutate('pages.save', {
    id,
    revision: 1,
    definition: { ...definition, theme: 'double-11', root: ['head'], blocks: { head } },
  })
}

async function dropBelow(page: Page, pointer: Pointer, widget: string, block: Locator): Promise<void> {
  await pointer.to(page.getByRole('button', { name: `添加${widget}` }))
  await page.mouse.down()
  const box = await block.boundingBox()
  if (!box) throw new Error('there is nothing to drop it below')
  await pointer.toPoint({ x: box.x + box.width / 2, y: box.y + box.height + 40 })
  await page.waitForTimeout(700)
  await page.mouse.up()
}
