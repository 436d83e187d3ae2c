import type { Tx } from '@/src/db'
import type { Needs, Now } from '@/widgets/kit/tool'
import { readBalances } from '../budgets/ledger'
import { readChances } from '../chances/store'
import { readRewards } from '../rewards/internal'
import { readTools, type ToolWithCampaign, toolDefinitionOf } from '../tools/load'
import { readToolRows } from '../tools/rows'
import { readWallets } from '../wallets/store'
import type { ActionRequest } from './batch'
import { type CounterKey, ofTool, readCounters, stockOf, stockOfDay } from './counters'
import { readHolds } from './holds'
import { loadProtection } from './protect'
import { readNicknames } from './store'
import { WorkingSet } from './working-set'

interface AskedOfTool {
  toolId: string
  memberId?: string
  needs: Needs
}

/** Reads, in a few queries, all that the requests' decisions will look at. */
export async function loadWorkingSet(tx: Tx, requests: ActionRequest[], now: Now): Promise<WorkingSet> {
  const tools = await readTools(tx, [...new Set(requests.map((r) => r.toolId))])
  const asked = [...commonNeeds(tools, now), ...requests.flatMap((request) => needsOf(request, tools, now))]
  const nicknames = await readNicknames(tx, requests)
  const rewards = await readRewards(tx, [...new Set(asked.flatMap(({ needs }) => needs.rewardIds ?? []))])
  const limits = asked.flatMap(({ toolId, needs }) =>
    (needs.counters ?? []).map((ref) => ofTool(toolId, ref)),
  )
  const daily: CounterKey[] = [...rewards.values()]
    .filter((reward) => reward.stockPerDay !== null)
    .map((reward) => stockOfDay(reward.id, now.day))
  const counters = await readCounters(tx, [...limits, ...daily])
  const stock = await readCounters(tx, [...rewards.keys()].map(stockOf))
  const rowKeys = asked.flatMap(({ toolId, needs }) => (needs.rows ?? []).map((key) => ({ toolId, key })))
  const rows = await readToolRows(tx, rowKeys)
  // A hold is called like the row that tells of it.
  const holds = await readHolds(tx, rowKeys)
  const spenders = asked.flatMap(({ memberId, needs }) => (needs.wallet && memberId ? [memberId] : []))
  // Whoever may be given points is given them into the lot that lapses with them.
  const mayGivePoints = [...rewards.values()].some(({ terms }) => terms.kind === 'points')
  const owners = mayGivePoints ? requests.map(({ memberId }) => memberId) : spenders
  const wallets = await readWallets(tx, [...new Set(owners)])
  const chances = await readChances(
    tx,
    asked.flatMap(({ toolId, memberId, needs }) => (needs.chances && memberId ? [{ toolId, memberId }] : [])),
  )
  const balances = await readBalances(tx, [...new Set([...tools.values()].map((t) => t.campaign.id))])
  const protection = await loadProtection(tx, requests, tools, now)
  const loaded = {
    tools,
    nicknames,
    rewards,
    counters: new Map([...counters, ...stock, ...protection.counters]),
    rows,
    holds,
    wallets,
    chances,
    protection,
  }
  return new WorkingSet(loaded, balances)
}

function commonNeeds(tools: Map<string, ToolWithCampaign>, now: Now): AskedOfTool[] {
  return [...tools.values()].flatMap((tool) => {
    const needs = toolDefinitionOf(tool.type)?.commonNeeds?.(tool.config, now)
    return needs ? [{ toolId: tool.id, needs }] : []
  })
}

function needsOf(request: ActionRequest, tools: Map<string, ToolWithCampaign>, now: Now): AskedOfTool[] {
  const tool = tools.get(request.toolId)
  const action = tool && toolDefinitionOf(tool.type)?.actions[request.action]
  if (!tool || !action) return []
  const { memberId } = request
  return [
    { toolId: tool.id, memberId, needs: action.needs(tool.config, request.input, { id: memberId }, now) },
  ]
}
