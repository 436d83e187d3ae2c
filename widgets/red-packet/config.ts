import { z } from 'zod'
import { field } from '../kit/fields'
import type { Now, Refusal, RewardFacts, ToolFacts } from '../kit/tool'
import { isPayable } from './split'

const whileOpening = { group: 'open', visibleIf: { field: 'mode', in: ['open'] } }
const whileSharing = { group: 'share', visibleIf: { field: 'mode', in: ['share'] } }

export const config = z.strictObject({
  /** Each member opens packets of their own, or sends packets that friends open together. */
  mode: field.select(['open', 'share']),
  /** Cash. What one grant of it may be at most bounds every amount drawn here. */
  rewardId: field.reward({ isRequired: true }).optional(),
  /** How many packets a member opens a day, or sends a day. */
  perDay: field.number({ min: 1, max: 99, unit: '个' }),

  minFen: field.money({ min: 1, max: 5_000_000, ...whileOpening }),
  maxFen: field.money({ min: 1, max: 5_000_000, ...whileOpening }),
  /** How many a member opens in all. */
  total: field.number({ min: 1, max: 9_999, unit: '个', ...whileOpening }),

  totalFen: field.money({ min: 1, max: 5_000_000, ...whileSharing }),
  parts: field.number({ min: 1, max: 50, unit: '份', ...whileSharing }),
  /** How long a packet can be opened; what is left then goes back. */
  hours: field.number({ min: 1, max: 72, unit: '小时', ...whileSharing }),
  /** How many parts a member opens a day, of whoever's packets. */
  openPerDay: field.number({ min: 1, max: 99, unit: '个', ...whileSharing }),
})
export type RedPacketConfig = z.infer<typeof config>

export const defaults: RedPacketConfig = {
  mode: 'open',
  perDay: 3,
  minFen: 10,
  maxFen: 200,
  total: 30,
  totalFen: 1_000,
  parts: 5,
  hours: 24,
  openPerDay: 10,
}

/** Problems beyond the schema, of the mode that is chosen only. */
export function checkConfig(config: RedPacketConfig): { code: string; path: (string | number)[] }[] {
  const problems: { code: string; path: (string | number)[] }[] = []
  if (!config.rewardId) problems.push({ code: 'no_reward', path: ['rewardId'] })
  if (config.mode === 'open') {
    if (config.minFen > config.maxFen) problems.push({ code: 'range_reversed', path: ['maxFen'] })
    if (config.perDay > config.total) problems.push({ code: 'day_above_total', path: ['total'] })
  } else if (config.totalFen < config.parts) {
    problems.push({ code: 'too_little_to_split', path: ['totalFen'] })
  }
  return problems
}

/** Packets that were sent pay of the reward held for them, and only while packets are shared. */
export function checkWhileHeld(
  before: RedPacketConfig,
  after: RedPacketConfig,
): { code: string; path: (string | number)[] }[] {
  return (['mode', 'rewardId'] as const)
    .filter((name) => before[name] !== after[name])
    .map((name) => ({ code: 'packets_are_open', path: [name] }))
}

export type Facts = ToolFacts<RedPacketConfig>

/** The cash this tool gives, and the most that one grant of it may be, in fen. */
export interface CashFacts {
  reward: RewardFacts
  mostFen: number
  useLink: string
}

/**
 * The configured reward, when it is cash and large enough for what the tool promises. That cannot
 * be seen while configuring: a tool whose reward is anything else offers nothing.
 */
export function cashOf({ config, reward }: Facts): CashFacts | undefined {
  const found = config.rewardId === undefined ? undefined : reward(config.rewardId)
  if (found?.terms.kind !== 'cash') return undefined
  const { amountFen: mostFen, useLink } = found.terms
  const isEnough =
    config.mode === 'open'
      ? config.minFen <= config.maxFen && config.maxFen <= mostFen
      : isPayable({ amountFen: config.totalFen, parts: config.parts }, mostFen)
  return isEnough ? { reward: found, mostFen, useLink } : undefined
}

export const NOT_OFFERED: Refusal = { status: 'not_eligible', rule: 'not_offered' }

export function refuse(outcome: Refusal): { outcome: Refusal; effects: [] } {
  return { outcome, effects: [] }
}

/**
 * The refusal of whoever needs `count` of the reward at once where there are fewer: until
 * tomorrow when only today's are gone, for good otherwise. Undefined while there are enough.
 */
export function tooFew(
  { stock, taken, today }: RewardFacts,
  count: number,
  now: Now,
): Extract<Refusal, { status: 'sold_out' }> | undefined {
  if (taken + count > stock) return { status: 'sold_out' }
  if (today && today.taken + count > today.stock)
    return { status: 'sold_out', nextAt: now.nextDayAt.toISOString() }
  return undefined
}
