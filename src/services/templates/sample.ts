import type { PageDefinition } from '@/schemas/page'
import type { StaffContext } from '../context'
import { counterText, stockOf } from '../grants/counters'
import { factsFor, type KnownState } from '../grants/facts'
import { invitationsOf } from '../invitations'
import { readProducts } from '../products/read'
import { reservedFenOf } from '../rewards/create'
import type { RewardRow } from '../rewards/internal'
import { type ToolWithCampaign, widgetToolOf } from '../tools/load'
import { momentOf } from '../tools/moment'
import { rewardsOf } from './fill'
import type { Named, PlayTemplate, Shop, ToolDraft } from './library/template'
import type { PlayWindow } from './library/window'

const HOUR_MS = 60 * 60 * 1000

/** Ids that nothing has: what a template names has none before it is made. */
const sampleId = (prefix: string, i: number) => `${prefix}_${String(i).padStart(10, '0')}`

/** Ids for the names of a template's things. */
export const sampleIds = (prefix: string, names: readonly string[]): Named =>
  Object.fromEntries(names.map((name, i) => [name, sampleId(prefix, i)]))

interface Sample {
  page: PageDefinition
  tools: ToolDraft[]
  states: Record<string, unknown>
}

/** The page of a play template and what its tools would show anybody while it runs. */
export async function sampleStates(
  ctx: StaffContext,
  template: PlayTemplate,
  shop: Shop,
  window: PlayWindow,
): Promise<Sample> {
  const rewards = rewardsOf(template)
  const rewardIds = sampleIds('rwd', [...rewards.keys()])
  const drafts = template.tools(rewardIds, shop)
  const toolIds = sampleIds('tool', Object.keys(drafts))
  const page = template.page({ tools: toolIds, shop, window })
  const draftOf = new Map(Object.entries(drafts).map(([name, draft]) => [toolIds[name], draft]))
  const known = knownOf(rewards, rewardIds, ctx.clock.now())
  const bound = Object.values(page.blocks).flatMap(({ id, tool }) => {
    const draft = tool && draftOf.get(tool.id)
    return draft ? [{ blockId: id, toolId: tool.id, draft }] : []
  })
  const states = await Promise.all(
    bound.map(async ({ blockId, toolId, draft }) => [blockId, await stateOf(ctx, draft, toolId, known)]),
  )
  return { page, tools: Object.values(drafts), states: Object.fromEntries(states) }
}

async function stateOf(ctx: StaffContext, draft: ToolDraft, id: string, known: KnownState): Promise<unknown> {
  const definition = widgetToolOf(draft.type)
  if (!definition) return undefined
  const now = momentOf(ctx.timeZone, ctx.clock.now())
  const tool: ToolWithCampaign = {
    id,
    type: draft.type,
    name: draft.name,
    config: draft.config,
    revision: 1,
    campaign: {
      id: sampleId('cmp', 0),
      name: '',
      state: 'scheduled',
      startsAt: new Date(now.at.getTime() - HOUR_MS),
      endsAt: new Date(now.at.getTime() + 72 * HOUR_MS),
      collectsUntil: null,
    },
  }
  const needs = definition.presentNeeds(draft.config, undefined, now, {})
  const products = await readProducts(ctx.db.read, needs.products ? [needs.products] : [], now.at)
  const invitations = invitationsOf(ctx, { toolId: id, memberId: undefined, now: now.at })
  const facts = factsFor(tool, known, undefined, now, { recentGrants: [], mine: [], products, invitations })
  return definition.present(facts, undefined, now, {})
}

function knownOf(rewards: ReturnType<typeof rewardsOf>, ids: Named, now: Date): KnownState {
  const rows = new Map<string, RewardRow>()
  const counters: [string, { used: number; cap: number }][] = []
  for (const [name, reward] of rewards) {
    const id = ids[name] ?? ''
    const { stock, ...terms } = reward
    rows.set(id, {
      ...terms,
      id,
      kind: reward.terms.kind,
      reservedFenEach: reservedFenOf(reward),
      isEnabled: true,
      createdBy: '',
      createdAt: now,
      updatedAt: now,
    })
    counters.push([counterText(stockOf(id)), { used: 0, cap: stock }])
  }
  return {
    rewards: rows,
    counters: new Map(counters),
    rows: new Map(),
    wallets: new Map(),
    chances: new Map(),
  }
}
