import type { ReadDb } from '@/src/db'
import type { LinkParams, Needs, Now } from '@/widgets/kit/tool'
import type { AppContext, MemberIdentity } from '../context'
import { type CounterKey, ofTool, readCounters, stockOf, stockOfDay } from '../grants/counters'
import { factsFor, type KnownState } from '../grants/facts'
import { readMine, readRecent } from '../grants/shown'
import { readShownMember } from '../members/shown-member'
import { readProducts } from '../products/read'
import { readRewards } from '../rewards/internal'
import { readWallets } from '../wallets/store'
import { readTools, type ToolWithCampaign, toolDefinitionOf } from './load'
import { momentOf } from './moment'
import { readToolRows } from './rows'

interface Asked {
  tool: ToolWithCampaign
  definition: NonNullable<ReturnType<typeof toolDefinitionOf>>
  /** What everybody asks, and what this viewer does. */
  needs: Needs[]
}

/**
 * What a member, or anybody, may see of each tool now, by the tool's id. A tool that does not
 * exist, or of a type this build does not know, is absent. `params` are those of the page's link.
 */
export async function presentTools(
  ctx: Pick<AppContext, 'clock' | 'timeZone'>,
  db: ReadDb,
  toolIds: string[],
  viewer: MemberIdentity | undefined,
  params: LinkParams = {},
): Promise<Record<string, unknown>> {
  const now = momentOf(ctx.timeZone, ctx.clock.now())
  const loaded = await readTools(db, [...new Set(toolIds)])
  const asked = [...loaded.values()].flatMap((tool): Asked[] => {
    const definition = toolDefinitionOf(tool.type)
    if (!definition) return []
    const common = definition.commonNeeds?.(tool.config, now) ?? {}
    return [{ tool, definition, needs: [common, definition.presentNeeds(tool.config, viewer, now, params)] }]
  })
  const member = viewer && (await readShownMember(db, viewer.id))
  const known = await readKnown(db, asked, viewer?.id, now)
  const states = asked.map(async ({ tool, definition, needs }) => {
    const shown = await readShown(db, tool, needs, viewer?.id, now)
    const facts = factsFor(tool, known, viewer?.id, now, shown)
    return [tool.id, definition.present(facts, member, now, params)] as const
  })
  return Object.fromEntries(await Promise.all(states))
}

async function readKnown(
  db: ReadDb,
  asked: Asked[],
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
  const [rewards, limits, stock, rows, wallets] = await Promise.all([
    readRewards(db, rewardIds),
    readCounters(db, [...counters, ...days]),
    readCounters(db, rewardIds.map(stockOf)),
    readToolRows(db, rowKeys),
    readWallets(db, wantsWallet && memberId ? [memberId] : []),
  ])
  return { rewards, counters: new Map([...limits, ...stock]), rows, wallets }
}

async function readShown(
  db: ReadDb,
  tool: ToolWithCampaign,
  needs: Needs[],
  memberId: string | undefined,
  now: Now,
) {
  const most = (of: (need: Needs) => number | undefined) => Math.max(0, ...needs.map((need) => of(need) ?? 0))
  const [recentGrants, mine, products] = await Promise.all([
    readRecent(
      db,
      tool.id,
      most((need) => need.recentGrants),
    ),
    memberId ? readMine(db, { toolId: tool.id, memberId, limit: most((need) => need.mine) }, now.at) : [],
    readProducts(
      db,
      needs.flatMap((need) => need.products ?? []),
    ),
  ])
  return { recentGrants, mine, products }
}
