import type { CheckName, Figure } from '@/schemas/decision'
import type { ReadDb, Tx } from '@/src/db'
import type { Now, Refusal } from '@/widgets/kit/tool'
import { type Bound, boundsOf, refusalOf } from '../limits/bounds'
import { countPrior, type Uncounted } from '../limits/prior'
import { readLimits } from '../limits/read'
import { type RiskCheck, riskChecks, riskCounters } from '../risk/checks'
import { type RiskRules, readRiskRules } from '../risk/read'
import { readHelps } from '../risk/read-helps'
import { actorText, type RiskFacts, readRiskFacts } from '../risk/subjects'
import type { ToolWithCampaign } from '../tools/load'
import type { ActionRequest } from './batch'
import { type CounterKey, type CounterRow, counterText, readCounters } from './counters'
import type { LoadedProtection, Protection } from './protection'
import type { WorkingSet } from './working-set'

export async function readProtection(db: ReadDb, campaignId: string, now: Date): Promise<Protection> {
  const [limits, risk] = await Promise.all([
    readLimits(db, campaignId, now),
    readRiskRules(db, campaignId, now),
  ])
  return { limits, risk }
}

type Tools = ReadonlyMap<string, ToolWithCampaign>

/** Reads what the requests' limits, groups and rules look at. No query where there are none. */
export async function loadProtection(
  tx: Tx,
  requests: ActionRequest[],
  tools: Tools,
  now: Now,
): Promise<LoadedProtection> {
  // First of all: who looks for rings waits for its turn here.
  const helps = await readHelps(tx, requests.flatMap(helpOf), now.day)
  const bounds = requests.flatMap((request) => {
    const tool = tools.get(request.toolId)
    const { memberId } = request
    return tool ? boundsFor(request, tool, now).map((bound): Uncounted => ({ memberId, bound })) : []
  })
  const ofRisk = requests.flatMap((request) =>
    request.protection ? riskCounters(request.protection.risk, request, now.at) : [],
  )
  const counters = await readCounters(tx, [...bounds.map(({ bound }) => bound.counter), ...ofRisk])
  const prior = await readPrior(tx, bounds, counters, now)
  for (const [key, row] of prior) counters.set(key, row)
  return { counters, prior, riskFacts: await readActors(tx, requests), helps }
}

function helpOf({ memberId, helps, protection }: ActionRequest) {
  return helps === undefined || !protection
    ? []
    : [{ helperId: memberId, helpedId: helps, rules: protection.risk.rules }]
}

/** Lets the requests after it see whom a request helped that came to something. */
export function noteHelp({ memberId, helps }: ActionRequest, set: WorkingSet, now: Now): void {
  if (helps !== undefined)
    set.loaded.protection?.helps?.helps.add({ helperId: memberId, helpedId: helps }, now.day)
}

async function readPrior(tx: Tx, bounds: Uncounted[], counters: Map<string, CounterRow>, now: Now) {
  const uncounted = bounds.filter(({ bound }) => !counters.has(counterText(bound.counter)))
  const counts = uncounted.length > 0 ? await countPrior(tx, uncounted, now) : []
  const prior = new Map<string, CounterKey & CounterRow>()
  uncounted.forEach(({ bound: { counter, cap } }, i) => {
    // Who had more before the limit was set is at the limit.
    const used = Math.min(counts[i] ?? 0, cap)
    if (used > 0) prior.set(counterText(counter), { ...counter, used, cap })
  })
  return prior
}

async function readActors(tx: Tx, requests: ActionRequest[]): Promise<Map<string, RiskFacts>> {
  const watched = requests.filter(({ protection }) => protection && isWatching(protection.risk))
  if (watched.length === 0) return new Map()
  return readRiskFacts(
    tx,
    watched,
    watched.some(({ protection }) => protection?.risk.hasLists),
  )
}

const isWatching = ({ rules, hasLists }: RiskRules) => hasLists || rules.length > 0

/**
 * What refuses an action before the tool decides: risk rules, then exclusivity, then limits.
 * Helping a friend is not getting a reward: the last two are then left to what is granted.
 */
export function refusedBeforehand(
  request: ActionRequest,
  tool: ToolWithCampaign,
  set: WorkingSet,
  now: Now,
  isHelping: boolean,
): Refusal | undefined {
  if (riskRuleOf(request, set, now) !== undefined) return { status: 'risk_blocked' }
  if (isHelping) return undefined
  const full = boundsFor(request, tool, now).find(({ counter, cap }) => set.usedOf(counter) >= cap)
  return full && refusalOf(full)
}

/** The id of the risk rule that refuses the request; undefined when none does. */
export function riskRuleOf(request: ActionRequest, set: WorkingSet, now: Now): string | undefined {
  return checksFor(request, set, now).find(({ isRefused }) => isRefused)?.rule
}

/** Counts an action that comes to something on the risk rules that count. */
export function takeRisk(request: ActionRequest, set: WorkingSet, now: Now): Refusal | undefined {
  const takes = checksFor(request, set, now).flatMap((check) => check.takes)
  const fits = takes.every(({ amount, cap, ...key }) => set.takeLimit(key, amount, cap))
  return fits ? undefined : { status: 'risk_blocked' }
}

/** Counts one reward on the member's limits and groups. */
export function takeBounds(
  request: ActionRequest,
  tool: ToolWithCampaign,
  set: WorkingSet,
  now: Now,
): Refusal | undefined {
  const full = boundsFor(request, tool, now).find(({ counter, cap }) => !set.takeLimit(counter, 1, cap))
  return full && refusalOf(full)
}

/** What each of these checks looked at, as it stands now. */
export function protectionFigures(
  request: ActionRequest,
  tool: ToolWithCampaign,
  set: WorkingSet,
  now: Now,
): Partial<Record<CheckName, Figure[]>> {
  const bounds = boundsFor(request, tool, now)
  const counted = (check: Bound['check']) =>
    bounds
      .filter((bound) => bound.check === check)
      .map(({ name, counter, cap }): Figure => ({ kind: 'count', name, used: set.usedOf(counter), cap }))
  return {
    risk: checksFor(request, set, now).map(({ figure }) => figure),
    exclusivity: counted('exclusivity'),
    limits: counted('limits'),
  }
}

function boundsFor(request: ActionRequest, tool: ToolWithCampaign, now: Now): Bound[] {
  return request.protection ? boundsOf(request.protection.limits, tool, request.memberId, now) : []
}

function checksFor(request: ActionRequest, set: WorkingSet, now: Now): RiskCheck[] {
  if (!request.protection || !isWatching(request.protection.risk)) return []
  return riskChecks(request, {
    rules: request.protection.risk,
    facts: set.loaded.protection?.riskFacts.get(actorText(request)),
    used: (counter) => set.usedOf(counter),
    helps: set.loaded.protection?.helps,
    now: now.at,
    day: now.day,
  })
}
