import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { signIn } from '../support/console'
import { expect, test } from '../support/product-test'

/** Every screen of the console that has an address of its own. */
const SCREENS = [
  '/',
  '/pages',
  '/assets',
  '/campaigns',
  '/tools',
  '/rewards',
  '/products',
  '/budgets',
  '/reconciliation',
  '/grants',
  '/grant-batches',
  '/shipping',
  '/payouts',
  '/decisions',
  '/risk',
  '/settings/checks',
  '/dead-letters',
  '/alerts',
]

test('axe finds nothing grave on any screen of the console', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: '管理员' })).toBeVisible()
  await expectAccessible(page, 'signing in')
  await signIn(page, '管理员')
  const navigation = page.getByRole('navigation', { name: '主导航' })
  await expect(navigation.getByRole('link').first()).toBeVisible()
  const linked = await navigation
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(
    linked.filter((path) => path && !SCREENS.includes(path)),
    'screens of the navigation that are not looked at',
  ).toEqual([])
  for (const path of SCREENS) {
    await page.goto(path)
    await settled(page)
    await expectAccessible(page, path)
  }
})

test('nor on what opens over a screen: forms, drawers, questions', async ({ page }) => {
  await signIn(page, '管理员')
  await page.goto('/pages')
  await page.getByRole('button', { name: '新建页面' }).click()
  // Templates further down are drawn when they come into sight.
  const drawn = page.frameLocator('iframe[title="双11 主会场的预览"]').locator('[data-widget="image"]')
  await expect(drawn.first()).toBeVisible()
  await expectAccessible(page, 'templates to start from')
  const look = async (path: string, open: string | RegExp, state: string) => {
    await page.goto(path)
    await settled(page)
    await page.getByRole('main').getByRole('button', { name: open }).first().click()
    const opened = page.getByRole('dialog').filter({ visible: true }).last()
    await expect(opened).toBeVisible()
    await expect(opened.locator('.ant-spin-spinning, .ant-skeleton-active')).toHaveCount(0)
    await expectAccessible(page, state)
  }
  await look('/campaigns', '新建活动', 'a new campaign')
  await look('/tools', '新建抽奖', 'a new lottery')
  await look('/tools', /^编辑 /, 'the settings of a tool')
  await look('/tools', /送抽奖次数$/, 'chances given by hand')
  await look('/rewards', '新建奖励', 'a new reward')
  await look('/rewards', '积分抵现', 'the rule of points')
  await look('/products', '导入商品', 'products from a file')
  await look('/grants', /^查看/, 'a grant')
  await look('/grant-batches', '新建批量发放', 'a new bulk grant')
  await look('/shipping', '导入快递单号', 'tracking numbers from a file')
  await look('/payouts', '生成打款批次', 'a new batch of payouts')
  await look('/risk', '新建规则', 'a new rule of risk')
  await look('/settings/checks', '编辑广告法极限词', 'words that pages are checked for')
})

test('nor on a campaign, in either language', async ({ page }) => {
  await signIn(page, '管理员')
  await page.goto('/campaigns?search=双11')
  await page.getByRole('link', { name: '双11 主会场' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '双11 主会场' })).toBeVisible()
  await settled(page)
  await expectAccessible(page, 'a campaign')
  await page.getByRole('button', { name: '语言' }).click()
  await expectAccessible(page, 'a menu is open')
  await page.getByRole('menuitem', { name: 'English' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await expectAccessible(page, 'a campaign in English')
})

/** Until nothing of the screen is still being fetched. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.ant-skeleton-active, .ant-spin-spinning')).toHaveCount(0)
}
