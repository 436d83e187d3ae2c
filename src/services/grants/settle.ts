import { randomInt } from 'node:crypto'
import type { HeldReward, Outcome } from '@/schemas/outcome'
import type { Tx } from '@/src/db'
import { dayIn } from '@/src/lib/clock'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import type { Effect, Refusal } from '@/widgets/kit/tool'
import { readBalances } from '../budgets/ledger'
import { phaseAt } from '../campaigns/state'
import { expiryOf, readRewards } from '../rewards/internal'
import { readTools, type ToolWithCampaign, toolDefinitionOf } from '../tools/load'
import { ofTool, readCounters, stockOf } from './counters'
import { heldReward } from './held-reward'
import {
  type AnsweredRequest,
  type NewGrant,
  readAnswered,
  readKnown,
  requestText,
  writeBatch,
} from './store'
import { factsFor, WorkingSet } from './working-set'

/** A member's action, already signed in, parsed and bound to a tool. */
export interface ActionRequest {
  memberId: string
  toolId: string
  action: string
  input: unknown
  /** The member's idempotency key, and SHA-256 of all that was asked under it. */
  key: string
  inputHash: string
}

/** An outcome, or the error that is this request's own. */
export type Settled = Outcome | AppError

export interface SettleOptions {
  now: Date
  timeZone: string
}

/**
 * Decides requests in order, each on what the ones before it left, and writes what they came to
 * as sets: counters, balances, grants, entries and outcomes. Answers one `Settled` a request, in
 * their order. A request that was answered before gets the same answer again.
 *
 * @throws GuardFailed when another process took, in between, what was decided on here. The
 *   transaction must then be rolled back; a smaller or a later batch sees what is left.
 */
export async function settle(tx: Tx, requests: ActionRequest[], options: SettleOptions): Promise<Settled[]> {
  const set = await load(tx, requests)
  // After the counters: when those show what another process took for the same key, its answer is
  // there to be read. The other way round, a tap repeated elsewhere could be refused as a second one.
  const answered = await readAnswered(tx, requests)
  const grants: NewGrant[] = []
  const fresh: AnsweredRequest[] = []

  const settled = requests.map((request): Settled => {
    const before = answered.get(requestText(request))
    if (before) {
      return before.inputHash === request.inputHash
        ? (JSON.parse(before.outcome) as Outcome)
        : new AppError('idempotency_mismatch', `key ${request.key} was used for another request`)
    }
    const decided = decide(request, set, options)
    if (decided instanceof AppError || decided.status !== 'granted') return decided
    const outcome: Outcome = { status: 'granted', rewards: decided.rewards }
    const record = { ...request, outcome: JSON.stringify(outcome) }
    answered.set(requestText(request), record)
    fresh.push(record)
    grants.push(...decided.grants)
    return outcome
  })

  if (fresh.length > 0) await writeBatch(tx, set, grants, fresh, options.now)
  return settled
}

/** Reads, in a few queries, all that the requests' decisions will look at. */
async function load(tx: Tx, requests: ActionRequest[]): Promise<WorkingSet> {
  const tools = await readTools(tx, [...new Set(requests.map((r) => r.toolId))])
  const needs = requests.flatMap((request) => {
    const tool = tools.get(request.toolId)
    const action = tool && toolDefinitionOf(tool.type)?.actions[request.action]
    if (!tool || !action) return []
    const { counters, rewardIds } = action.needs(tool.config, request.input, { id: request.memberId })
    return [{ counters: counters.map((ref) => ofTool(tool.id, ref)), rewardIds }]
  })
  const members = await readKnown(tx, requests)
  const rewardIds = [...new Set(needs.flatMap((n) => n.rewardIds))]
  const rewards = await readRewards(tx, rewardIds)
  const limits = await readCounters(
    tx,
    needs.flatMap((n) => n.counters),
  )
  const stock = await readCounters(tx, rewardIds.map(stockOf))
  const campaignIds = [...new Set([...tools.values()].map((t) => t.campaign.id))]
  const balances = await readBalances(tx, campaignIds)
  return new WorkingSet({ tools, members, rewards, counters: new Map([...limits, ...stock]) }, balances)
}

