import { randomBytes } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { aPhone } from '../support/phone'
import { expect, test } from '../support/product-test'
import { type StaffApi, staffApi } from '../support/staff-api'

const STAFF = { email: 'admin@ziggurat.demo', password: 'ziggurat-demo' }
const DAY_MS = 24 * 60 * 60 * 1000
const DRAW_CALL = '**/api/member/widget.lottery.draw*'

type Skin = 'wheel' | 'nine-grid' | 'scratch'
/** What each kind of prize says once it is won. */
const KINDS = {
  coupon: { name: '满199减20', says: '满 199 减 20' },
  cash: { name: '8 元红包', says: '已存入余额' },
  points: { name: '100 积分', says: '积分已到账' },
  partner_voucher: { name: '视频月卡', says: 'LUCKY-' },
  physical: { name: '保温杯', says: '填写收货地址' },
} as const
type Kind = keyof typeof KINDS
const LOSING = '谢谢参与'

const TERMS: Record<Kind, object> = {
  coupon: {
    kind: 'coupon',
    amountFen: 2_000,
    thresholdFen: 19_900,
    validity: { kind: 'days', days: 3 },
    useLink: '',
  },
  cash: { kind: 'cash', amountFen: 800, useLink: '' },
  points: { kind: 'points', points: 100, costFen: 100, validDays: 365, useLink: '' },
  partner_voucher: {
    kind: 'partner_voucher',
    partner: '星河影视',
    costFen: 1_500,
    validity: { kind: 'days', days: 30 },
    howToUse: '在兑换中心输入',
    useLink: '',
  },
  physical: { kind: 'physical', costFen: 5_000, image: '' },
}

/** The rewards and the campaign that a test's lotteries share. */
interface Pool {
  staff: StaffApi
  campaignId: string
  rewardIds: Record<string, string>
}

async function aPool(origin: string): Promise<Pool> {
  const staff = await staffApi(origin, STAFF.email, STAFF.password)
  const now = Date.now()
  const campaign = await staff.mutate<{ id: string }>('campaigns.create', {
    name: `lottery-${randomBytes(4).toString('hex')}`,
    startsAt: new Date(now - DAY_MS).toISOString(),
    endsAt: new Date(now + DAY_MS).toISOString(),
    budgetFen: 10_000_000,
  })
  await staff.mutate('campaigns.transition', { id: campaign.id, event: 'launch' })
  const rewardIds: Record<string, string> = {}
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const stock = kind === 'partner_voucher' ? 0 : 100
    const made = await staff.mutate<{ id: string }>('rewards.create', {
      title: KINDS[kind].name,
      terms: TERMS[kind],
      stock,
      reservation: { kind: 'full' },
    })
    rewardIds[kind] = made.id
  }
  const codes = Array.from({ length: 20 }, (_, i) => `LUCKY-${randomBytes(3).toString('hex')}-${i}`)
  await staff.upload(`rewards/${rewardIds.partner_voucher}/codes`, codes.join('\n'))
  return { staff, campaignId: campaign.id, rewardIds }
}

/** A published page with a lottery of eight prizes of which only one is ever drawn. */
async function publishLottery(
  { staff, campaignId, rewardIds }: Pool,
  skin: Skin,
  drawn: Kind | 'nothing',
  over: (slug: string) => object = () => ({}),
): Promise<string> {
  const slug = `lot-${randomBytes(6).toString('hex')}`
  const kinds: (Kind | 'nothing')[] = [
    ...(Object.keys(KINDS) as Kind[]),
    'nothing',
    drawn === 'coupon' ? 'cash' : 'coupon',
    'nothing',
  ]
  const first = kinds.indexOf(drawn)
  const prizes = kinds.map((kind, i) => ({
    name: kind === 'nothing' ? LOSING : KINDS[kind].name,
    key: `p${i}`,
    gives: kind === 'nothing' ? 'nothing' : 'reward',
    ...(kind !== 'nothing' && { rewardId: rewardIds[kind] }),
    weight: i === first ? 1_000_000 : 0,
    isFallback: false,
    image: '',
  }))
  const config = {
    prizes,
    freePerDay: 1,
    freePerCampaign: 0,
    pointsPerChance: 0,
    buysPerDay: 1,
    visits: [],
    showOdds: true,
    useLink: '',
    ...over(slug),
  }
  const tool = await staff.mutate<{ id: string }>('tools.create', {
    campaignId,
    type: 'lottery',
    name: slug,
    config,
  })
  const page = await staff.mutate<{ id: string }>('pages.create', { title: slug, slug })
  const { definition } = await staff.query<{ definition: object }>('pages.get', { id: page.id })
  const game = {
    id: 'game',
    type: 'lottery',
    version: 1,
    props: { title: '天天抽奖', skin, showWinners: true },
    tool: { id: tool.id },
  }
  await staff.mutate('pages.save', {
    id: page.id,
    revision: 1,
    definition: { ...definition, root: ['game'], blocks: { game } },
  })
  await staff.mutate('pages.publish', { id: page.id, revision: 2 })
  return slug
}

