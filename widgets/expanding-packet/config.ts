import { z } from 'zod'
import { field } from '../kit/fields'
import type { Now, Refusal, RewardFacts, ToolFacts } from '../kit/tool'
import { canExpand } from './expand'

const withFriends = { group: 'friends', visibleIf: { field: 'mode', in: ['friends'] } }

export const config = z.strictObject({
  /** Friends expand it with their help, or it expands once by itself. */
  mode: field.select(['friends', 'self']),
  /** Cash. What one grant of it may be at most bounds what a packet may come to. */
  rewardId: field.reward({ isRequired: true }).optional(),
  /** What a packet holds as it is opened, and what it comes to at most. */
  baseFen: field.money({ min: 1, max: 5_000_000 }),
  targetFen: field.money({ min: 2, max: 5_000_000 }),
  /** How many packets a member opens a day, one after the other. */
  perDay: field.number({ min: 1, max: 99, unit: '个' }),
  /** How long a packet can be collected once it expands no more. */
  collectHours: field.number({ min: 1, max: 72, unit: '小时' }),

  /** So many friends bring it to the target, exactly. */
  helpers: field.number({ min: 1, max: 50, unit: '位', ...withFriends }),
  /** What one friend's help adds at least and at most. */
  leastFen: field.money({ min: 1, max: 5_000_000, ...withFriends }),
  mostFen: field.money({ min: 1, max: 5_000_000, ...withFriends }),
  /** How long friends can help. */
  hours: field.number({ min: 1, max: 72, unit: '小时', ...withFriends }),
  /** How often a member helps a day, whomever. */
  helpsPerDay: field.number({ min: 1, max: 99, unit: '次', ...withFriends }),
})
export type ExpandingConfig = z.infer<typeof config>

export const defaults: ExpandingConfig = {
  mode: 'friends',
  baseFen: 200,
  targetFen: 2_000,
  perDay: 1,
  collectHours: 24,
  helpers: 6,
  leastFen: 50,
  mostFen: 800,
  hours: 24,
  helpsPerDay: 3,
}

/** Problems beyond the schema. */
export function checkConfig(config: ExpandingConfig): { code: string; path: (string | number)[] }[] {
  const { rewardId, mode, baseFen, targetFen } = config
  const problems: { code: string; path: (string | number)[] }[] = []
  if (!rewardId) problems.push({ code: 'no_reward', path: ['rewardId'] })
  if (targetFen <= baseFen) problems.push({ code: 'target_not_above', path: ['targetFen'] })
  else if (mode === 'friends' && !isReachable(config))
    problems.push({ code: 'out_of_reach', path: ['mostFen'] })
  return problems
}

/** True when so many friends, each within the bounds, can bring it from the base to the target. */
function isReachable({ baseFen, targetFen, helpers, leastFen, mostFen }: ExpandingConfig): boolean {
  return canExpand({ fen: targetFen - baseFen, helpers }, { leastFen, mostFen })
}

/** Packets that are open are paid of the reward held for them. */
export function checkWhileHeld(
  before: ExpandingConfig,
  after: ExpandingConfig,
): { code: string; path: (string | number)[] }[] {
  return before.rewardId === after.rewardId ? [] : [{ code: 'packets_are_open', path: ['rewardId'] }]
}

export type Facts = ToolFacts<ExpandingConfig>

/** The cash this tool gives. */
export interface CashFacts {
  reward: RewardFacts
  useLink: string
}

/**
 * The configured reward, when it is cash and large enough for what the tool promises. That cannot
 * be seen while configuring: a tool whose reward is anything else offers nothing.
 */
export function cashOf({ config, reward }: Facts): CashFacts | undefined {
  const found = config.rewardId === undefined ? undefined : reward(config.rewardId)
  if (found?.terms.kind !== 'cash' || config.targetFen > found.terms.amountFen) return undefined
  return checkConfig(config).length === 0 ? { reward: found, useLink: found.terms.useLink } : undefined
}

export const NOT_OFFERED: Refusal = { status: 'not_eligible', rule: 'not_offered' }

export function refuse(outcome: Refusal): { outcome: Refusal; effects: [] } {
  return { outcome, effects: [] }
}

/** The refusal of whoever wants one where there is none: until tomorrow, or for good. */
export function soldOutNow(
  { stock, taken, today }: RewardFacts,
  now: Now,
): Extract<Refusal, { status: 'sold_out' }> | undefined {
  if (taken >= stock) return { status: 'sold_out' }
  return today && today.taken >= today.stock
    ? { status: 'sold_out', nextAt: now.nextDayAt.toISOString() }
    : undefined
}
