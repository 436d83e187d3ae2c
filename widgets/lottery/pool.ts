import {
  type CounterRef,
  type Effect,
  isLapsed,
  isSoldOut,
  type Needs,
  type Now,
  type RewardFacts,
  type ToolFacts,
} from '../kit/tool'
import { type AliasTable, aliasTable } from './alias'
import type { LotteryConfig, Prize } from './config'

/*
 * The prizes of a lottery and what is left of them. A prize is out when its reward is, or when its
 * own quota is, in all or for the day: those counts are everybody's, so they are common needs.
 */

export type Facts = ToolFacts<LotteryConfig>

export interface Pool {
  table: AliasTable
  prizes: readonly Prize[]
  /** Given in place of a prize that is out. */
  fallback: Prize | undefined
  /** Where a draw lands that wins nothing. */
  losing: Prize | undefined
}

const pools = new WeakMap<LotteryConfig, Pool>()

/**
 * The configuration's prizes, ready to be drawn from. Made once for each configuration: the engine
 * hands out the same object as long as it is not changed.
 */
export function poolOf(config: LotteryConfig): Pool {
  const known = pools.get(config)
  if (known) return known
  const { prizes } = config
  const pool: Pool = {
    table: aliasTable(prizes.map(({ weight }) => weight)),
    prizes,
    fallback: prizes.find(({ gives, isFallback }) => gives === 'reward' && isFallback),
    losing: prizes.find(({ gives }) => gives === 'nothing'),
  }
  pools.set(config, pool)
  return pool
}

const totalOf = ({ key }: Prize): CounterRef => ({ name: 'prize.total', key })
const dayOf = ({ key }: Prize, { day }: Now): CounterRef => ({ name: 'prize.day', key: `${day}.${key}` })

/** Every reward that can be won, each once. */
export function rewardIdsOf({ prizes }: LotteryConfig): string[] {
  const ids = prizes.flatMap(({ gives, rewardId }) => (gives === 'reward' && rewardId ? [rewardId] : []))
  return [...new Set(ids)]
}

/** What tells how much is left of every prize. */
export function poolNeeds(config: LotteryConfig, now: Now): Needs {
  return {
    rewardIds: rewardIdsOf(config),
    counters: config.prizes.flatMap((prize) => {
      if (prize.gives === 'nothing') return []
      return [
        ...(prize.total === undefined ? [] : [totalOf(prize)]),
        ...(prize.perDay === undefined ? [] : [dayOf(prize, now)]),
      ]
    }),
  }
}

/** The prize's reward, as long as the prize can be won. */
export function winnable(facts: Facts, prize: Prize, now: Now): RewardFacts | undefined {
  if (prize.gives === 'nothing' || prize.rewardId === undefined) return undefined
  const reward = facts.reward(prize.rewardId)
  if (!reward?.isEnabled || isSoldOut(reward) || isLapsed(reward, now.at)) return undefined
  if (prize.total !== undefined && facts.used(totalOf(prize)) >= prize.total) return undefined
  if (prize.perDay !== undefined && facts.used(dayOf(prize, now)) >= prize.perDay) return undefined
  return reward
}

/** Counts the prize on its own quotas. */
export function takePrize(prize: Prize, now: Now, effects: Effect[]): void {
  const { total, perDay } = prize
  if (total !== undefined) effects.push({ kind: 'take', counter: totalOf(prize), amount: 1, cap: total })
  if (perDay !== undefined) effects.push({ kind: 'take', counter: dayOf(prize, now), amount: 1, cap: perDay })
}

/**
 * Undefined as long as anything can be won; else when there will be prizes again: the next day,
 * if any of them is out for today only.
 */
export function poolSoldOut(facts: Facts, now: Now): { nextAt?: string } | undefined {
  const { prizes } = facts.config
  if (prizes.some((prize) => winnable(facts, prize, now))) return undefined
  const comesBack = prizes.some((prize) => {
    const reward =
      prize.gives === 'reward' && prize.rewardId !== undefined ? facts.reward(prize.rewardId) : undefined
    return (
      reward?.isEnabled &&
      reward.taken < reward.stock &&
      !isLapsed(reward, now.nextDayAt) &&
      (prize.total === undefined || facts.used(totalOf(prize)) < prize.total)
    )
  })
  return comesBack ? { nextAt: now.nextDayAt.toISOString() } : {}
}
