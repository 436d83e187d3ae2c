import { CHECKS, type Check, type CheckName, type Figure, type Trace } from '@/schemas/decision'
import type { CampaignPhase, Outcome } from '@/schemas/outcome'
import { isSoldOut, type Needs, type Now, type ToolFacts } from '@/widgets/kit/tool'
import { phaseAt } from '../campaigns/state'
import type { ActionRequest } from '../grants/batch'
import type { ToolWithCampaign } from '../tools/load'

/** Counters and rewards one trace names at most. */
const MOST_FIGURES = 12

/** What a refused action was decided on. */
export interface Explained {
  request: ActionRequest
  tool: ToolWithCampaign
  /** What the campaign may still spend. */
  leftFen: number
  facts: ToolFacts<unknown>
  /** What the tool's decision looked at. */
  needs: Needs
  /** What stood before the tool's own decision, by the check it belongs to. */
  bounds: Partial<Record<CheckName, Figure[]>>
  now: Now
}

/**
 * The checks from the tap to the one that refused, with what each of them saw. Figures are read as
 * they are now: call it while the working set stands as it was decided on.
 */
export function explain(refusedAt: CheckName, outcome: Outcome, known: Explained): Trace {
  const last = CHECKS.indexOf(refusedAt)
  return CHECKS.slice(0, last + 1).flatMap((check): Check[] => {
    const isLast = check === refusedAt
    const figures = figuresOf(check, known)
    // What nothing was asked of is left out, unless it is what refused.
    if (figures.length === 0 && !isLast) return []
    return isLast
      ? [{ check, result: 'refused', figures: [...figures, ...saidBy(outcome)] }]
      : [{ check, result: 'passed', figures }]
  })
}

/** Limits of campaigns and tools; every other rule of `limit_reached` is the tool's own. */
const OUR_LIMITS = ['campaign_per_day', 'campaign_in_all', 'tool_per_day', 'tool_in_all']

/** Which check an outcome that gave nothing comes from. */
export function refusedBy(outcome: Outcome, phase: CampaignPhase): CheckName {
  switch (outcome.status) {
    case 'sold_out':
      return 'stock'
    case 'budget_exhausted':
      return 'budget'
    case 'risk_blocked':
      return 'risk'
    case 'excluded':
      return 'exclusivity'
    case 'not_started':
    case 'suspended':
    case 'ended':
      // A coupon may lapse while the campaign goes on.
      return phase === 'running' ? 'tool' : 'campaign'
    case 'limit_reached':
      return OUR_LIMITS.includes(outcome.rule) ? 'limits' : 'tool'
    default:
      return 'tool'
  }
}

/** The trace of a tap that never came to be decided: too many waited, or what it was sent with did not hold. */
export function explainUndecided(
  refusedAt: 'page' | 'invitation' | 'queue',
  tap: TracedTap,
  rule = '',
): Trace {
  const said = rule ? [text('rule', rule)] : []
  const refused = (check: CheckName, figures: Figure[] = []): Check => ({
    check,
    result: 'refused',
    figures: [...figures, ...said],
  })
  const session: Check = { check: 'session', result: 'passed', figures: sessionFigures(tap) }
  if (refusedAt === 'page') return [session, refused('page', pageFigures(tap))]
  return [session, { check: 'page', result: 'passed', figures: pageFigures(tap) }, refused(refusedAt)]
}

type TracedTap = Pick<ActionRequest, 'action' | 'memberId' | 'origin' | 'tapped'>

function figuresOf(check: CheckName, known: Explained): Figure[] {
  const { request, tool, now } = known
  switch (check) {
    case 'session':
      return sessionFigures(request)
    case 'page':
      return pageFigures(request)
    case 'invitation':
    case 'queue':
      return []
    case 'campaign':
      return [
        text('campaign', tool.campaign.name),
        text('phase', phaseAt(tool.campaign, now.at)),
        instant('startsAt', tool.campaign.startsAt),
        instant('endsAt', tool.campaign.endsAt),
      ]
    case 'risk':
    case 'exclusivity':
    case 'limits':
      return known.bounds[check] ?? []
    case 'tool':
      return toolFigures(known)
    case 'stock':
      return rewardFigures(known)
    case 'budget':
      return [{ kind: 'money', name: 'leftFen', fen: known.leftFen }]
  }
}

const text = (name: string, value: string): Figure => ({ kind: 'text', name, value })
const instant = (name: string, at: Date): Figure => ({ kind: 'instant', name, at: at.toISOString() })

function sessionFigures({ memberId, origin }: TracedTap): Figure[] {
  return [
    text('member', memberId),
    ...(origin?.ipPrefix ? [text('ipPrefix', origin.ipPrefix)] : []),
    ...(origin?.device ? [text('device', origin.device)] : []),
  ]
}

function pageFigures({ tapped, action }: TracedTap): Figure[] {
  return tapped
    ? [text('version', tapped.version.slice(0, 12)), text('block', tapped.block), text('action', action)]
    : [text('action', action)]
}

function toolFigures({ tool, needs, facts, request }: Explained): Figure[] {
  const counters = (needs.counters ?? [])
    .slice(0, MOST_FIGURES)
    .map((ref): Figure => ({ kind: 'number', name: `counter.${ref.name}`, value: facts.used(ref) }))
  const wallet: Figure[] = needs.wallet
    ? [
        { kind: 'number', name: 'points', value: facts.wallet.points },
        { kind: 'money', name: 'cashFen', fen: facts.wallet.cashFen },
      ]
    : []
  return [text('tool', tool.name), text('action', request.action), ...counters, ...wallet]
}

/** The rewards the decision looked at; those of which none is left come first. */
function rewardFigures({ needs, facts }: Explained): Figure[] {
  const rewards = (needs.rewardIds ?? []).flatMap((id) => facts.reward(id) ?? [])
  const soldOut = rewards.filter(isSoldOut)
  return [...soldOut, ...rewards.filter((reward) => !isSoldOut(reward))]
    .slice(0, MOST_FIGURES)
    .flatMap(({ title, stock, taken, today }): Figure[] => [
      { kind: 'count', name: title, used: taken, cap: stock },
      ...(today
        ? [{ kind: 'count', name: `today.${title}`, used: today.taken, cap: today.stock } as const]
        : []),
    ])
}

/** What the outcome itself says beyond its status. */
function saidBy(outcome: Outcome): Figure[] {
  switch (outcome.status) {
    case 'limit_reached':
      return [text('rule', outcome.rule), { kind: 'number', name: 'limit', value: outcome.limit }]
    case 'not_eligible':
      return [text('rule', outcome.rule)]
    case 'invalid':
      return [text('rule', [...new Set(outcome.problems.map(({ code }) => code))].join(' '))]
    case 'points_short':
      return [{ kind: 'number', name: 'missingPoints', value: outcome.missing }]
    case 'balance_short':
      return [{ kind: 'money', name: 'missingFen', fen: outcome.missingFen }]
    case 'sold_out':
      return outcome.nextAt ? [{ kind: 'instant', name: 'nextAt', at: outcome.nextAt }] : []
    case 'ended':
      return [{ kind: 'instant', name: 'endedAt', at: outcome.endedAt }]
    default:
      return []
  }
}