/** The path that opens the page as one of the demo's members. */
async function pathAs(origin: string, member: number, slug: string): Promise<string> {
  const { members } = (await (await fetch(`${origin}/api/demo/members`)).json()) as {
    members: { id: string }[]
  }
  const opened = await fetch(`${origin}/api/demo/open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ memberId: members[member]?.id, slug }),
  })
  return ((await opened.json()) as { url: string }).url
}

const go = (page: Page): Locator => page.locator('.zg-lt-go')

/** The prize whose name stands highest on the wheel: the one the pointer names. */
function atPointer(page: Page): Promise<string> {
  return page.locator('.zg-lt-disc .zg-lt-name').evaluateAll((names) => {
    const tops = names.map((name) => {
      const { top, height } = name.getBoundingClientRect()
      return { text: name.textContent ?? '', middle: top + height / 2 }
    })
    return tops.sort((a, b) => a.middle - b.middle)[0]?.text ?? ''
  })
}

/** Rubs the card with a finger, from side to side and down. */
async function scratch(page: Page): Promise<void> {
  const box = await page.locator('.zg-lt-coat canvas').boundingBox()
  if (!box) throw new Error('there is no card to scratch')
  await page.mouse.move(box.x + 10, box.y + 15)
  await page.mouse.down()
  for (let row = 0; row < 5; row++) {
    const y = box.y + 15 + row * 30
    await page.mouse.move(box.x + (row % 2 === 0 ? 10 : box.width - 10), y)
    await page.mouse.move(box.x + (row % 2 === 0 ? box.width - 10 : 10), y, { steps: 12 })
  }
  await page.mouse.up()
}

const SKINS: [width: number, skin: Skin][] = [
  [320, 'nine-grid'],
  [390, 'wheel'],
  [768, 'scratch'],
]

for (const [width, skin] of SKINS) {
  test(`${skin} at ${width} px: every kind of prize is won, shown, and kept`, async ({
    browser,
    product,
    picture,
  }) => {
    test.setTimeout(240_000)
    const pool = await aPool(product.origin)
    const phone = await aPhone(browser, product.origin, { width })
    const venue = await phone.newPage()
    for (const kind of Object.keys(KINDS) as Kind[]) {
      // How it moves is seen with the first; where it comes to rest with each.
      if (kind !== 'coupon' && skin !== 'scratch') await venue.emulateMedia({ reducedMotion: 'reduce' })
      const slug = await publishLottery(pool, skin, kind)
      await venue.goto(await pathAs(product.origin, 0, slug))
      await expect(go(venue)).toContainText('剩余 1 次')
      if (skin === 'scratch' && kind !== 'coupon') await scratch(venue)
      else await go(venue).tap()
      const result = venue.getByRole('dialog', { name: '恭喜你抽中了' })
      await expect(result).toContainText(KINDS[kind].says)
      await expect(result).toContainText(KINDS[kind].name)
      if (skin === 'wheel') expect(await atPointer(venue)).toBe(KINDS[kind].name)
      await picture(venue, kind)
      await result.getByRole('button', { name: '开心收下' }).tap()
      await expect(go(venue)).toContainText('次数用完')
    }
    await venue.getByRole('link', { name: '我的奖品' }).tap()
    await expect(venue.getByRole('dialog', { name: '我的奖品' })).toContainText(KINDS.physical.name)
    await phone.close()
  })

  test(`${skin} at ${width} px: nothing won, a chance earned, and drawn again`, async ({
    browser,
    product,
    picture,
  }) => {
    const pool = await aPool(product.origin)
    const slug = await publishLottery(pool, skin, 'nothing', (own) => ({
      visits: [{ title: '主会场', link: `/p/${own}?seen=1` }],
    }))
    const phone = await aPhone(browser, product.origin, { width })
    const venue = await phone.newPage()
    await venue.goto(await pathAs(product.origin, 1, slug))
    await go(venue).tap()
    const result = venue.getByRole('dialog', { name: '这次没抽中' })
    await expect(result).toBeVisible()
    await picture(venue, 'nothing-won')
    await result.getByRole('button', { name: '赚次数再抽' }).tap()

    const tasks = venue.getByRole('dialog', { name: '赚抽奖次数' })
    await picture(venue, 'tasks')
    await tasks.getByRole('button', { name: '去逛逛' }).tap()
    await venue.waitForURL('**seen=1')
    await expect(go(venue)).toContainText('剩余 1 次')
    await go(venue).tap()
    await expect(result).toBeVisible()
    await result.getByRole('button', { name: '关闭' }).tap()
    await expect(go(venue)).toContainText('次数用完')
    await phone.close()
  })

  test(`${skin} at ${width} px: a late answer and a lost one, which counts once`, async ({
    browser,
    product,
    picture,
  }) => {
    const pool = await aPool(product.origin)
    const slug = await publishLottery(pool, skin, 'points', () => ({ freePerDay: 2 }))
    const phone = await aPhone(browser, product.origin, { width })
    const venue = await phone.newPage()
    await venue.goto(await pathAs(product.origin, 2, slug))
    await expect(go(venue)).toContainText('剩余 2 次')

    let answer = () => {}
    const isLate = new Promise<void>((resolve) => {
      answer = resolve
    })
    await venue.route(DRAW_CALL, async (route) => {
      await isLate
      await route.continue()
    })
    await go(venue).tap()
    await expect(venue.locator('.zg-lt-strip')).toContainText('揭晓中…')
    await picture(venue, 'late')
    answer()
    const result = venue.getByRole('dialog', { name: '恭喜你抽中了' })
    await expect(result).toBeVisible()
    await result.getByRole('button', { name: '关闭' }).tap()
    await expect(go(venue)).toContainText('剩余 1 次')

    // The server draws, and the phone never hears of it.
    await venue.unroute(DRAW_CALL)
    await venue.route(DRAW_CALL, async (route) => {
      await route.fetch()
      await route.abort()
    })
    await go(venue).tap()
    await expect(venue.getByRole('link', { name: /结果稍后可在「我的奖品」查看/ })).toBeVisible({
      timeout: 30_000,
    })
    await expect(venue.getByRole('dialog')).toHaveCount(0)
    await picture(venue, 'lost')

    await venue.unroute(DRAW_CALL)
    await venue.getByRole('button', { name: '重试' }).tap()
    // The card is whole again, and the answer lies beneath it.
    if (skin === 'scratch') await go(venue).tap()
    await expect(result).toContainText('积分已到账')
    await result.getByRole('button', { name: '关闭' }).tap()
    await venue.getByRole('link', { name: '我的奖品' }).tap()
    await expect(venue.getByRole('dialog', { name: '我的奖品' }).getByRole('article')).toHaveCount(2)
    await phone.close()
  })

  test(`${skin} at ${width} px: signing in amid a tap goes on with it; an ended one says so`, async ({
    browser,
    product,
    picture,
  }) => {
    const pool = await aPool(product.origin)
    const slug = await publishLottery(pool, skin, 'coupon')
    const phone = await aPhone(browser, product.origin, { width })
    const venue = await phone.newPage()
    const ticket = await pathAs(product.origin, 3, slug)
    await venue.addInitScript((path) => {
      window.ZigguratBridge = { login: () => fetch(path) }
    }, ticket)
    await venue.goto(`/p/${slug}`)
    await expect(go(venue)).toContainText('登录抽奖')
    await picture(venue, 'signed-out')
    await go(venue).tap()
    const result = venue.getByRole('dialog', { name: '恭喜你抽中了' })
    await expect(result).toContainText(KINDS.coupon.says)
    await result.getByRole('button', { name: '关闭' }).tap()
    await expect(go(venue)).toContainText('次数用完')

    await pool.staff.mutate('campaigns.transition', { id: pool.campaignId, event: 'end' })
    await venue.reload()
    await expect(go(venue)).toContainText('已结束')
    await expect(go(venue)).toHaveAttribute('aria-disabled', 'true')
    await expect(venue.locator('.zg-lt-strip')).toContainText('活动已结束')
    await picture(venue, 'ended')
    await phone.close()
  })
}
