import type { Outcome } from '@/schemas/outcome'
import type { Needs, Now } from '@/widgets/kit/tool'
import { phaseAt } from '../campaigns/state'
import { explain, refusedBy } from '../decisions/explain'
import { toolDefinitionOf } from '../tools/load'
import type { ActionRequest } from './batch'
import { factsFor } from './facts'
import { protectionFigures, riskRuleOf } from './protect'
import type { WorkingSet } from './working-set'

/** Writes into the request why it gave nothing, as its decision saw the figures. */
export function noteRefusal(request: ActionRequest, outcome: Outcome, set: WorkingSet, now: Now): void {
  const tool = set.loaded.tools.get(request.toolId)
  const definition = tool && toolDefinitionOf(tool.type)
  if (!tool || !definition || !set.loaded.nicknames.has(request.memberId)) return
  const own = definition.actions[request.action]?.needs(
    tool.config,
    request.input,
    { id: request.memberId },
    now,
  )
  const trace = explain(refusedBy(outcome, phaseAt(tool.campaign, now.at)), outcome, {
    request,
    tool,
    leftFen: set.leftFenOf(tool.campaign.id),
    facts: factsFor(tool, set.loaded, request.memberId, now),
    needs: joinedNeeds(definition.commonNeeds?.(tool.config, now) ?? {}, own ?? {}),
    bounds: protectionFigures(request, tool, set, now),
    now,
  })
  request.refused = { rule: ruleOf(outcome, () => riskRuleOf(request, set, now)), trace }
}

function ruleOf(outcome: Outcome, riskRule: () => string | undefined): string {
  if (outcome.status === 'risk_blocked') return riskRule() ?? ''
  return 'rule' in outcome ? outcome.rule : ''
}

const joinedNeeds = (common: Needs, own: Needs): Needs => ({
  counters: [...(own.counters ?? []), ...(common.counters ?? [])],
  rewardIds: [...new Set([...(own.rewardIds ?? []), ...(common.rewardIds ?? [])])],
  wallet: own.wallet === true || common.wallet === true,
})
