import { randomBytes } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { signIn } from '../support/console'
import { canvasOf } from '../support/editor'
import { aPhone } from '../support/phone'
import { expect, test } from '../support/product-test'
import { type StaffApi, staffApi } from '../support/staff-api'

const DAY_MS = 24 * 60 * 60 * 1_000
const COUPON = '满 199 减 20 试玩券'

interface Draft {
  staff: StaffApi
  pageId: string
  rewardId: string
  path: string
}

/** A draft with a wheel on which one in a million wins, a popup on entry, and buttons that do something. */
async function aDraft(origin: string): Promise<Draft> {
  const staff = await staffApi(origin, 'admin@ziggurat.demo', 'ziggurat-demo')
  const name = `preview-${randomBytes(4).toString('hex')}`
  const now = Date.now()
  const campaign = await staff.mutate<{ id: string }>('campaigns.create', {
    name,
    startsAt: new Date(now - DAY_MS).toISOString(),
    endsAt: new Date(now + DAY_MS).toISOString(),
    budgetFen: 1_000_000,
  })
  await staff.mutate('campaigns.transition', { id: campaign.id, event: 'launch' })
  const validity = { kind: 'days', days: 3 }
  const terms = { kind: 'coupon', amountFen: 2_000, thresholdFen: 19_900, validity, useLink: '' }
  const reward = { title: COUPON, terms, stock: 10, reservation: { kind: 'full' } }
  const { id: rewardId } = await staff.mutate<{ id: string }>('rewards.create', reward)
  const prize = (key: string, weight: number, more: object) => ({
    key,
    weight,
    isFallback: false,
    image: '',
    ...more,
  })
  const config = {
    prizes: [
      prize('a', 1, { name: '减 20 元', gives: 'reward', rewardId }),
      prize('b', 333_333, { name: '谢谢参与', gives: 'nothing' }),
      prize('c', 333_333, { name: '再接再厉', gives: 'nothing' }),
      prize('d', 333_333, { name: '好运将至', gives: 'nothing' }),
    ],
    freePerDay: 2,
    freePerCampaign: 0,
    pointsPerChance: 0,
    buysPerDay: 1,
    visits: [],
    showOdds: false,
    useLink: '',
  }
  const tool = await staff.mutate<{ id: string }>('tools.create', {
    campaignId: campaign.id,
    type: 'lottery',
    name,
    config,
  })
  const words = (id: string, text: string) => ({
    id,
    type: 'text',
    version: 1,
    props: { text, look: 'body', align: 'left' },
  })
  const button = (id: string, label: string, call: object) => ({
    id,
    type: 'button',
    version: 1,
    props: { label, link: '', look: 'solid', width: 'full' },
    on: { tap: [call] },
  })
  const blocks = {
    pop: {
      id: 'pop',
      type: 'popup',
      version: 2,
      props: {
        title: '开场有礼',
        look: 'dialog',
        hasTitle: true,
        opens: 'entry',
        frequency: 'once',
        delaySeconds: 0,
      },
      slots: { content: ['gift'] },
    },
    gift: words('gift', '进会场先转一次'),
    game: {
      id: 'game',
      type: 'lottery',
      version: 1,
      props: { title: '试试手气', skin: 'wheel', showWinners: false },
      tool: { id: tool.id },
    },
    again: button('again', '再看开场', { kind: 'openPopup', block: 'pop', inputs: {} }),
    shop: button('shop', '去商城', { kind: 'navigate', inputs: { link: 'https://shop.example/618' } }),
  }
  const page = await staff.mutate<{ id: string }>('pages.create', {
    title: name,
    slug: name,
    campaignId: campaign.id,
  })
  const { definition } = await staff.query<{ definition: object }>('pages.get', { id: page.id })
  const root = ['pop', 'game', 'again', 'shop']
  await staff.mutate('pages.save', { id: page.id, revision: 1, definition: { ...definition, root, blocks } })
  const { path } = await staff.mutate<{ path: string }>('pages.previewLink', { id: page.id })
  return { staff, pageId: page.id, rewardId, path }
}

/** Turns the wheel and closes what it came to, once that was seen. */
async function turn(page: Page | ReturnType<typeof canvasOf>, seen: (result: Locator) => Promise<void>) {
  await page.locator('.zg-lt-go').click()
  const result = page.getByRole('dialog').filter({ hasNotText: '进会场先转一次' })
  await seen(result)
  await result.getByRole('button', { name: '关闭' }).first().click()
  await expect(result).toBeHidden()
}

