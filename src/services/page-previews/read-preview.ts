import type { z } from 'zod'
import { type ConditionFacts, timeFacts } from '@/schemas/condition-holds'
import type { CampaignPhase } from '@/schemas/outcome'
import type { Block, BlockId, PageDefinition } from '@/schemas/page'
import { pageLook } from '@/schemas/page-look'
import type { PagePreview, PreviewTried } from '@/schemas/page-preview'
import { instantOf, PHASE_AT, pretendedFacts, type Viewpoint } from '@/schemas/viewpoint-parts'
import { blockOf, boundEventsOf, definitionOf, isMet, migratePage } from '@/src/document'
import { AppError } from '@/src/lib/errors'
import { definitions } from '@/widgets/registry.definitions.gen'
import { getCampaign } from '../campaigns/internal'
import { phaseAt } from '../campaigns/state'
import type { AppContext } from '../context'
import { findPage } from '../pages/internal'
import { type TryOutInput, tryOut } from '../tools'
import { readPreviewToken } from './token'

type PreviewContext = Pick<AppContext, 'db' | 'clock' | 'timeZone' | 'sessionKey' | 'invitationKey'>

/**
 * The draft a preview link shows, from a viewpoint: all that a phone needs to draw it, and nothing
 * of what staff alone may know. Undefined when the link is forged or over, or its page is gone.
 */
export async function readPreview(
  ctx: PreviewContext,
  token: string,
  viewpoint: Viewpoint,
): Promise<PagePreview | undefined> {
  const draft = await readDraft(ctx, token, viewpoint.moment)
  if (!draft) return undefined
  const { page, campaign } = draft
  const { states } = await tryOut(ctx, { toolIds: toolIdsOf(page), viewpoint })
  return {
    title: page.title,
    root: page.root,
    theme: page.theme,
    locale: page.settings.locale,
    look: pageLook(page),
    blocks: page.blocks,
    bound: boundOf(page),
    values: { 'page.title': page.title, ...(campaign && { 'campaign.name': campaign.name }) },
    aheadMs: draft.at - ctx.clock.now().getTime(),
    ...seenOf(ctx, draft, viewpoint, states),
  }
}

/**
 * How a tap on that page came out, the last of `taps`, and what is seen then. Nothing is granted or
 * written. Undefined when the link is forged or over.
 *
 * @throws AppError `not_found` for a block that is not on the page or plays no tool.
 */
export async function tryPreview(
  ctx: PreviewContext,
  token: string,
  { as: viewpoint, taps, who, params }: z.infer<typeof TryOutInput>,
): Promise<PreviewTried | undefined> {
  const draft = await readDraft(ctx, token, viewpoint.moment)
  if (!draft) return undefined
  const { page } = draft
  const asked = taps.map(({ on, ...tap }) => {
    const toolId = blockOf(page, on)?.tool?.id
    if (toolId === undefined) throw new AppError('not_found', `no tool of block ${on}`)
    return { ...tap, toolId }
  })
  const tried = await tryOut(ctx, { toolIds: toolIdsOf(page), viewpoint, taps: asked, who, params })
  return { ...seenOf(ctx, draft, viewpoint, tried.states), ...(tried.last && { last: tried.last }) }
}

interface Draft {
  page: PageDefinition
  campaign: Awaited<ReturnType<typeof getCampaign>> | undefined
  /** The instant at which it is seen, ms. */
  at: number
  phase: CampaignPhase | undefined
}

async function readDraft(
  ctx: PreviewContext,
  token: string,
  moment: Viewpoint['moment'],
): Promise<Draft | undefined> {
  const now = ctx.clock.now()
  const id = readPreviewToken(ctx, token, now)
  const row = id && (await findPage(ctx.db.read, id))
  if (!row) return undefined
  const { page } = migratePage(row.definition, definitions)
  const campaign = row.campaignId ? await getCampaign(ctx.db.read, row.campaignId) : undefined
  const window = campaign && { startsAt: campaign.startsAt.getTime(), endsAt: campaign.endsAt.getTime() }
  const at = instantOf(moment, window, now.getTime())
  const phase = campaign && (moment === 'now' ? phaseAt(campaign, now) : PHASE_AT[moment])
  return { page, campaign, at, phase }
}

/** What depends on the viewpoint and on what was played. */
function seenOf(
  { timeZone }: Pick<PreviewContext, 'timeZone'>,
  { page, at, phase }: Draft,
  viewpoint: Viewpoint,
  states: Readonly<Record<string, unknown>>,
): Pick<PagePreview, 'tools' | 'unmet'> {
  const world = {
    time: timeFacts(at, timeZone),
    member: pretendedFacts(viewpoint),
    ...(phase && { campaign: { phase } }),
  }
  return { tools: statesByBlock(page, states), unmet: unmetOf(page, world, states) }
}

function boundOf({ blocks }: PageDefinition): PagePreview['bound'] {
  return Object.fromEntries(
    Object.values(blocks).flatMap((block) => {
      const definition = definitionOf(definitions, block.type)
      const bound = definition && boundEventsOf(block, definition)
      return bound ? [[block.id, bound]] : []
    }),
  )
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
