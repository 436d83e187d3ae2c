import { goTo, signIn } from '../support/console'
import { addWidget, canvasOf, createPage, dragWidget, inspectorOf, selectBlock } from '../support/editor'
import { aPhone, openInShopApp } from '../support/phone'
import { expect, test } from '../support/product-test'

const TITLE = '会员交互会场'
const SLUG = 'journey-binding'
const CODE = 'D11-2026'
const FOR_MEMBERS = '会员专享入口'

test('a tap opens a popup and copies a code; what is for members is shown to members', async ({
  browser,
  page,
  product,
  picture,
}) => {
  await signIn(page, '运营')
  await goTo(page, '页面')
  await createPage(page, { title: TITLE, slug: SLUG, campaign: '双11 主会场' })
  const canvas = canvasOf(page)
  const inspector = inspectorOf(page)
  const buttons = canvas.locator('[data-widget="button"]')

  await test.step('a button opens a popup and copies a code, in that order', async () => {
    await dragWidget(page, '按钮', page.getByTestId('canvas-layer'))
    await dragWidget(page, '弹窗', page.getByTestId('canvas-layer'))
    await dragWidget(page, '文字', canvas.locator('[data-widget="popup"] [data-slot]'))
    await selectBlock(page, buttons.first())
    const add = inspector.getByRole('button', { name: '给“点击按钮”添加动作' })
    await add.click()
    await page.getByRole('menuitem', { name: '复制文字' }).click()
    await inspector.getByRole('textbox', { name: '复制的文字' }).fill(CODE)
    await add.click()
    await page.getByRole('menuitem', { name: '打开弹窗' }).click()
    await expect(inspector.getByRole('listitem', { name: '动作 2：打开弹窗' })).toContainText('弹窗')
    await inspector.getByRole('button', { name: '上移动作 2' }).press('Enter')
    await expect(inspector.getByRole('listitem', { name: '动作 1：打开弹窗' })).toBeVisible()
    await expect(inspector.getByRole('textbox', { name: '复制的文字' })).toHaveValue(CODE)
    await picture(page, 'bound')
  })

  await test.step('another button is for members, which a sentence says and the canvas shows', async () => {
    await addWidget(page, '按钮')
    await inspector.getByRole('textbox', { name: '按钮文字' }).fill(FOR_MEMBERS)
    await inspector.getByRole('button', { name: '添加条件' }).click()
    await expect(inspector.getByText('满足时才显示：会员已登录')).toBeVisible()
    await expect(canvas.locator('[data-unmet]')).toHaveText(FOR_MEMBERS)
    await inspector.getByRole('button', { name: '加一条' }).click()
    await expect(inspector.getByText('满足时才显示：会员已登录，并且每天 9:00–21:00')).toBeVisible()
    await inspector.getByRole('button', { name: '删除条件 2' }).click()
    await expect(inspector.getByText('满足时才显示：会员已登录')).toBeVisible()
    await picture(page, 'conditioned')
  })

  await test.step('publish', async () => {
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByRole('button', { name: '确认发布' }).click()
    await expect(page.getByText('发布好了')).toBeVisible()
  })

  await test.step('a stranger: the popup opens, the code is copied, nothing for members', async () => {
    const phone = await aPhone(browser, product.origin)
    await phone.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: product.origin })
    const stranger = await phone.newPage()
    await stranger.goto(`/p/${SLUG}`)
    await expect(stranger.getByRole('button', { name: '立即前往' })).toBeVisible()
    await expect(stranger.getByText(FOR_MEMBERS)).toHaveCount(0)
    await expect(stranger.getByRole('dialog', { name: '弹窗' })).toBeHidden()
    await stranger.getByRole('button', { name: '立即前往' }).tap()
    await expect(stranger.getByRole('dialog', { name: '弹窗' })).toBeVisible()
    await expect(stranger.getByText('已复制')).toBeVisible()
    expect(await stranger.evaluate(() => navigator.clipboard.readText())).toBe(CODE)
    await picture(stranger, 'stranger')
    await phone.close()
  })

  await test.step('a member: the same, and what is for members', async () => {
    const phone = await aPhone(browser, product.origin)
    const member = await openInShopApp(phone, '阿哲', TITLE)
    await expect(member.getByText(FOR_MEMBERS)).toBeVisible()
    await member.getByRole('button', { name: '立即前往' }).tap()
    await expect(member.getByRole('dialog', { name: '弹窗' })).toBeVisible()
    await picture(member, 'member')
    await phone.close()
  })
})
