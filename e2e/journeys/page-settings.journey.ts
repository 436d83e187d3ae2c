import { signIn } from '../support/console'
import { addWidget, canvasOf, createPage, inspectorOf } from '../support/editor'
import { expect, test } from '../support/product-test'

const SLUG = 'journey-settings'
const RENAMED = 'journey-settings-new'

test('page settings: theme tokens, background, width, share card and link, on the canvas and on the phone', async ({
  page,
  picture,
}) => {
  await signIn(page, '运营')
  await page.goto('/pages')
  await createPage(page, { title: '会员日之页', slug: SLUG, campaign: '双11 主会场' })
  await addWidget(page, '按钮')
  const canvas = canvasOf(page)
  const inspector = inspectorOf(page)
  const button = canvas
    .locator('[data-widget="button"] a, [data-widget="button"] button, [data-widget="button"] span')
    .first()
  await expect(button).toBeVisible()
  await page.getByRole('button', { name: '会员日之页', exact: true }).click()

  await test.step('a brand colour shows on the canvas at once, and one that cannot be read is said so', async () => {
    const brand = inspector.getByRole('textbox', { name: '主色' })
    await brand.fill('#ffe08a')
    await expect(inspector.getByText(/主色和页面底色的对比度只有/)).toBeVisible()
    await picture(page, 'weak-brand')
    await brand.fill('#0050b3')
    await expect(canvas.locator('html')).toHaveCSS('--zg-brand', '#0050b3')
    await expect(inspector.getByText(/对比度只有/)).toHaveCount(0)
    await inspector.getByRole('spinbutton', { name: '卡片圆角' }).fill('4')
    await expect(canvas.locator('html')).toHaveCSS('--zg-radius', '4px')
  })

  await test.step('a background and a width', async () => {
    await inspector.getByRole('textbox', { name: '背景色' }).fill('#f0f5ff')
    await expect(canvas.locator('body')).toHaveCSS('background-color', 'rgb(240, 245, 255)')
    await inspector.getByRole('spinbutton', { name: '最大宽度' }).fill('720')
    await expect(canvas.locator('html')).toHaveCSS('--zg-max', '720px')
  })

  await test.step('the share card as WeChat shows it', async () => {
    const preview = inspector.getByTestId('share-preview')
    await expect(preview).toContainText('会员日之页')
    await inspector.getByRole('textbox', { name: '分享标题' }).fill('会员日，全场满减')
    await inspector.getByRole('textbox', { name: '分享描述' }).fill('领券再下单，更省一点')
    await expect(preview.getByText('会员日，全场满减')).toHaveCount(2)
    await expect(preview.getByText('领券再下单，更省一点')).toHaveCount(1)
    await preview.scrollIntoViewIfNeeded()
    await picture(page, 'share')
  })

  await test.step('another link: whether it is free is said while it is typed', async () => {
    await inspector.getByRole('button', { name: '修改链接' }).click()
    const link = inspector.getByRole('textbox', { name: '链接', exact: true })
    await link.fill('double-11')
    await expect(inspector.getByText('已被其他页面使用')).toBeVisible()
    await link.fill('admin')
    await expect(inspector.getByText('这个词是系统保留的，换一个')).toBeVisible()
    await link.fill(RENAMED)
    await expect(inspector.getByText('可以使用')).toBeVisible()
    await picture(page, 'link')
    await inspector.getByRole('button', { name: '使用这个链接' }).click()
    await expect(inspector.getByTestId('page-link')).toHaveText(`/p/${RENAMED}`)
  })

  await test.step('published, it looks like that, and the old link opens it as well', async () => {
    await page.getByRole('button', { name: '发布', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '发布页面' })
    await dialog.getByRole('button', { name: /确认发布/ }).click()
    await expect(page.getByText('发布好了')).toBeVisible()
    for (const slug of [RENAMED, SLUG]) {
      await page.goto(`/p/${slug}`)
      await expect(page.locator('html')).toHaveCSS('--zg-brand', '#0050b3')
      await expect(page.locator('.zg-page')).toHaveCSS('max-width', '720px')
      await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(240, 245, 255)')
    }
  })
})
