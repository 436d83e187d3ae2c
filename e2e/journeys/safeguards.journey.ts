import type { Page } from '@playwright/test'
import { goTo, signIn } from '../support/console'
import { publishWall, type Wall, type WallOptions } from '../support/coupon-wall'
import { claim, memberCookie } from '../support/member-api'
import { expect, TICKET_SECRET, test } from '../support/product-test'
import { chooseBySearch } from '../support/select'
import { staffApi } from '../support/staff-api'

/* What keeps abusers out, tells a member's story, and tells staff in time. */

async function aWall(origin: string, o: Partial<WallOptions> = {}): Promise<Wall> {
  const staff = await staffApi(origin, 'operator@ziggurat.demo', 'ziggurat-demo')
  return publishWall(staff, { stock: 100, budgetFen: 100_000, perMember: 99, ...o })
}

const signedIn = (origin: string, wall: Wall, member: string) =>
  memberCookie(origin, TICKET_SECRET, wall, member)

/** Finds a member the way support does, and answers the trace of their latest refusal. */
async function lookUp(page: Page, member: string) {
  await page.goto('/decisions')
  await page.getByRole('searchbox', { name: '会员昵称或编号' }).fill(member)
  await page.getByRole('button', { name: member }).click()
  return page.getByRole('list', { name: '从点击到结果' })
}

async function chooseIn(page: Page, label: string, option: string): Promise<void> {
  const select = page.getByRole('combobox', { name: label })
  await select.click()
  await select.fill(option).catch(() => {})
  await page.getByTitle(option, { exact: true }).last().click()
}

test('a member is stopped by a rule; support looks them up and the trace names it; off, they may again', async ({
  page,
  product,
  picture,
}) => {
  const wall = await aWall(product.origin)
  const rule = `限频 ${wall.slug.slice(-6)}`
  await signIn(page, '运营')
  await goTo(page, '风控规则')
  await expect(page.getByRole('table', { name: '风控规则' })).toContainText('互相助力')
  await page.getByRole('button', { name: '新建规则' }).click()
  const form = page.getByRole('dialog', { name: '新建风控规则' })
  await form.getByLabel('规则名称').fill(rule)
  await form.getByRole('combobox', { name: '按谁计数' }).click()
  await page.getByTitle('同一会员', { exact: true }).click()
  await form.getByLabel('最多次数').fill('1')
  await chooseIn(page, '只对一个活动', wall.slug)
  await picture(page, 'rule')
  await form.getByRole('button', { name: '创建并启用' }).click()
  await expect(form).toBeHidden()
  const row = page.getByRole('row').filter({ hasText: rule })
  await expect(row).toContainText('同一会员每 60 分钟最多 1 次')

  const member = `常客 ${wall.slug.slice(-6)}`
  const cookie = await signedIn(product.origin, wall, member)
  expect(await claim(product.origin, cookie, wall)).toBe('granted')
  expect(await claim(product.origin, cookie, wall)).toBe('risk_blocked')
  const trace = await lookUp(page, member)
  await expect(trace).toContainText(rule)
  await expect(trace).toContainText('1 / 1')
  await expect(page.getByText('被风控规则拦下').first()).toBeVisible()
  await picture(page, 'trace')

  await goTo(page, '风控规则')
  await expect(row.getByRole('cell').nth(2)).toHaveText('1')
  await row.getByRole('switch').click()
  await expect(page.getByText('已停用')).toBeVisible()
  expect(await claim(product.origin, cookie, wall)).toBe('granted')
})

