import { collectsUntilOf } from '@/schemas/collecting'
import { AppError } from '@/src/lib/errors'
import type { Decision, Member, Now, Part, Refusal } from '@/widgets/kit/tool'
import { phaseAt } from '../campaigns/state'
import { maskedName } from '../members/masked-name'
import { type ToolWithCampaign, toolDefinitionOf } from '../tools/load'
import type { Accepted, ActionRequest } from './batch'
import { type Deciding, takeEffects } from './effects'
import { factsFor } from './facts'
import { Luck } from './luck'
import { noteRefusal } from './note-refusal'
import { refusedBeforehand, takeRisk } from './protect'
import type { WorkingSet } from './working-set'

/** Decides one request on what the ones before it left, and notes in it why it gave nothing. */
export function decide(
  request: ActionRequest,
  set: WorkingSet,
  now: Now,
  timeZone: string,
  newSeed: () => string,
): Refusal | AppError | Accepted {
  request.refused = undefined
  const decided = decideNow(request, set, now, timeZone, newSeed)
  if (decided instanceof AppError) return decided
  if (!('grants' in decided)) noteRefusal(request, decided, set, now)
  else if (decided.outcome.status === 'no_prize') noteRefusal(request, { status: 'no_prize' }, set, now)
  return decided
}

function decideNow(
  request: ActionRequest,
  set: WorkingSet,
  now: Now,
  timeZone: string,
  newSeed: () => string,
): Refusal | AppError | Accepted {
  const tool = set.loaded.tools.get(request.toolId)
  const action = tool && toolDefinitionOf(tool.type)?.actions[request.action]
  if (!tool || !action) return new AppError('not_found', `no tool ${request.toolId} with ${request.action}`)
  const nickname = set.loaded.nicknames.get(request.memberId)
  // A session outlives a member only when the database was put back to an earlier day.
  if (nickname === undefined) return { status: 'login_required' }
  const closed = outsideCampaign(tool, now.at, action.isCollecting)
  if (closed) return closed
  const refused = refusedBeforehand(request, tool, set, now, action.invitation !== undefined)
  if (refused) return refused

  const facts = factsFor(tool, set.loaded, request.memberId, now)
  const luck = new Luck(newSeed)
  const decision = action.decide(facts, request.input, new Actor(request.memberId, nickname), now, luck)
  return isAccepted(decision)
    ? accept(decision, { request, tool, set, now, timeZone, luck, grants: [] })
    : decision.outcome
}

/** Who acts. Few decisions name them, and masking a name takes as long as all the rest. */
class Actor implements Member {
  constructor(
    readonly id: string,
    private readonly nickname: string,
  ) {}

  get name(): string {
    return maskedName(this.nickname)
  }
}

type Acceptable = Extract<Decision, { outcome: { status: 'granted' | 'done' | 'no_prize' } }>

function isAccepted(decision: Decision): decision is Acceptable {
  const { status } = decision.outcome
  return status === 'granted' || status === 'done' || status === 'no_prize'
}

/** Takes all the decision asks for, or nothing of it. */
function accept(decision: Acceptable, deciding: Deciding): Refusal | AppError | Accepted {
  const { request, grants, set, now } = deciding
  const { status, detail } = decision.outcome
  const parts: { name: string; status: string }[] = []
  const refusal = set.attempt((): Refusal | AppError | undefined => {
    const refused = takeRisk(request, set, now) ?? takeEffects(decision.effects, deciding)
    if (refused || !('parts' in decision) || !decision.parts) return refused
    return takeParts(decision.parts, deciding, parts)
  })
  if (refusal) return refusal
  if (status === 'granted' && grants.length === 0)
    return new AppError('internal', `${request.action} of ${request.toolId} granted nothing`)
  const outcome = { status, ...(detail !== undefined && { detail }), ...(parts.length > 0 && { parts }) }
  return { request, outcome, grants }
}

/** Takes each part by itself. A refusal when none could be: the first one's. */
function takeParts(
  parts: Part[],
  deciding: Deciding,
  results: { name: string; status: string }[],
): Refusal | AppError | undefined {
  const { grants, set } = deciding
  let first: Refusal | undefined
  for (const part of parts) {
    const before = grants.length
    const refused = 'refusal' in part ? part.refusal : set.attempt(() => takeEffects(part.effects, deciding))
    if (refused instanceof AppError) return refused
    if (refused) {
      grants.length = before
      first ??= refused
    }
    results.push({ name: part.name, status: refused?.status ?? 'granted' })
  }
  return grants.length > 0 ? undefined : first
}

function outsideCampaign(tool: ToolWithCampaign, now: Date, isCollecting?: true): Refusal | undefined {
  const { startsAt, endsAt } = tool.campaign
  switch (phaseAt(tool.campaign, now)) {
    case 'not_started':
      return { status: 'not_started', startsAt: startsAt.toISOString() }
    case 'suspended':
      return { status: 'suspended' }
    case 'ended':
      // After the end nobody plays; what was won is collected until the deadline.
      if (isCollecting && now < collectsUntilOf(tool.campaign)) return undefined
      return { status: 'ended', endedAt: (endsAt < now ? endsAt : now).toISOString() }
    case 'running':
      return undefined
  }
}
