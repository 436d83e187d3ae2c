import { campaign, lookup, type ReadDb, tool } from '@/src/db'
import { Lru } from '@/src/lib/lru'
import type { AnyToolDefinition } from '@/widgets/kit/tool'
import { tools as toolRegistry } from '@/widgets/registry.tools.gen'
import type { StoredState } from '../campaigns/state'
import { directGrant } from './direct-grant'
import { pointsOff } from './points-off'

export interface ToolWithCampaign {
  id: string
  type: string
  name: string
  config: unknown
  revision: number
  campaign: {
    id: string
    name: string
    state: StoredState
    startsAt: Date
    endsAt: Date
    collectsUntil: Date | null
  }
}

/** Configurations this process keeps, by tool and revision: larger shops run no more at a time. */
const CONFIGS_KEPT = 500
const configs = new Lru<string, object>(CONFIGS_KEPT)

const configKey = (id: string, revision: number) => `${id} ${revision}`

/** Tools with what a decision needs of their campaigns, by id; one that does not exist is absent. */
export async function readTools(db: ReadDb, ids: string[]): Promise<Map<string, ToolWithCampaign>> {
  const rows = await withConfigs(db, await db.find(withoutConfig, byId(ids)))
  const campaigns = await db.find(campaignOfTool, byId(rows.map(({ campaignId }) => campaignId)))
  const campaignOf = new Map(campaigns.map((row) => [row.id, row]))
  return new Map(
    rows.flatMap(({ campaignId, ...row }) => {
      const own = campaignOf.get(campaignId)
      return own ? [[row.id, { ...row, campaign: own }]] : []
    }),
  )
}

const byId = (ids: string[]) => [...new Set(ids)].map((id) => ({ id }))

const COLUMNS = ['id', 'type', 'name', 'revision', 'campaignId'] as const
const withoutConfig = lookup(tool, ['id'], { columns: COLUMNS })
const withConfig = lookup(tool, ['id'], { columns: [...COLUMNS, 'config'] })
const campaignOfTool = lookup(campaign, ['id'], {
  columns: ['id', 'name', 'state', 'startsAt', 'endsAt', 'collectsUntil'],
})

type WithoutConfig = Pick<typeof tool.$inferSelect, (typeof COLUMNS)[number]>

/**
 * One object for each revision of a tool, so that what a tool works out from its configuration
 * once, such as a lottery's table, is there for every batch. Nobody may change it. A large one is
 * read and parsed once, which in a batch would take longer than all the rest.
 */
async function withConfigs(
  db: ReadDb,
  rows: WithoutConfig[],
): Promise<(WithoutConfig & { config: object })[]> {
  const known = rows.flatMap((row) => {
    const config = configs.get(configKey(row.id, row.revision))
    return config ? [{ ...row, config }] : []
  })
  if (known.length === rows.length) return known
  const found = new Set(known.map(({ id }) => id))
  const missing = rows.map(({ id }) => id).filter((id) => !found.has(id))
  // Read anew as a whole: the revision may be another one by now.
  const read = await db.find(withConfig, byId(missing))
  for (const { id, revision, config } of read) {
    const key = configKey(id, revision)
    if (!configs.get(key)) configs.set(key, config)
  }
  return [
    ...known,
    ...read.map((row) => ({ ...row, config: configs.get(configKey(row.id, row.revision)) ?? row.config })),
  ]
}

/** Tools that are no widget's. */
const OWN: readonly AnyToolDefinition[] = [directGrant, pointsOff]

/** What this build knows of a tool's type; undefined when it has no such tool. */
export function toolDefinitionOf(type: string): AnyToolDefinition | undefined {
  return OWN.find((own) => own.type === type) ?? widgetToolOf(type)
}

/** The tool of a widget: what staff configure and pages play. Undefined when this build has no such widget. */
export function widgetToolOf(type: string): AnyToolDefinition | undefined {
  return Object.hasOwn(toolRegistry, type)
    ? (toolRegistry as Record<string, AnyToolDefinition>)[type]
    : undefined
}

/** Every action of every tool this build knows: what members may call. */
export function toolActions(): { type: string; actions: AnyToolDefinition['actions'] }[] {
  return Object.entries(toolRegistry).map(([type, { actions }]) => ({ type, actions }))
}
