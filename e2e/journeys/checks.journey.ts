import type { Page } from '@playwright/test'
import { signIn } from '../support/console'
import { addWidget, canvasOf, createPage, inspectorOf } from '../support/editor'
import { expect, test } from '../support/product-test'

const SLUG = 'journey-checks'

test('checks: found while the page is made, led to, stopping, asking, and by the shop’s own words', async ({
  page,
  picture,
}) => {
  await signIn(page, '管理员')
  await page.goto('/pages')
  await createPage(page, { title: '检查之页', slug: SLUG, campaign: '双11 主会场' })
  const inspector = inspectorOf(page)
  const panel = page.getByTestId('checks-panel')
  const finding = (text: string) => panel.getByRole('listitem').filter({ hasText: text })

  await test.step('a finding appears by itself, and leads to the field that mends it', async () => {
    await expect(badge(page)).toHaveAccessibleName(/1 个错误/)
    await addWidget(page, '图片')
    await expect(badge(page)).toHaveAccessibleName(/0 个错误/)
    await badge(page).click()
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await addWidget(page, '文字')
    await badge(page).click()
    await expect(finding('还没有选择图片')).toBeVisible()
    await finding('还没有选择图片').getByRole('button').click()
    await expect(inspector.locator('[data-field="src"] :focus')).toBeAttached()
    await picture(page, 'panel')
  })

  await test.step('words that are forbidden are found as they are written, and are gone with them', async () => {
    await canvasText(page, '全网最低价，第一步先领券')
    await expect(finding('极限词')).toContainText('全网最低')
    await finding('极限词').getByRole('button').click()
    await expect(inspector.getByRole('textbox', { name: '内容', exact: true })).toBeFocused()
    await inspector.getByRole('textbox', { name: '内容', exact: true }).fill('亲，先领券')
    await expect(finding('极限词')).toHaveCount(0)
  })

  await test.step('an error stops publishing; without it, reminders ask', async () => {
    await addWidget(page, '领券')
    await expect(badge(page)).toHaveAccessibleName(/1 个错误/)
    await page.getByRole('button', { name: '发布', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '发布页面' })
    await expect(dialog.getByText('1 个问题解决后才能发布')).toBeVisible()
    await expect(dialog.getByRole('button', { name: /确认发布/ })).toBeDisabled()
    await picture(page, 'stopped')
    await dialog.getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(badge(page)).toHaveAccessibleName(/0 个错误/)
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await dialog.getByRole('button', { name: '已看过提醒，确认发布' }).click()
    await expect(page.getByText('发布好了')).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click()
  })

  await test.step('an administrator adds a word and says that it stops publishing', async () => {
    await page.goto('/settings/checks')
    await page.getByRole('button', { name: '编辑本店禁用词' }).click()
    const drawer = page.getByRole('dialog', { name: '本店禁用词' })
    await drawer.getByRole('textbox', { name: '词库' }).fill('亲：亲子、母亲')
    await drawer.getByRole('textbox', { name: /试一试/ }).fill('亲子价，亲快来')
    await expect(drawer.getByText('命中：亲')).toBeVisible()
    await picture(page, 'words')
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(drawer).toBeHidden()
    const level = page.getByRole('radiogroup', { name: '本店禁用词的级别' })
    await level.getByText('错误').click()
    await expect(level.getByRole('radio', { name: '错误' })).toBeChecked()
    await page.getByRole('textbox', { name: '看看它会不会被词库拦下。' }).fill('亲，全网最低价')
    await expect(page.getByTestId('try-result')).toContainText('本店禁用词')
    await picture(page, 'rules')
  })

  await test.step('which the page is then checked by, on the server too', async () => {
    await page.goto(`/pages?search=${SLUG}`)
    await page.getByRole('link', { name: '检查之页' }).first().click()
    await expect(canvasOf(page).locator('.zg-page')).toBeAttached()
    await expect(badge(page)).toHaveAccessibleName(/1 个错误/)
    await badge(page).click()
    await expect(finding('有本店禁用词：亲')).toBeVisible()
    await picture(page, 'own-words')
  })

  // Other journeys make pages too.
  await page.goto('/settings/checks')
  await page.getByRole('button', { name: '编辑本店禁用词' }).click()
  await page.getByRole('dialog', { name: '本店禁用词' }).getByRole('button', { name: '恢复默认' }).click()
  await page.getByRole('dialog', { name: '恢复默认' }).getByRole('button', { name: '恢复默认' }).click()
  await expect(page.getByText('已保存，一分钟内生效').first()).toBeVisible()
})

const badge = (page: Page) => page.getByRole('button', { name: /^检查：/ })

/** Writes into the text widget, which the layers select. */
async function canvasText(page: Page, text: string): Promise<void> {
  const written = canvasOf(page).locator('[data-widget="text"]')
  const box = await written.boundingBox()
  if (!box) throw new Error('the text is not on the canvas')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await inspectorOf(page).getByRole('textbox', { name: '内容', exact: true }).fill(text)
}
