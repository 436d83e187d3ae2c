import { goTo, signIn } from '../support/console'
import { addWidget, canvasOf, createPage, dragWidget, inspectorOf, selectBlock } from '../support/editor'
import { aPhone, openInShopApp } from '../support/phone'
import { expect, test } from '../support/product-test'
import { staffApi } from '../support/staff-api'

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

const DAY_MS = 24 * 60 * 60 * 1000

/** A page whose button draws in the lottery below it; who won is shown a popup, who is through a word. */
async function publishDraw(origin: string, slug: string, title: string): Promise<string> {
  const staff = await staffApi(origin, 'admin@ziggurat.demo', 'ziggurat-demo')
  const now = Date.now()
  const campaign = await staff.mutate<{ id: string }>('campaigns.create', {
    name: slug,
    startsAt: new Date(now - DAY_MS).toISOString(),
    endsAt: new Date(now + DAY_MS).toISOString(),
    budgetFen: 1_000_000,
  })
  await staff.mutate('campaigns.transition', { id: campaign.id, event: 'launch' })
  const prize = `${slug} 积分`
  const reward = await staff.mutate<{ id: string }>('rewards.create', {
    title: prize,
    terms: { kind: 'points', points: 100, costFen: 100, validDays: 365, useLink: '' },
    stock: 10,
    reservation: { kind: 'full' },
  })
  const blank = { gives: 'nothing', name: '谢谢参与', weight: 0, isFallback: false, image: '' }
  const won = { ...blank, gives: 'reward', name: '100 积分', rewardId: reward.id, weight: 1_000_000 }
  const tool = await staff.mutate<{ id: string }>('tools.create', {
    campaignId: campaign.id,
    type: 'lottery',
    name: slug,
    config: {
      prizes: [won, blank, blank, blank].map((each, i) => ({ ...each, key: `p${i}` })),
      freePerDay: 1,
      freePerCampaign: 0,
      pointsPerChance: 0,
      buysPerDay: 1,
      visits: [],
      showOdds: true,
      useLink: '',
    },
  })
  const look = { label: '帮我抽一次', link: '', look: 'solid', width: 'full' }
  const draw = { kind: 'tool', block: 'game', action: 'draw', inputs: {} }
  const after = [
    { kind: 'openPopup', block: 'pop', inputs: {} },
    { kind: 'copy', inputs: { text: { ref: 'event.rewardTitle' } } },
  ]
  const blocks = {
    tap: { id: 'tap', type: 'button', version: 1, props: look, on: { tap: [draw] } },
    game: {
      id: 'game',
      type: 'lottery',
      version: 1,
      props: { title: '天天抽奖', skin: 'wheel', showWinners: true },
      tool: { id: tool.id },
      on: { won: after },
    },
    pop: {
      id: 'pop',
      type: 'popup',
      version: 1,
      props: { title: '中奖加赠', look: 'dialog', hasTitle: true },
    },
    through: {
      id: 'through',
      type: 'button',
      version: 1,
      props: { ...look, label: '明天再来', link: '/' },
      visibleWhen: { field: 'tool.playedOut', op: 'is', value: true, block: 'game' },
    },
  }
  const page = await staff.mutate<{ id: string }>('pages.create', { title, slug })
  const { definition } = await staff.query<{ definition: object }>('pages.get', { id: page.id })
  await staff.mutate('pages.save', {
    id: page.id,
    revision: 1,
    definition: { ...definition, root: Object.keys(blocks), blocks },
  })
  await staff.mutate('pages.publish', { id: page.id, revision: 2 })
  return prize
}

test('a button draws in a lottery; what follows from winning waits until the prize was seen', async ({
  browser,
  product,
  picture,
}) => {
  const title = '一键抽奖会场'
  const prize = await publishDraw(product.origin, 'journey-draw', title)
  const phone = await aPhone(browser, product.origin)
  await phone.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: product.origin })
  const member = await openInShopApp(phone, '阿哲', title)
  await expect(member.getByText('明天再来')).toHaveCount(0)
  await member.getByRole('button', { name: '帮我抽一次' }).tap()
  const popup = member.getByRole('dialog', { name: '中奖加赠' })
  await expect(member.getByText('开心收下')).toBeVisible()
  await expect(popup).toBeHidden()
  await picture(member, 'won')
  await member.getByText('开心收下').tap()
  await expect(popup).toBeVisible()
  expect(await member.evaluate(() => navigator.clipboard.readText())).toBe(prize)
  await picture(member, 'after')
  await member.goto('/p/journey-draw')
  await expect(member.getByText('明天再来')).toBeVisible()
  await phone.close()
})
