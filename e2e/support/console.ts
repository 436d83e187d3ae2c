import type { Locator, Page } from '@playwright/test'
import { expect } from './product-test'

/** The demo's accounts, as the sign-in screen names them. */
export type DemoAccount = '产品' | '运营' | '业务' | '审批' | '财务' | '客服' | '管理员'

/** Signs in the way a newcomer does: one tap on a demo account, then 登录. */
export async function signIn(page: Page, account: DemoAccount): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: account }).click()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
}

/** Goes to a screen through the navigation, as people do. */
export async function goTo(
  page: Page,
  screen:
    | '页面'
    | '素材'
    | '活动'
    | '营销工具'
    | '奖励'
    | '预算'
    | '商品'
    | '风控规则'
    | '为什么没领到'
    | '实物发货'
    | '提现打款',
): Promise<void> {
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: screen, exact: true })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible()
}

/** Opens a list of what is called so, anew: lists show the newest, and remember for a few seconds. */
async function openList(page: Page, list: 'rewards' | 'budgets', search: string): Promise<void> {
  await page.goto(`/${list}?search=${encodeURIComponent(search)}`)
}

/** The row of a list that holds this text. */
export function rowOf(page: Page, text: string): Locator {
  return page.getByRole('row').filter({ hasText: text })
}

/** How many of a reward are left, as the rewards screen says. */
export async function stockOf(page: Page, reward: string): Promise<number> {
  await openList(page, 'rewards', reward)
  const left = /^[\d,]+/.exec(await cellText(page, reward, '剩余库存'))?.[0] ?? ''
  return Number(left.replace(/,/g, ''))
}

/** What a campaign may still spend and what it has set aside, in fen, as the budgets screen says. */
export async function budgetOf(
  page: Page,
  campaign: string,
): Promise<{ availableFen: number; reservedFen: number }> {
  await openList(page, 'budgets', campaign)
  const fen = async (column: string) =>
    Math.round(Number((await cellText(page, campaign, column)).replace(/[^\d.]/g, '')) * 100)
  return { availableFen: await fen('可用余额'), reservedFen: await fen('已占用') }
}

/** What stands in a row under a column's heading. */
async function cellText(page: Page, row: string, column: string): Promise<string> {
  await expect(rowOf(page, row)).toBeVisible()
  const headings = await page.getByRole('columnheader').allTextContents()
  const place = headings.findIndex((heading) => heading.trim() === column)
  return (await rowOf(page, row).getByRole('cell').nth(place).textContent()) ?? ''
}