async function grantsOf({ staff, rewardId }: Pick<Draft, 'staff' | 'rewardId'>): Promise<unknown[]> {
  const { items } = await staff.query<{ items: unknown[] }>('grants.list', { rewardId })
  return items
}

test('a draft is played on a phone: a wheel turns, is won and lost, and nothing is given', async ({
  browser,
  product,
  picture,
}) => {
  const draft = await aDraft(product.origin)
  const phone = await aPhone(browser, product.origin)
  const page = await phone.newPage()
  const popup = page.getByRole('dialog', { name: '开场有礼' })
  const close = popup.getByRole('link', { name: '关闭' }).last()
  const choose = async (what: string, label: string) => {
    const answered = page.waitForResponse((answer) => answer.url().includes('/api/preview/'))
    const bar = page.locator('.zg-preview-bar')
    if ((await bar.getAttribute('open')) === null) await bar.locator('summary').tap()
    await page.getByRole('combobox', { name: what }).selectOption({ label })
    if (what !== '抽奖结果') {
      await answered
      await close.tap()
    } else answered.catch(() => {})
    await bar.locator('summary').tap()
  }

  await test.step('its popup opens as it is entered, each time, and by a button', async () => {
    for (const _ of [1, 2]) {
      await page.goto(draft.path)
      await expect(popup).toBeVisible()
      await picture(page, 'entered')
      await close.tap()
      await expect(popup).toBeHidden()
    }
    await expect(page.getByText('预览 · 不会真正发放')).toBeVisible()
    await page.getByText('再看开场').tap()
    await expect(popup).toBeVisible()
    await close.tap()
  })

  await test.step('whoever is not signed in is asked to, and goes on as a member', async () => {
    await choose('抽奖结果', '必中')
    await page.locator('.zg-lt-go').tap()
    await page.getByRole('button', { name: '去登录' }).tap()
    const result = page.getByRole('dialog').filter({ hasText: '恭喜你抽中了' })
    await expect(result).toContainText('减 20 元')
    await picture(page, 'won')
    await result.getByRole('button', { name: '关闭' }).first().tap()
    await expect(page.locator('[data-widget="lottery"]')).toContainText('1')
  })

  await test.step('and draws until no chance is left', async () => {
    await choose('抽奖结果', '未中')
    await turn(page, (result) => expect(result).toContainText('这次没抽中'))
    await expect(page.locator('[data-widget="lottery"]')).toContainText('次数用完')
    await picture(page, 'no-chance')
  })

  await test.step('sold out, not eligible and without a network it ends like that', async () => {
    await choose('情形', '已抢光')
    await expect(page.locator('[data-widget="lottery"]')).toContainText(/抽完|抢光|发完/)
    await picture(page, 'sold-out')
    await choose('情形', '不符合条件')
    await page.locator('.zg-lt-go').tap()
    await expect(page.getByRole('status').filter({ hasText: '暂不符合参与条件' })).toBeVisible()
    await picture(page, 'not-eligible')
    await choose('情形', '断网')
    await page.locator('.zg-lt-go').tap()
    await expect(page.getByRole('status').filter({ hasText: '网络断开了' })).toContainText('重试')
    await picture(page, 'offline')
  })
  await phone.close()
  expect(await grantsOf(draft)).toEqual([])
})

