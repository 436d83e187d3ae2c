import type { ReadDb } from '@/src/db'
import type { AnyToolDefinition, LinkParams, Member, Needs, Now } from '@/widgets/kit/tool'
import { readChances } from '../chances/store'
import type { AppContext } from '../context'
import { type CounterKey, ofTool, readCounters, stockOf, stockOfDay } from '../grants/counters'
import { factsFor, type KnownState, type ShownState } from '../grants/facts'
import { readMine, readRecent } from '../grants/shown'
import { invitationsOf } from '../invitations'
import { readProducts } from '../products/read'
import { readRewards } from '../rewards/internal'
import { readWallets } from '../wallets/store'
import { readTools, type ToolWithCampaign, toolDefinitionOf } from './load'
import { momentOf } from './moment'
import { readToolRows } from './rows'

export interface AskedTool {
  tool: ToolWithCampaign
  definition: AnyToolDefinition
  /** What everybody asks, what this viewer does, and whatever else is asked for. */
  needs: Needs[]
}

/** Tools with all that their presentation to one viewer reads. */
export interface Showing {
  asked: AskedTool[]
  known: KnownState
  shownOf: (toolId: string) => ShownState
}

type SigningContext = Pick<AppContext, 'invitationKey'>

/**
 * What a member, or anybody, may see of each tool now, by the tool's id. A tool that does not
 * exist, or of a type this build does not know, is absent. `params` are those of the page's link.
 */
export async function presentTools(
  ctx: Pick<AppContext, 'clock' | 'timeZone'> & SigningContext,
  db: ReadDb,
  toolIds: string[],
  viewer: Member | undefined,
  params: LinkParams = {},
): Promise<Record<string, unknown>> {
  const now = momentOf(ctx.timeZone, ctx.clock.now())
  const { asked, known, shownOf } = await readShowing(ctx, db, toolIds, { viewer, now, params })
  return Object.fromEntries(
    asked.map(({ tool, definition }) => {
      const facts = factsFor(tool, known, viewer?.id, now, shownOf(tool.id))
      return [tool.id, definition.present(facts, viewer, now, params)]
    }),
  )
}

interface Look {
  viewer: Member | undefined
  now: Now
  params: LinkParams
  /** What is read of a tool besides. */
  more?: (tool: ToolWithCampaign) => Needs[]
}

/** Reads, in a few queries, what these tools show to that viewer. */
export async function readShowing(
  ctx: SigningContext,
  db: ReadDb,
  toolIds: string[],
  { viewer, now, params, more = () => [] }: Look,
): Promise<Showing> {
  const loaded = await readTools(db, [...new Set(toolIds)])
  const asked = [...loaded.values()].flatMap((tool): AskedTool[] => {
    const definition = toolDefinitionOf(tool.type)
    if (!definition) return []
    const common = definition.commonNeeds?.(tool.config, now) ?? {}
    const own = definition.presentNeeds(tool.config, viewer, now, params)
    return [{ tool, definition, needs: [common, own, ...more(tool)] }]
  })
  const [known, shown] = await Promise.all([
    readKnown(db, asked, viewer?.id, now),
    readShown(db, asked, viewer?.id, now),
  ])
  const shownOf = (toolId: string) => ({
    ...shown(toolId),
    invitations: invitationsOf(ctx, { toolId, memberId: viewer?.id, now: now.at }),
  })
  return { asked, known, shownOf }
}

async function readKnown(
  db: ReadDb,
  asked: AskedTool[],
  memberId: string | undefined,
  now: Now,
): Promise<KnownState> {
  const rewardIds = [...new Set(asked.flatMap(({ tool, definition }) => definition.rewardIds(tool.config)))]
  const counters: CounterKey[] = asked.flatMap(({ tool, needs }) =>
    needs.flatMap((need) => (need.counters ?? []).map((ref) => ofTool(tool.id, ref))),
  )
  const rowKeys = asked.flatMap(({ tool, needs }) =>
    needs.flatMap((need) => (need.rows ?? []).map((key) => ({ toolId: tool.id, key }))),
  )
  const wantsWallet = asked.some(({ needs }) => needs.some((need) => need.wallet))
  const days = rewardIds.map((id) => stockOfDay(id, now.day))
  const wantingChances = asked.filter(({ needs }) => needs.some((need) => need.chances))
  const [rewards, limits, stock, rows, wallets, chances] = await Promise.all([
    readRewards(db, rewardIds),
    readCounters(db, [...counters, ...days]),
    readCounters(db, rewardIds.map(stockOf)),
    readToolRows(db, rowKeys),
    readWallets(db, wantsWallet && memberId ? [memberId] : []),
    readChances(db, memberId ? wantingChances.map(({ tool }) => ({ toolId: tool.id, memberId })) : []),
  ])
  return { rewards, counters: new Map([...limits, ...stock]), rows, wallets, chances }
}

/** What only presentations show, of all tools together; answers one tool's own. */
async function readShown(
  db: ReadDb,
  asked: AskedTool[],
  memberId: string | undefined,
  now: Now,
): Promise<(toolId: string) => Omit<ShownState, 'invitations'>> {
  const most = ({ needs }: AskedTool, of: (need: Needs) => number | undefined) =>
    Math.max(0, ...needs.map((need) => of(need) ?? 0))
  const limits = new Map(asked.map((each) => [each.tool.id, most(each, (need) => need.mine)]))
  const [recent, mine, products] = await Promise.all([
    Promise.all(
      asked.map(async (each) => {
        const limit = most(each, (need) => need.recentGrants)
        return [each.tool.id, await readRecent(db, each.tool.id, limit, now.at)] as const
      }),
    ),
    memberId ? readMine(db, memberId, limits, now.at) : undefined,
    readProducts(
      db,
      asked.flatMap(({ needs }) => needs.flatMap((need) => need.products ?? [])),
      now.at,
    ),
  ])
  const recentOf = new Map(recent)
  return (toolId) => ({
    recentGrants: recentOf.get(toolId) ?? [],
    mine: mine?.get(toolId) ?? [],
    products,
  })
}
