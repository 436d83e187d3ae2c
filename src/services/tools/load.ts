import { campaign, eq, inArray, type ReadDb, tool } from '@/src/db'
import { Lru } from '@/src/lib/lru'
import type { AnyToolDefinition } from '@/widgets/kit/tool'
import { tools as toolRegistry } from '@/widgets/registry.tools.gen'
import type { StoredState } from '../campaigns/state'

export interface ToolWithCampaign {
  id: string
  type: string
  name: string
  config: unknown
  revision: number
  campaign: { id: string; name: string; state: StoredState; startsAt: Date; endsAt: Date }
}

/** Configurations this process keeps, by tool and revision: larger shops run no more at a time. */
const CONFIGS_KEPT = 500
const configs = new Lru<string, object>(CONFIGS_KEPT)

/**
 * One object for each revision of a tool, so that what a tool works out from its configuration
 * once, such as a lottery's table, is there for every batch. Nobody may change it.
 */
function oneConfig(id: string, revision: number, config: object): object {
  const key = `${id} ${revision}`
  const known = configs.get(key)
  if (known) return known
  configs.set(key, config)
  return config
}

/** Tools with what a decision needs of their campaigns, by id; one that does not exist is absent. */
export async function readTools(db: ReadDb, ids: string[]): Promise<Map<string, ToolWithCampaign>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: tool.id,
      type: tool.type,
      name: tool.name,
      config: tool.config,
      revision: tool.revision,
      campaign: {
        id: campaign.id,
        name: campaign.name,
        state: campaign.state,
        startsAt: campaign.startsAt,
        endsAt: campaign.endsAt,
      },
    })
    .from(tool)
    .innerJoin(campaign, eq(tool.campaignId, campaign.id))
    .where(inArray(tool.id, ids))
  return new Map(rows.map((row) => [row.id, { ...row, config: oneConfig(row.id, row.revision, row.config) }]))
}

/** What this build knows of a tool's type; undefined when it has no such widget. */
export function toolDefinitionOf(type: string): AnyToolDefinition | undefined {
  return Object.hasOwn(toolRegistry, type)
    ? (toolRegistry as Record<string, AnyToolDefinition>)[type]
    : undefined
}

/** Every action of every tool this build knows: what members may call. */
export function toolActions(): { type: string; actions: AnyToolDefinition['actions'] }[] {
  return Object.entries(toolRegistry).map(([type, { actions }]) => ({ type, actions }))
}