test('a packet that friends expand is played with friends, on one phone', async ({
  browser,
  product,
  picture,
}) => {
  const staff = await staffApi(product.origin, 'admin@ziggurat.demo', 'ziggurat-demo')
  const name = `preview-${randomBytes(4).toString('hex')}`
  // Nobody has launched it: at a moment that is chosen it runs all the same.
  const campaign = await staff.mutate<{ id: string }>('campaigns.create', {
    name,
    startsAt: new Date(Date.now() + DAY_MS).toISOString(),
    endsAt: new Date(Date.now() + 3 * DAY_MS).toISOString(),
    budgetFen: 0,
  })
  const terms = { kind: 'cash', amountFen: 1_000, useLink: '' }
  const reward = { title: name, terms, stock: 1, reservation: { kind: 'full' } }
  const { id: rewardId } = await staff.mutate<{ id: string }>('rewards.create', reward)
  const config = {
    mode: 'friends',
    rewardId,
    baseFen: 200,
    targetFen: 1_000,
    perDay: 1,
    collectHours: 24,
    helpers: 2,
    leastFen: 100,
    mostFen: 700,
    hours: 24,
    helpsPerDay: 3,
  }
  const type = 'expanding-packet'
  const tool = await staff.mutate<{ id: string }>('tools.create', {
    campaignId: campaign.id,
    type,
    name,
    config,
  })
  const game = {
    id: 'game',
    type,
    version: 1,
    props: { title: '膨胀红包', slogan: '', isInWechat: false },
    tool: { id: tool.id },
  }
  const { id } = await staff.mutate<{ id: string }>('pages.create', { title: name, slug: name })
  const { definition } = await staff.query<{ definition: object }>('pages.get', { id })
  await staff.mutate('pages.save', {
    id,
    revision: 1,
    definition: { ...definition, root: ['game'], blocks: { game } },
  })
  const { path } = await staff.mutate<{ path: string }>('pages.previewLink', { id })

  const phone = await aPhone(browser, product.origin)
  const page = await phone.newPage()
  await page.goto(path)
  await page.locator('.zg-preview-bar summary').tap()
  // Two things chosen before the first of them is answered are both chosen.
  let answer = () => {}
  const chosen = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/preview/**', async (route) => {
    await chosen
    await route.continue()
  })
  await page.getByRole('combobox', { name: '时间' }).selectOption({ label: '进行中' })
  await page.getByRole('combobox', { name: '用户' }).selectOption({ label: '老用户' })
  answer()
  await page.locator('.zg-preview-bar summary').tap()
  await page.locator('[data-widget="expanding-packet"]').getByRole('button').first().tap()
  await page.getByRole('button', { name: '喊好友帮我膨胀' }).tap()
  await page.getByRole('button', { name: '以好友身份打开' }).tap()
  for (const who of [1, 2]) {
    if (who > 1) await page.getByRole('button', { name: '换一位好友' }).tap()
    await expect(page.getByText(`正以好友 ${who} 的身份查看`)).toBeVisible()
    await page.getByRole('button', { name: '帮 TA 膨胀一下' }).tap()
    await expect(page.getByText(/帮 TA 膨胀了|膨胀到最大/).first()).toBeVisible()
    await picture(page, `friend-${who}`)
  }
  await page.getByRole('button', { name: '回到自己' }).tap()
  await page.getByRole('button', { name: '领取 ¥10' }).tap()
  await expect(page.getByText('已领取 ¥10')).toBeVisible()
  await picture(page, 'collected')
  expect(await grantsOf({ staff, rewardId })).toEqual([])
})

test('a draft is played in the editor, and links only say where they lead', async ({
  page,
  product,
  picture,
}) => {
  const draft = await aDraft(product.origin)
  await signIn(page, '管理员')
  await page.goto(`/editor/${draft.pageId}`)
  const canvas = canvasOf(page)
  await expect(canvas.locator('.zg-lt-go')).toBeVisible()
  await page.getByRole('button', { name: /^查看视角/ }).click()
  await page.getByRole('radiogroup', { name: '用户' }).getByText('新用户', { exact: true }).click()
  await page.getByRole('radiogroup', { name: '抽奖结果' }).getByText('必中', { exact: true }).click()
  await picture(page, 'switch')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /预览$/ }).click()

  const popup = canvas.getByRole('dialog', { name: '开场有礼' })
  await expect(popup).toBeVisible()
  await picture(page, 'popup')
  await popup.getByRole('link', { name: '关闭' }).last().click()
  await turn(canvas, async (result) => {
    await expect(result).toContainText('恭喜你抽中了')
    await picture(page, 'won')
  })
  await expect(canvas.getByText('预览 · 不会真正发放')).toBeVisible()
  await canvas.getByText('去商城').click()
  await expect(canvas.getByText('预览 · 会打开 https://shop.example/618')).toBeVisible()
  await picture(page, 'link')
  await page.getByRole('button', { name: '退出预览' }).click()
  await expect(canvas.locator('.zg-lt-go')).toBeVisible()
  expect(await grantsOf(draft)).toEqual([])
})
