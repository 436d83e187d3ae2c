import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { signIn } from '../support/console'
import { addWidget, canvasOf, inspectorOf, showPanel } from '../support/editor'
import { expect, test } from '../support/product-test'
import { staffApi } from '../support/staff-api'

const ADMIN = 'admin@ziggurat.demo'

/** A page of the demo with a block of nearly every kind, as somebody's own copy. */
async function openVenue(page: Page, origin: string, slug: string): Promise<void> {
  const staff = await staffApi(origin, ADMIN, 'ziggurat-demo')
  const { items } = await staff.query<{ items: { id: string; slug: string }[] }>('pages.list', {
    search: 'double-11',
  })
  const venue = items.find((item) => item.slug === 'double-11')
  if (!venue) throw new Error('the demo has no venue')
  const { definition } = await staff.query<{ definition: object }>('pages.get', { id: venue.id })
  const { id } = await staff.mutate<{ id: string }>('pages.create', { title: '双11 主会场的副本', slug })
  await staff.mutate('pages.save', { id, revision: 1, definition })
  await signIn(page, '管理员')
  await page.goto(`/editor/${id}`)
  await expect(canvasOf(page).locator('[data-widget="lottery"]')).toBeAttached()
}

test('axe finds nothing grave in the panes of the editor', async ({ page, product }) => {
  await openVenue(page, product.origin, 'journey-axe-panes')
  const inspector = inspectorOf(page)
  await expectAccessible(page, 'palette and page settings')
  await page.context().addCookies([{ name: 'ziggurat_locale', value: 'en', url: product.origin }])
  await page.reload()
  await expect(page.getByRole('tab')).toHaveCount(4)
  await expectAccessible(page, 'palette and page settings in English')
  await page.context().clearCookies({ name: 'ziggurat_locale' })
  await page.reload()
  await inspector.getByTestId('share-preview').scrollIntoViewIfNeeded()
  await inspector.getByRole('button', { name: '修改链接' }).click()
  await expectAccessible(page, 'the share card and another link')

  await test.step('the layers, and what is said of each kind of block', async () => {
    await showPanel(page, '图层')
    const rows = page.getByRole('tree', { name: '图层' }).getByRole('treeitem')
    for (let row = 0, count = await rows.count(); row < count; row++) {
      await rows.nth(row).click()
      await expect(inspector.getByRole('heading', { level: 2 })).toBeVisible()
      const name = await rows.nth(row).getAttribute('aria-label')
      await expectAccessible(page, `row ${row} of the layers: ${name}`, '[aria-label="属性"]')
    }
    await rows.nth(1).click()
    await rows.nth(4).click({ modifiers: ['Shift'] })
    await expectAccessible(page, 'several blocks')
  })

  await test.step('templates, pictures, checks', async () => {
    await page.getByRole('tab', { name: '模板' }).click()
    await expect(page.getByRole('button', { name: '把选中的存为模板' })).toBeVisible()
    await expectAccessible(page, 'templates')
    await showPanel(page, '素材')
    await expect(page.getByRole('button', { name: '长图切片' })).toBeVisible()
    await expectAccessible(page, 'pictures')
    await page.getByRole('button', { name: /^检查/ }).click()
    await expect(page.getByTestId('checks-panel').getByRole('listitem').first()).toBeVisible()
    await expectAccessible(page, 'checks')
    await page.getByRole('button', { name: '关闭页面检查' }).click()
  })

  await test.step('a popup of actions and conditions', async () => {
    await addWidget(page, '按钮')
    await inspector.getByRole('button', { name: '给“点击按钮”添加动作' }).click()
    await expectAccessible(page, 'the actions there are')
    await page.getByRole('menuitem', { name: '分享页面' }).click()
    await inspector.getByRole('button', { name: '添加条件' }).click()
    await inspector.getByRole('button', { name: '加一条' }).click()
    await expectAccessible(page, 'an action and two conditions')
  })
})

test('nor in what opens over the editor', async ({ page, product }) => {
  await openVenue(page, product.origin, 'journey-axe-dialogs')
  const inspector = inspectorOf(page)
  const dialog = (name: string) => page.getByRole('dialog', { name })

  await test.step('how the page is looked at', async () => {
    await page.getByRole('button', { name: /^画布缩放/ }).click()
    await expectAccessible(page, 'zoom')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^查看视角/ }).click()
    await expect(page.getByText('在手机上预览草稿')).toBeVisible()
    await expectAccessible(page, 'from whose side')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /(^| )预览$/ }).click()
    await expect(page.getByRole('button', { name: '退出预览' })).toBeVisible()
    await expectAccessible(page, 'preview')
    await page.getByRole('button', { name: '退出预览' }).click()
  })

  await test.step('a tool chosen, and its settings', async () => {
    await showPanel(page, '图层')
    await page.getByRole('treeitem', { name: /^抽奖/ }).click()
    await inspector.getByRole('button', { name: '更换', exact: true }).click()
    await expect(dialog('选择抽奖工具')).toBeVisible()
    await expectAccessible(page, 'tools to choose from')
    await page.keyboard.press('Escape')
    await inspector.getByRole('button', { name: '编辑设置' }).click()
    await expect(dialog('编辑抽奖工具').getByRole('textbox').first()).toBeVisible()
    await expectAccessible(page, 'the settings of a tool')
    await page.keyboard.press('Escape')
  })

  await test.step('a picture chosen from the library', async () => {
    await page.getByRole('treeitem', { name: /^图片/ }).first().click()
    await inspector.getByRole('button', { name: '从素材库选择: 图片' }).click()
    await expect(dialog('从素材库选择').getByRole('searchbox')).toBeVisible()
    await expectAccessible(page, 'the library')
    await page.keyboard.press('Escape')
  })

  await test.step('the questions before it is published', async () => {
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await expect(dialog('发布页面').getByRole('listitem').nth(2)).toBeVisible()
    await expectAccessible(page, 'publishing')
    await page.keyboard.press('Escape')
    await expect(dialog('发布页面')).toHaveCount(0)
    await page.getByRole('tab', { name: '模板' }).click()
    await page.getByRole('button', { name: '把选中的存为模板' }).click()
    await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible()
    await expectAccessible(page, 'a template is named')
  })
})
