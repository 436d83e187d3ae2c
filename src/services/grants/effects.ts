import { addressDeadline } from '@/schemas/collecting'
import { costFenOf, taxFenOf } from '@/schemas/reward'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import type { Effect, Now, Refusal } from '@/widgets/kit/tool'
import type { RewardRow } from '../rewards/internal'
import type { ToolWithCampaign } from '../tools/load'
import type { ActionRequest, NewGrant } from './batch'
import { ofTool } from './counters'
import { expiryOf, givenBy, lotOf } from './given'
import type { Luck } from './luck'
import { takeBounds } from './protect'
import { isSpentAtOnce } from './state'
import type { WorkingSet } from './working-set'

/** One request under way: what it has taken so far stands in `set`, its grants in `grants`. */
export interface Deciding {
  request: ActionRequest
  tool: ToolWithCampaign
  set: WorkingSet
  now: Now
  timeZone: string
  /** The generator it is decided with. */
  luck: Luck
  grants: NewGrant[]
}

type Refused = Refusal | AppError | undefined

/** Takes what the effects ask for, in order. Answers the first refusal; the caller undoes the rest. */
export function takeEffects(effects: readonly Effect[], deciding: Deciding): Refused {
  for (const effect of effects) {
    const refused = takeEffect(effect, deciding)
    if (refused) return refused
  }
  return undefined
}

function takeEffect(effect: Effect, deciding: Deciding): Refused {
  const { request, tool, set, now } = deciding
  switch (effect.kind) {
    case 'take': {
      const fits = set.takeLimit(ofTool(tool.id, effect.counter), effect.amount, effect.cap)
      return fits ? undefined : { status: 'limit_reached', rule: effect.counter.name, limit: effect.cap }
    }
    case 'write':
      set.writeRow({ toolId: tool.id, key: effect.key }, effect.value)
      return undefined
    case 'spend': {
      const cause = { memberId: request.memberId, causeId: `${request.memberId}:${request.key}` }
      // The decision has seen the wallet: what is short now was spent beside it in the same request.
      return set.spend(cause, effect, now.at) ? undefined : { status: 'points_short', missing: effect.points }
    }
    case 'chance': {
      const of = { toolId: tool.id, memberId: request.memberId, amount: effect.amount }
      const cause = { cause: effect.cause, causeId: request.key, createdAt: now.at }
      return set.moveChances({ ...of, ...cause }) ? undefined : { status: 'no_chance' }
    }
    case 'draw':
      set.recordDraw({
        memberId: request.memberId,
        key: request.key,
        toolId: tool.id,
        revision: tool.revision,
        seed: deciding.luck.seed,
        drawn: effect.drawn,
        given: effect.given,
        why: effect.why,
        drawsBefore: effect.draws,
        lossesBefore: effect.losses,
        drawnAt: now.at,
      })
      return undefined
    case 'submit':
      set.recordSubmission({
        id: newId('sub', now.at),
        toolId: tool.id,
        memberId: request.memberId,
        key: request.key,
        revision: tool.revision,
        answers: effect.answers,
        consentedAt: effect.hasConsented ? now.at : null,
        submittedAt: now.at,
      })
      return undefined
    case 'hold':
      return openHold(effect, deciding)
    case 'grant':
      return takeGrant(effect, deciding)
  }
}

function rewardOf(effect: { rewardId: string }, { set, tool }: Deciding): RewardRow | AppError {
  const reward = set.loaded.rewards.get(effect.rewardId)
  return (
    reward ?? new AppError('not_found', `tool ${tool.id} grants ${effect.rewardId}, which it did not ask for`)
  )
}

function openHold(effect: Extract<Effect, { kind: 'hold' }>, deciding: Deciding): Refused {
  const { tool, set, now } = deciding
  const reward = rewardOf(effect, deciding)
  if (reward instanceof AppError) return reward
  const { key, count, until } = effect
  // Of each part the tax is rounded up: in all that is at most a fen a part more than of the whole.
  const taxFen = taxFenOf(effect.amountFen, reward.taxClass)
  const amountFen = effect.amountFen + (taxFen > 0 ? taxFen + count : 0)
  if (set.holdOf({ toolId: tool.id, key })) return new AppError('conflict', `${key} is held already`)
  if (!set.takeStock(reward, now.day, count)) return { status: 'sold_out' }
  if (!set.reserve(tool.campaign.id, amountFen)) return { status: 'budget_exhausted' }
  set.openHold({
    id: newId('hld', now.at),
    toolId: tool.id,
    key,
    campaignId: tool.campaign.id,
    rewardId: reward.id,
    stockDay: reward.stockPerDay === null ? null : now.day,
    countLeft: count,
    leftFen: amountFen,
    until,
  })
  return undefined
}

