import type { Page } from '@playwright/test'
import { signIn } from '../support/console'
import { canvasOf, createPage, inspectorOf } from '../support/editor'
import { aPhone, openInShopApp } from '../support/phone'
import { expect, test } from '../support/product-test'

const TITLE = '夏日抽奖会'
const GROUP = '夏日玩法说明'

test('a play from the gallery: page, tools, rewards and a draft campaign at once; launched, published, played', async ({
  browser,
  page,
  product,
  picture,
}) => {
  await signIn(page, '运营')
  await page.goto('/pages')
  await page.getByRole('button', { name: '新建页面' }).click()
  const dialog = page.getByRole('dialog', { name: '新建页面' })

  await test.step('the gallery draws templates as phones show them, and is filtered by occasion', async () => {
    const drawn = page.frameLocator('iframe[title="双11 主会场的预览"]').locator('[data-widget="image"]')
    await expect(drawn.first()).toBeVisible()
    await picture(page, 'gallery')
    await dialog.getByRole('button', { name: '圣诞', exact: true }).click()
    await expect(dialog.getByRole('list', { name: '模板', exact: true }).getByRole('listitem')).toHaveCount(1)
    await dialog.getByRole('button', { name: '不限', exact: true }).click()
  })

  await test.step('looked at before it is used, with what it would cost', async () => {
    await dialog.getByRole('button', { name: '幸运大抽奖', exact: true }).press('Enter')
    await expect(
      page.frameLocator('iframe[title="幸运大抽奖的预览"]').locator('[data-widget="lottery"]'),
    ).toBeVisible()
    const chosen = page.getByRole('dialog', { name: '幸运大抽奖' })
    // The phone alone is 2,699 yuan and the tax on it.
    await expect(chosen.getByRole('row').filter({ hasText: '旗舰手机' })).toContainText('¥3,373.75')
    await chosen.getByRole('textbox', { name: '页面标题' }).fill(TITLE)
    await chosen.getByRole('textbox', { name: '页面链接' }).fill('journey-summer-draw')
    await chosen.getByRole('textbox', { name: '活动名称' }).fill(TITLE)
    await picture(page, 'chosen')
    await chosen.getByRole('button', { name: '一键创建' }).dblclick()
    await expect(page.getByText('都建好了')).toBeVisible()
    await picture(page, 'made')
  })

  await test.step('the campaign is a draft without money; given some, it is launched', async () => {
    await page.getByRole('link', { name: '查看活动' }).click()
    await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
    await expect(page.getByText('还是草稿')).toBeVisible()
    await page.getByRole('button', { name: '追加预算' }).first().click()
    const topUp = page.getByRole('dialog', { name: /追加预算/ })
    await topUp.getByLabel('追加金额').fill('30000')
    await topUp.getByRole('button', { name: '确认追加' }).click()
    await expect(topUp).toBeHidden()
    await page.getByRole('button', { name: '上线活动' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '上线', exact: true }).click()
    await expect(page.getByText('还是草稿')).toHaveCount(0)
  })

  await test.step('the page plays the tool that was made, and is published', async () => {
    await page.getByRole('link', { name: TITLE, exact: true }).click()
    await page.waitForURL('**/editor/**')
    await expect(canvasOf(page).locator('[data-widget="lottery"]')).toBeVisible()
    await picture(page, 'editor')
    await publish(page)
  })

  await test.step('a member draws', async () => {
    const phone = await aPhone(browser, product.origin)
    const venue = await openInShopApp(phone, '阿哲', TITLE)
    await expect(venue.getByRole('img', { name: /^幸运大抽奖/ })).toBeVisible()
    await picture(venue, 'venue')
    await venue.getByRole('button', { name: /立即抽奖/ }).tap()
    await expect(venue.getByRole('dialog').filter({ visible: true }).first()).toBeVisible()
    await picture(venue, 'drawn')
    await phone.close()
  })
})

test('a group that is kept on one page is put on another; a page template takes the page’s place', async ({
  page,
  picture,
}) => {
  await signIn(page, '产品')
  await page.goto('/pages')
  await createPage(page, { title: '第一页', slug: 'journey-templates-one', campaign: '双11 主会场' })
  const canvas = canvasOf(page)
  const panel = page.getByRole('region', { name: '模板' })

  await test.step('a built-in group is inserted, then kept under a name of its own', async () => {
    await page.getByRole('tab', { name: '模板' }).click()
    await panel.getByRole('button', { name: '插入模板 三步玩法' }).click()
    await expect(canvas.getByText('三步参加')).toBeVisible()
    await panel.getByRole('button', { name: '把选中的存为模板' }).click()
    const naming = page.getByRole('dialog', { name: '把选中的存为模板' })
    await naming.getByRole('textbox', { name: '模板名称' }).fill(GROUP)
    await naming.getByRole('button', { name: '保存', exact: true }).click()
    await expect(naming).toBeHidden()
    await expect(panel.getByRole('button', { name: `插入模板 ${GROUP}` })).toBeVisible()
    await picture(page, 'panel')
  })

  await test.step('a page template asks first, and is one step', async () => {
    await panel.getByText('整页', { exact: true }).click()
    await panel.getByRole('button', { name: '套用模板 品牌故事' }).click()
    await page.getByRole('button', { name: '替换页面' }).click()
    await expect(canvas.getByText('一片叶子的旅程')).toBeVisible()
    await expect(canvas.locator('html')).toHaveAttribute('data-theme', 'fresh')
    await picture(page, 'replaced')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(canvas.getByText('三步参加')).toBeVisible()
    await expect(canvas.getByText('一片叶子的旅程')).toHaveCount(0)
  })

  await test.step('the kept group on another page', async () => {
    await expect(page.getByText(/^已保存/).first()).toBeVisible()
    await page.goto('/pages')
    await createPage(page, { title: '第二页', slug: 'journey-templates-two', campaign: '双11 主会场' })
    await page.getByRole('tab', { name: '模板' }).click()
    const kept = panel.getByRole('button', { name: `插入模板 ${GROUP}` })
    await expect(kept).toBeVisible()
    // While the search is under way the card stays, and what is pressed on it is done.
    let answer = () => {}
    const isPressed = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route(/templates\.list/, async (route) => {
      await isPressed
      await route.continue()
    })
    const asked = page.waitForRequest(/templates\.list/)
    await panel.getByRole('searchbox', { name: '搜索模板' }).fill(GROUP)
    await asked
    await kept.press('Enter')
    await expect(canvas.getByText('三步参加')).toBeVisible()
    answer()
    await expect(inspectorOf(page)).toBeVisible()
  })

  await test.step('renamed, and deleted', async () => {
    await panel.getByRole('button', { name: `${GROUP} 的更多操作` }).click()
    await page.getByRole('menuitem', { name: '删除' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
    await expect(panel.getByRole('button', { name: `插入模板 ${GROUP}` })).toHaveCount(0)
  })
})

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发布', exact: true }).click()
  // The rules are still to be signed, and the budget is smaller than the stock: reminders, no errors.
  await page.getByRole('button', { name: '已看过提醒，确认发布' }).click()
  await expect(page.getByText('发布好了')).toBeVisible()
}