test('a limit and a group that excludes: each refuses, and support is told which', async ({
  page,
  product,
  picture,
}) => {
  const [wall, other] = [await aWall(product.origin), await aWall(product.origin)]
  await signIn(page, '运营')
  await page.goto(`/campaigns/${wall.campaignId}`)
  await page.getByRole('button', { name: '设置 整个活动 的参与限制' }).click()
  const dialog = page.getByRole('dialog', { name: '「整个活动」的参与限制' })
  await dialog.getByLabel('每人一共').fill('2')
  await picture(page, 'limit')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: '新建互斥组' }).click()
  const group = page.getByRole('dialog', { name: '新建互斥组' })
  await group.getByLabel('互斥组名称').fill('新人礼二选一')
  const subjects = group.getByRole('combobox', { name: '互斥的活动和工具' })
  for (const slug of [wall.slug, other.slug]) await chooseBySearch(subjects, slug)
  // The list closes when something else is tapped.
  await group.getByLabel('互斥组名称').click()
  await picture(page, 'group')
  await group.getByRole('button', { name: '保存' }).click()
  await expect(group).toBeHidden()

  const member = `二选一 ${wall.slug.slice(-6)}`
  const cookie = await signedIn(product.origin, wall, member)
  expect(await claim(product.origin, cookie, wall)).toBe('granted')
  expect(await claim(product.origin, cookie, other)).toBe('excluded')
  const trace = await lookUp(page, member)
  await expect(trace).toContainText('新人礼二选一')
  await picture(page, 'excluded')
})

test('a budget that ran out rings the bell, and is topped up from there', async ({
  page,
  product,
  picture,
}) => {
  const wall = await aWall(product.origin, { budgetFen: 200 })
  const cookie = await signedIn(product.origin, wall, 'budget-spender')
  for (let i = 0; i < 2; i++) expect(await claim(product.origin, cookie, wall)).toBe('granted')
  await signIn(page, '业务')
  await expect(async () => {
    await page.reload()
    await page.getByRole('button', { name: /^告警，\d+ 条新的$/ }).click({ timeout: 3_000 })
    await expect(page.getByText(`「${wall.slug}」的预算用完了`)).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await picture(page, 'bell')
  await page.getByRole('button', { name: `给「${wall.slug}」追加预算` }).click()
  const topUp = page.getByRole('dialog')
  await topUp.getByRole('spinbutton').fill('10')
  await topUp.getByRole('button', { name: '确认追加' }).click()
  await expect(topUp).toBeHidden()
  expect(await claim(product.origin, cookie, wall)).toBe('granted')
  await page.getByRole('button', { name: '告警', exact: true }).click()
  await page.getByRole('link', { name: '查看全部告警' }).click()
  await expect(page.getByRole('table', { name: '告警' })).toContainText(wall.slug)
  await picture(page, 'alerts')
})

test('finance gathers what waits into a file, takes it, and finds the books in agreement', async ({
  page,
  picture,
}) => {
  await signIn(page, '财务')
  await goTo(page, '提现打款')
  await page.getByRole('button', { name: '生成打款批次' }).click()
  await picture(page, 'make')
  await page.getByRole('dialog').getByRole('button', { name: '生成批次' }).click()
  await expect(page.getByText(/批次已生成，共 3 笔/)).toBeVisible()
  await page.getByRole('tab', { name: '打款批次' }).click()
  const newest = page.getByRole('row').filter({ hasText: '待下载' })
  await newest.getByRole('button', { name: /下载/ }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: '下载并开始打款' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.zip$/)
  await expect(newest).toHaveCount(0)
  await picture(page, 'batches')

  await page.goto('/budgets')
  await page.getByRole('link', { name: '对账记录' }).click()
  await expect(page.getByRole('heading', { name: '对账', level: 1 })).toBeVisible()
  // Before half past three in the morning no night has been checked yet.
  await expect(page.getByText(/最近一次对账全部一致|还没有对过账/)).toBeVisible()
  await picture(page, 'reconciliation')
})

test('staff give a member chances to draw, once', async ({ page, picture }) => {
  await signIn(page, '运营')
  // Searched for: other journeys' lotteries come before it in the list.
  await page.goto(`/tools?type=lottery&search=${encodeURIComponent('双11 大转盘')}`)
  await page.getByRole('button', { name: '给「双11 大转盘」送抽奖次数' }).click()
  const dialog = page.getByRole('dialog', { name: /送抽奖次数/ })
  await dialog.getByRole('combobox', { name: '送给谁' }).fill('老周')
  await page.getByRole('option', { name: /老周/ }).or(page.getByTitle('老周')).last().click()
  await dialog.getByLabel('每人几次').fill('3')
  await dialog.getByLabel('原因').fill('页面故障补偿')
  await picture(page, 'chances')
  await dialog.getByRole('button', { name: '送出' }).click()
  await expect(page.getByText('已送给 1 位会员，每人 3 次')).toBeVisible()
  await expect(dialog).toBeHidden()
})
