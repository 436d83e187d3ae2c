import { randomBytes } from 'node:crypto'
import type { StaffApi } from './staff-api'

const DAY_MS = 24 * 60 * 60 * 1000

export interface Mall {
  slug: string
  version: string
  campaignId: string
  /** Rewards by the names below. */
  rewardIds: Record<keyof typeof TITLES, string>
  codes: string[]
}

/** What stands in the mall, and two rewards of the wall from which members get what they spend. */
export const TITLES = {
  purse: '五千积分',
  money: '五十元余额',
  coupon: '全场通用满减券',
  code: '星河影城电影券',
  thing: '联名保温杯',
  cash: '现金红包',
  points: '积分加倍卡',
  dear: '进口咖啡机',
  gone: '绝版海报',
  goneToday: '每日早餐券',
} as const

/** Points; fen of cash; how many a member may have. */
const PRICES: Partial<Record<keyof typeof TITLES, [points: number, cashFen: number, perMember: number]>> = {
  coupon: [200, 0, 1],
  code: [500, 990, 2],
  thing: [1_800, 1_900, 1],
  cash: [188, 0, 1],
  points: [100, 0, 1],
  dear: [90_000, 0, 1],
  gone: [10, 0, 1],
  goneToday: [10, 0, 9],
}

const validity = { kind: 'days', days: 3 }
const coupon = { kind: 'coupon', amountFen: 2_000, thresholdFen: 19_900, validity, useLink: '' }
const REWARDS: Record<keyof typeof TITLES, { terms: object; stock: number; stockPerDay?: number }> = {
  purse: { terms: { kind: 'points', points: 5_000, costFen: 5_000, validDays: 10, useLink: '' }, stock: 99 },
  money: { terms: { kind: 'cash', amountFen: 5_000, useLink: '' }, stock: 99 },
  coupon: { terms: coupon, stock: 99 },
  code: {
    terms: {
      kind: 'partner_voucher',
      partner: '星河影城',
      costFen: 2_990,
      validity,
      howToUse: '打开星河影城 App，在「兑换券」里输入券码',
      useLink: '',
    },
    stock: 0,
  },
  thing: { terms: { kind: 'physical', costFen: 4_500, image: '' }, stock: 99 },
  cash: { terms: { kind: 'cash', amountFen: 188, useLink: '' }, stock: 99 },
  points: { terms: { kind: 'points', points: 200, costFen: 200, validDays: 90, useLink: '' }, stock: 99 },
  dear: { terms: { kind: 'physical', costFen: 99_900, image: '' }, stock: 9 },
  gone: { terms: { ...coupon, amountFen: 100, thresholdFen: 0 }, stock: 0 },
  goneToday: { terms: { ...coupon, amountFen: 300, thresholdFen: 0 }, stock: 9, stockPerDay: 1 },
}

/** A published page with a points mall, and below it a wall where a member gets points and cash. */
export async function publishMall(staff: StaffApi): Promise<Mall> {
  const slug = `mall-${randomBytes(6).toString('hex')}`
  const now = Date.now()
  const campaign = await staff.mutate<{ id: string }>('campaigns.create', {
    name: slug,
    startsAt: new Date(now - DAY_MS).toISOString(),
    endsAt: new Date(now + 9 * DAY_MS).toISOString(),
    budgetFen: 100_000_00,
  })
  await staff.mutate('campaigns.transition', { id: campaign.id, event: 'launch' })
  const rewardIds = {} as Mall['rewardIds']
  for (const name of Object.keys(TITLES) as (keyof typeof TITLES)[]) {
    const { id } = await staff.mutate<{ id: string }>('rewards.create', {
      title: TITLES[name],
      reservation: { kind: 'full' },
      stockPerDay: null,
      ...REWARDS[name],
    })
    rewardIds[name] = id
  }
  const codes = Array.from({ length: 9 }, () => `XH-${randomBytes(4).toString('hex').toUpperCase()}`)
  await staff.upload(`rewards/${rewardIds.code}/codes`, codes.join('\n'))
  const tool = async (type: string, config: object) =>
    await staff.mutate<{ id: string }>('tools.create', { campaignId: campaign.id, type, name: type, config })
  const wall = await tool('coupon-wall', {
    coupons: [
      { rewardId: rewardIds.purse, perMember: 1 },
      { rewardId: rewardIds.money, perMember: 1 },
    ],
  })
  const mall = await tool('points-mall', {
    items: Object.entries(PRICES).map(([name, [pointsPrice, cashFen, perMember]]) => ({
      rewardId: rewardIds[name as keyof typeof TITLES],
      pointsPrice,
      cashFen,
      perMember,
      tag: '',
    })),
    earnLink: '',
    topUpLink: '',
  })
  const page = await staff.mutate<{ id: string }>('pages.create', { title: slug, slug })
  const { definition } = await staff.query<{ definition: object }>('pages.get', { id: page.id })
  const blocks = {
    mall: {
      id: 'mall',
      type: 'points-mall',
      version: 1,
      props: { title: '积分商城', layout: 'grid', showProgress: true },
      tool: { id: mall.id },
    },
    wall: {
      id: 'wall',
      type: 'coupon-wall',
      version: 1,
      props: { title: '领积分', layout: 'list', showProgress: true },
      tool: { id: wall.id },
    },
  }
  await staff.mutate('pages.save', {
    id: page.id,
    revision: 1,
    definition: { ...definition, root: ['mall', 'wall'], blocks },
  })
  const { version } = await staff.mutate<{ version: string }>('pages.publish', { id: page.id, revision: 2 })
  return { slug, version, campaignId: campaign.id, rewardIds, codes }
}
