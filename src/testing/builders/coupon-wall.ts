import { randomBytes } from 'node:crypto'
import type { Block } from '@/schemas/page'
import type { Validity } from '@/schemas/reward'
import { createCampaign, transitionCampaign } from '@/src/services/campaigns'
import type { MemberContext, StaffContext } from '@/src/services/context'
import { performAction } from '@/src/services/grants'
import { createPage, publishPage, savePage } from '@/src/services/pages'
import { createReward } from '@/src/services/rewards'
import { createTool } from '@/src/services/tools'
import type { World } from '../world'
import { aBlock, aPageDefinition } from './page-definition'

export interface CouponWallOptions {
  stock?: number
  budgetFen?: number
  perMember?: number
  amountFen?: number
  startsAt?: string
  endsAt?: string
  validity?: Validity
  /** When the wall's block is on. */
  schedule?: Block['schedule']
  /** Leaves the campaign a draft. */
  isDraft?: boolean
}

export interface PublishedCouponWall {
  admin: StaffContext
  campaignId: string
  rewardId: string
  toolId: string
  pageId: string
  slug: string
  version: string
  /** Taps 立即领取, each time anew unless a key is given. */
  claim: (member: MemberContext, key?: string) => ReturnType<typeof performAction>
}

export const aKey = () => randomBytes(12).toString('hex')

/** A campaign that runs, one coupon, and a published page with a coupon wall that gives it. */
export async function aCouponWall(
  world: Pick<World, 'as'>,
  o: CouponWallOptions = {},
): Promise<PublishedCouponWall> {
  const admin = await world.as('admin')
  const campaign = await createCampaign({
    ctx: admin,
    input: {
      name: '双11',
      startsAt: o.startsAt ?? '2026-11-01T00:00:00.000Z',
      endsAt: o.endsAt ?? '2026-12-01T00:00:00.000Z',
      budgetFen: o.budgetFen ?? 1_000_000,
    },
  })
  if (!o.isDraft) await transitionCampaign({ ctx: admin, input: { id: campaign.id, event: 'launch' } })
  const reward = await createReward({
    ctx: admin,
    input: {
      title: '满减券',
      terms: {
        kind: 'coupon',
        amountFen: o.amountFen ?? 100,
        thresholdFen: 0,
        validity: o.validity ?? { kind: 'days', days: 3 },
        useLink: '',
      },
      stock: o.stock ?? 1_000,
      reservation: { kind: 'full' },
    },
  })
  const config = { coupons: [{ rewardId: reward.id, perMember: o.perMember ?? 1 }] }
  const tool = await createTool({
    ctx: admin,
    input: { campaignId: campaign.id, type: 'coupon-wall', name: '领券', config },
  })
  const page = await publishWall(admin, tool.id, o.schedule)
  return {
    admin,
    campaignId: campaign.id,
    rewardId: reward.id,
    toolId: tool.id,
    ...page,
    claim: (ctx, key = aKey()) =>
      performAction({
        ctx,
        type: 'coupon-wall',
        action: 'claim',
        input: { version: page.version, block: 'wall', key, input: { rewardId: reward.id } },
      }),
  }
}

async function publishWall(admin: StaffContext, toolId: string, schedule: Block['schedule']) {
  const slug = `wall-${aKey()}`
  const definition = aPageDefinition([aBlock('wall', 'coupon-wall', { tool: { id: toolId }, schedule })])
  const page = await createPage({ ctx: admin, input: { title: '领券', slug } })
  const { revision } = await savePage({ ctx: admin, input: { id: page.id, revision: 1, definition } })
  const { version } = await publishPage({ ctx: admin, input: { id: page.id, revision } })
  return { pageId: page.id, slug, version }
}
