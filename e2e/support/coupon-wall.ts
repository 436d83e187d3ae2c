import { randomBytes } from 'node:crypto'
import type { StaffApi } from './staff-api'

const DAY_MS = 24 * 60 * 60 * 1000

export interface WallOptions {
  stock: number
  budgetFen: number
  perMember: number
}

export interface Wall {
  slug: string
  version: string
  campaignId: string
  rewardId: string
}

/** One coupon of ¥1 on a published page of a running campaign, made through the staff API. */
export async function publishWall(staff: StaffApi, o: WallOptions): Promise<Wall> {
  const slug = `wall-${randomBytes(6).toString('hex')}`
  const now = Date.now()
  const campaign = await staff.mutate<{ id: string }>('campaigns.create', {
    name: slug,
    startsAt: new Date(now - DAY_MS).toISOString(),
    endsAt: new Date(now + DAY_MS).toISOString(),
    budgetFen: o.budgetFen,
  })
  await staff.mutate('campaigns.transition', { id: campaign.id, event: 'launch' })
  const reward = await staff.mutate<{ id: string }>('rewards.create', {
    title: slug,
    terms: {
      kind: 'coupon',
      amountFen: 100,
      thresholdFen: 0,
      validity: { kind: 'days', days: 3 },
      useLink: '',
    },
    stock: o.stock,
    reservation: { kind: 'full' },
  })
  const tool = await staff.mutate<{ id: string }>('tools.create', {
    campaignId: campaign.id,
    type: 'coupon-wall',
    name: slug,
    config: { coupons: [{ rewardId: reward.id, perMember: o.perMember }] },
  })
  const page = await staff.mutate<{ id: string }>('pages.create', { title: slug, slug })
  const { definition } = await staff.query<{ definition: object }>('pages.get', { id: page.id })
  const props = { title: '领券', layout: 'list', showProgress: true }
  const wall = { id: 'wall', type: 'coupon-wall', version: 1, props, tool: { id: tool.id } }
  await staff.mutate('pages.save', {
    id: page.id,
    revision: 1,
    definition: { ...definition, root: ['wall'], blocks: { wall } },
  })
  const { version } = await staff.mutate<{ version: string }>('pages.publish', { id: page.id, revision: 2 })
  return { slug, version, campaignId: campaign.id, rewardId: reward.id }
}
