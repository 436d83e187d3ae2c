import { type ConditionFacts, timeFacts } from '@/schemas/condition-holds'
import type { Block, BlockId, PageDefinition } from '@/schemas/page'
import { pageLook } from '@/schemas/page-look'
import type { PagePreview } from '@/schemas/page-preview'
import { instantOf, PHASE_AT, pretendedFacts, type Viewpoint } from '@/schemas/viewpoint-parts'
import { isMet, migratePage } from '@/src/document'
import { definitions } from '@/widgets/registry.definitions.gen'
import { getCampaign } from '../campaigns/internal'
import { phaseAt } from '../campaigns/state'
import type { AppContext } from '../context'
import { findPage } from '../pages/internal'
import { presentFrom } from '../tools'
import { readPreviewToken } from './token'

/**
 * The draft a preview link shows, from a viewpoint: all that a phone needs to draw it, and nothing
 * of what staff alone may know. Undefined when the link is forged or over, or its page is gone.
 */
export async function readPreview(
  ctx: Pick<AppContext, 'db' | 'clock' | 'timeZone' | 'sessionKey' | 'invitationKey'>,
  token: string,
  viewpoint: Viewpoint,
): Promise<PagePreview | undefined> {
  const now = ctx.clock.now()
  const id = readPreviewToken(ctx, token, now)
  const row = id && (await findPage(ctx.db.read, id))
  if (!row) return undefined
  const { page } = migratePage(row.definition, definitions)
  const campaign = row.campaignId ? await getCampaign(ctx.db.read, row.campaignId) : undefined
  const window = campaign && { startsAt: campaign.startsAt.getTime(), endsAt: campaign.endsAt.getTime() }
  const at = instantOf(viewpoint.moment, window, now.getTime())
  const phase = campaign && (viewpoint.moment === 'now' ? phaseAt(campaign, now) : PHASE_AT[viewpoint.moment])
  const states = await presentFrom(ctx, toolIdsOf(page), viewpoint)
  const world = {
    time: timeFacts(at, ctx.timeZone),
    member: pretendedFacts(viewpoint),
    ...(phase && { campaign: { phase } }),
  }
  return {
    title: page.title,
    root: page.root,
    theme: page.theme,
    locale: page.settings.locale,
    look: pageLook(page),
    blocks: page.blocks,
    tools: statesByBlock(page, states),
    unmet: unmetOf(page, world, states),
    aheadMs: at - now.getTime(),
  }
}

/** As many as a canvas asks about. */
const MOST_TOOLS = 100

function toolIdsOf({ blocks }: PageDefinition): string[] {
  return [...new Set(Object.values(blocks).flatMap(({ tool }) => tool?.id ?? []))].slice(0, MOST_TOOLS)
}

function statesByBlock(
  { blocks }: PageDefinition,
  states: Readonly<Record<string, unknown>>,
): Record<BlockId, unknown> {
  const bound = Object.values(blocks).filter((block): block is Block & { tool: { id: string } } =>
    Boolean(block.tool),
  )
  return Object.fromEntries(bound.map((block) => [block.id, states[block.tool.id]]))
}

function unmetOf(
  page: PageDefinition,
  world: Omit<ConditionFacts, 'tools'>,
  states: Readonly<Record<string, unknown>>,
): BlockId[] {
  const readTool = (toolId: string) => states[toolId]
  return Object.values(page.blocks).flatMap((block) =>
    isMet(block, page, definitions, { ...world, readTool }) ? [] : [block.id],
  )
}
