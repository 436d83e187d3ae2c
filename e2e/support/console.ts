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
  screen: '页面' | '活动' | '营销工具' | '奖励' | '预算' | '商品',
): Promise<void> {
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: screen, exact: true })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible()
}

/** Goes to a screen and has it ask the server anew: lists keep what they know for a few seconds. */
async function openAnew(page: Page, screen: Parameters<typeof goTo>[1]): Promise<void> {
  await goTo(page, screen)
  await page.reload()
}

/** The row of a list that holds this text. */
export function rowOf(page: Page, text: string): Locator {
  return page.getByRole('row').filter({ hasText: text })
}

/** How many of a reward are left, as the rewards screen says. */
export async function stockOf(page: Page, reward: string): Promise<number> {
  await openAnew(page, '奖励')
  const left = /^[\d,]+/.exec(await cellText(page, reward, '剩余库存'))?.[0] ?? ''
  return Number(left.replace(/,/g, ''))
}

/** What a campaign may still spend and what it has set aside, in fen, as the budgets screen says. */
export async function budgetOf(
  page: Page,
  campaign: string,
): Promise<{ availableFen: number; reservedFen: number }> {
  await openAnew(page, '预算')
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