interface Granted {
  status: 'granted'
  rewards: HeldReward[]
  grants: NewGrant[]
}

/** Decides one request and, when it is granted, takes its effects from the working set. */
function decide(
  request: ActionRequest,
  set: WorkingSet,
  options: SettleOptions,
): Refusal | AppError | Granted {
  const { now, timeZone } = options
  const tool = set.loaded.tools.get(request.toolId)
  const action = tool && toolDefinitionOf(tool.type)?.actions[request.action]
  if (!tool || !action) return new AppError('not_found', `no tool ${request.toolId} with ${request.action}`)
  // A session outlives a member only when the database was put back to an earlier day.
  if (!set.loaded.members.has(request.memberId)) return { status: 'login_required' }
  const closed = outsideCampaign(tool, now)
  if (closed) return closed

  const facts = factsFor(tool, set.loaded, now)
  const member = { id: request.memberId }
  const day = dayIn(timeZone, now)
  const decision = action.decide(
    facts,
    request.input,
    member,
    { at: now, day },
    { next: (max) => randomInt(max) },
  )
  if (decision.outcome.status !== 'granted') return decision.outcome

  const grants: NewGrant[] = []
  const refusal = set.attempt((): Refusal | AppError | undefined => {
    for (const effect of decision.effects) {
      const refused = takeEffect(effect, tool, set, now)
      if (refused) return refused
      if (effect.kind === 'grant')
        grants.push(newGrant(effect.rewardId, request, tool, set, now, grants.length))
    }
    return undefined
  })
  if (refusal) return refusal
  return { status: 'granted', grants, rewards: grants.map((g) => heldReward(g, g.reward, now)) }
}

function outsideCampaign(tool: ToolWithCampaign, now: Date): Refusal | undefined {
  const { startsAt, endsAt } = tool.campaign
  switch (phaseAt(tool.campaign, now)) {
    case 'not_started':
      return { status: 'not_started', startsAt: startsAt.toISOString() }
    case 'suspended':
      return { status: 'suspended' }
    case 'ended':
      return { status: 'ended', endedAt: (endsAt < now ? endsAt : now).toISOString() }
    case 'running':
      return undefined
  }
}

function takeEffect(
  effect: Effect,
  tool: ToolWithCampaign,
  set: WorkingSet,
  now: Date,
): Refusal | AppError | undefined {
  if (effect.kind === 'take') {
    const fits = set.takeLimit(ofTool(tool.id, effect.counter), effect.amount, effect.cap)
    return fits ? undefined : { status: 'limit_reached', rule: effect.counter.name, limit: effect.cap }
  }
  const reward = set.loaded.rewards.get(effect.rewardId)
  if (!reward)
    return new AppError('not_found', `tool ${tool.id} grants ${effect.rewardId}, which it did not ask for`)
  const expiresAt = expiryOf(reward.coupon.validity, now)
  if (expiresAt <= now) return { status: 'ended', endedAt: expiresAt.toISOString() }
  if (!set.takeStock(reward.id)) return { status: 'sold_out' }
  if (!set.reserve(tool.campaign.id, reward.reservedFenEach)) return { status: 'budget_exhausted' }
  return undefined
}

function newGrant(
  rewardId: string,
  request: ActionRequest,
  tool: ToolWithCampaign,
  set: WorkingSet,
  now: Date,
  index: number,
): NewGrant {
  const reward = set.loaded.rewards.get(rewardId)
  if (!reward) throw new Error(`reward ${rewardId} was taken without being loaded`)
  return {
    id: newId('grt', now),
    memberId: request.memberId,
    rewardId,
    campaignId: tool.campaign.id,
    toolId: tool.id,
    state: 'granted',
    reservedFen: reward.reservedFenEach,
    idempotency: `${request.memberId}:${request.key}:${index}`,
    grantedAt: now,
    expiresAt: expiryOf(reward.coupon.validity, now),
    reward,
  }
}