function takeGrant(effect: Extract<Effect, { kind: 'grant' }>, deciding: Deciding): Refused {
  const { tool, set, now, grants } = deciding
  const reward = rewardOf(effect, deciding)
  if (reward instanceof AppError) return reward
  // A prize that is sent lapses when its member says nowhere to send it.
  const expiresAt =
    reward.kind === 'physical'
      ? addressDeadline(tool.campaign, now.at)
      : expiryOf(reward.terms, now.at, deciding.timeZone)
  if (expiresAt && expiresAt <= now.at) return { status: 'ended', endedAt: expiresAt.toISOString() }
  const amountFen = drawnAmount(effect, reward)
  if (amountFen instanceof AppError) return amountFen
  const taxFen = taxFenOf(amountFen ?? costFenOf(reward.terms), reward.taxClass)
  const costFen = amountFen === undefined ? reward.reservedFenEach : amountFen + taxFen
  const campaignId = tool.campaign.id
  const isSpent = isSpentAtOnce(reward.kind)

  const bound = takeBounds(deciding.request, tool, set, now)
  if (bound) return bound
  if (effect.hold === undefined) {
    if (!set.takeStock(reward, now.day, 1)) return { status: 'sold_out' }
    const isCovered = isSpent ? set.spendBudget(campaignId, costFen) : set.reserve(campaignId, costFen)
    if (!isCovered) return { status: 'budget_exhausted' }
  } else {
    const hold = set.holdOf({ toolId: tool.id, key: effect.hold })
    if (!hold || hold.rewardId !== reward.id)
      return new AppError('not_found', `tool ${tool.id} holds no ${reward.id} as ${effect.hold}`)
    if (hold.until <= now.at) return { status: 'ended', endedAt: hold.until.toISOString() }
    const closesAt = effect.closesHold ? now.at : undefined
    if (!set.takeFromHold(hold, costFen, closesAt)) return { status: 'sold_out' }
    if (isSpent) set.spendHeld(campaignId, costFen)
  }
  const grant = newGrant(reward, deciding, {
    amountFen,
    costFen,
    taxFen,
    expiresAt,
    isHeld: effect.hold !== undefined,
  })
  fillWallet(grant, deciding)
  grants.push(grant)
  return undefined
}

/** The amount the tool drew, where it may draw one. */
function drawnAmount(
  { amountFen }: { amountFen?: number },
  reward: RewardRow,
): number | AppError | undefined {
  if (amountFen === undefined) return undefined
  const { terms } = reward
  const mayBeDrawn = terms.kind === 'cash' || terms.kind === 'subsidy'
  const isPayable =
    mayBeDrawn && Number.isSafeInteger(amountFen) && amountFen >= 1 && amountFen <= terms.amountFen
  return isPayable ? amountFen : new AppError('internal', `${amountFen} fen were drawn of ${reward.id}`)
}

function newGrant(
  reward: RewardRow,
  { request, tool, now, timeZone, grants }: Deciding,
  o: {
    amountFen: number | undefined
    costFen: number
    taxFen: number
    expiresAt: Date | null
    isHeld: boolean
  },
): NewGrant {
  return {
    id: newId('grt', now.at),
    memberId: request.memberId,
    rewardId: reward.id,
    campaignId: tool.campaign.id,
    toolId: tool.id,
    state: isSpentAtOnce(reward.kind) ? 'redeemed' : 'granted',
    given: givenBy(reward.terms, { amountFen: o.amountFen, at: now.at, timeZone }),
    reservedFen: o.costFen,
    taxFen: o.taxFen,
    redeemedFen: isSpentAtOnce(reward.kind) ? o.costFen : 0,
    idempotency: `${request.memberId}:${request.key}:${grants.length}`,
    grantedAt: now.at,
    expiresAt: o.expiresAt,
    reward,
    isHeld: o.isHeld,
  }
}

/** Cash and points are the member's at once. */
function fillWallet(grant: NewGrant, { set, now }: Deciding): void {
  const entry = { memberId: grant.memberId, causeId: grant.id }
  const { given, expiresAt } = grant
  if (given.kind === 'cash') set.addCash(entry, given.amountFen, now.at)
  if (given.kind === 'points' && expiresAt) {
    set.addPoints(entry, lotOf(given, { expiresAt, at: now.at }), now.at)
  }
}
