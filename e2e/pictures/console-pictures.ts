import type { Page } from '@playwright/test'
import { goTo, rowOf } from '../support/console'
import { canvasOf, selectBlock, showPanel } from '../support/editor'
import type { Album } from './album'
import { expect, type Studio } from './studio'

/** The console's screens, full of the demo's campaigns. */
export async function takeConsole(studio: Studio, album: Album): Promise<void> {
  const page = await studio.console()
  await page.waitForLoadState('networkidle')
  await album.keep(page, 'console-overview')
  for (const [screen, name] of [
    ['pages', 'console-pages'],
    ['rewards', 'console-rewards'],
    ['products', 'console-products'],
  ] as const) {
    await page.goto(`/${screen}`)
    await expect(page.getByRole('row').nth(3)).toBeVisible()
    await page.waitForLoadState('networkidle')
    await album.keep(page, name)
  }
  await goTo(page, '营销工具')
  await rowOf(page, '双11 大转盘').getByRole('button', { name: '编辑' }).click()
  const form = page.getByRole('dialog', { name: '编辑抽奖工具' })
  await form.getByText('满300减50', { exact: true }).click()
  await form
    .getByText('8.8元现金', { exact: true })
    .evaluate((prize) => prize.scrollIntoView({ block: 'start' }))
  await album.keep(page, 'console-tool')
  await openEditor(studio, page, 'double-11')
  await selectBlock(page, canvasOf(page).getByRole('heading', { name: '天天拆红包' }))
  await page.mouse.move(700, 880)
  await album.keep(page, 'editor')
  await page.setViewportSize({ width: 1920, height: 1080 })
  await showPanel(page, '图层')
  await album.keep(page, 'editor-wide')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/pages')
  await page.getByRole('button', { name: '新建页面' }).click()
  const drawn = page.frameLocator('iframe[title="双11 主会场的预览"]').locator('[data-widget="image"]')
  await expect(drawn.first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  await album.keep(page, 'console-templates')
  await page.context().close()
}

/** Opens a page in the editor and waits until its canvas is drawn. */
export async function openEditor(studio: Studio, page: Page, slug: string): Promise<void> {
  const { items } = await studio.staff.query<{ items: { id: string; slug: string }[] }>('pages.list', {})
  const id = items.find((item) => item.slug === slug)?.id
  if (!id) throw new Error(`there is no page ${slug}`)
  await page.goto(`/editor/${id}`, { waitUntil: 'networkidle' })
  await expect(canvasOf(page).locator('[data-widget]').first()).toBeVisible()
}
