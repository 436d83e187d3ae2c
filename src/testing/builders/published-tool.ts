import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Block } from '@/schemas/page'
import { createCampaign, transitionCampaign } from '@/src/services/campaigns'
import type { MemberContext, StaffContext } from '@/src/services/context'
import { performAction } from '@/src/services/grants'
import { createPage, publishPage, savePage } from '@/src/services/pages'
import { type CreateReward, createReward } from '@/src/services/rewards'
import { createTool } from '@/src/services/tools'
import type { World } from '../world'
import { aBlock, aPageDefinition } from './page-definition'

export type RewardInput = z.input<typeof CreateReward>

export interface PublishedToolOptions {
  /** The widget's type. */
  type: string
  rewards: RewardInput[]
  /** The tool's configuration, by the rewards' ids in their order. */
  config: (rewardIds: string[]) => Record<string, unknown>
  budgetFen?: number
  startsAt?: string
  endsAt?: string
  /** When the block is on. */
  schedule?: Block['schedule']
  /** Leaves the campaign a draft. */
  isDraft?: boolean
}

export interface PublishedTool {
  admin: StaffContext
  campaignId: string
  rewardIds: string[]
  toolId: string
  pageId: string
  slug: string
  version: string
  /** Performs an action of the tool, each time anew unless a key is given. */
  act: (
    member: MemberContext,
    action: string,
    input: unknown,
    key?: string,
  ) => ReturnType<typeof performAction>
}

export const aKey = () => randomBytes(12).toString('hex')

/** The published page's one block. */
const BLOCK = 'wall'

/** A campaign that runs, its rewards, and a published page with one block that plays a tool. */
export async function aPublishedTool(
  world: Pick<World, 'as'>,
  o: PublishedToolOptions,
): Promise<PublishedTool> {
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
  const rewardIds: string[] = []
  for (const input of o.rewards) rewardIds.push((await createReward({ ctx: admin, input })).id)
  const tool = await createTool({
    ctx: admin,
    input: {
      campaignId: campaign.id,
      type: o.type,
      name: '玩法',
      config: o.config(rewardIds) as Parameters<typeof createTool>[0]['input']['config'],
    },
  })
  const page = await publish(admin, aBlock(BLOCK, o.type, { tool: { id: tool.id }, schedule: o.schedule }))
  return {
    admin,
    campaignId: campaign.id,
    rewardIds,
    toolId: tool.id,
    ...page,
    act: (ctx, action, input, key = aKey()) =>
      performAction({
        ctx,
        type: o.type,
        action,
        input: { version: page.version, block: BLOCK, key, input },
      }),
  }
}

async function publish(admin: StaffContext, block: Block) {
  const slug = `page-${aKey()}`
  const page = await createPage({ ctx: admin, input: { title: '活动', slug } })
  const definition = aPageDefinition([block])
  const { revision } = await savePage({ ctx: admin, input: { id: page.id, revision: 1, definition } })
  const { version } = await publishPage({ ctx: admin, input: { id: page.id, revision } })
  return { pageId: page.id, slug, version }
}
