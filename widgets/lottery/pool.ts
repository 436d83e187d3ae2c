import {
  type CounterRef,
  type DrawReason,
  type Effect,
  isLapsed,
  isSoldOut,
  type Needs,
  type Now,
  type RewardFacts,
  type Rng,
  type ToolFacts,
} from '../kit/tool'
import { type AliasTable, aliasTable, drawFrom } from './alias'
import type { LotteryConfig, Prize } from './config'
import { hasPlan, nextReleaseAt, releasedBy, sliceOf } from './release'

/*
 * The prizes of a lottery and what is left of them. A prize is out when its reward is, or when its
 * own quota is, in all or for the day; and it waits for its release plan. Those counts are
 * everybody's, so they are common needs.
 */

export type Facts = ToolFacts<LotteryConfig>

/** Why a prize cannot be given to anybody now. */
export type Hindrance = Extract<DrawReason, 'sold_out' | 'unreleased'>

export interface Pool {
  table: AliasTable
  prizes: readonly Prize[]
  /** Given in place of a prize that is out. */
  fallback: Prize | undefined
  /** Where a draw lands that wins nothing. */
  losing: Prize | undefined
  /** Given after so many draws in a row that won nothing; undefined where nothing is. */
  pity: Prize | undefined
  pityAfter: number
  /** Some prize is locked for whoever has drawn too little. */
  hasLocked: boolean
}

const pools = new WeakMap<LotteryConfig, Pool>()

/**
 * The configuration's prizes, ready to be drawn from. Made once for each configuration: the engine
 * hands out the same object as long as it is not changed.
 */
export function poolOf(config: LotteryConfig): Pool {
  const known = pools.get(config)
  if (known) return known
  const { prizes, pityAfter } = config
  const winning = prizes.filter(({ gives }) => gives === 'reward')
  const pool: Pool = {
    table: aliasTable(prizes.map(({ weight }) => weight)),
    prizes,
    fallback: winning.find(({ isFallback }) => isFallback),
    losing: prizes.find(({ gives }) => gives === 'nothing'),
    pity: pityAfter === undefined ? undefined : winning.find(({ isPity }) => isPity),
    pityAfter: pityAfter ?? 0,
    hasLocked: winning.some(({ unlockAfter = 0 }) => unlockAfter > 0),
  }
  pools.set(config, pool)
  return pool
}

/** The prize drawn: by its weight alone, whatever is left of it. */
export function drawnFrom({ table, prizes }: Pool, rng: Rng): Prize {
  return prizes[drawFrom(table, rng)] as Prize
}

const totalOf = ({ key }: Prize): CounterRef => ({ name: 'prize.total', key })
const dayOf = ({ key }: Prize, { day }: Now): CounterRef => ({ name: 'prize.day', key: `${day}.${key}` })
const sliceCounter = ({ key }: Prize, slice: string): CounterRef => ({
  name: 'prize.slice',
  key: `${slice}.${key}`,
})

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
      const slice = countedSlice(prize, now)
      return [
        ...(isCountedInAll(prize) ? [totalOf(prize)] : []),
        ...(prize.perDay === undefined ? [] : [dayOf(prize, now)]),
        ...(slice ? [slice] : []),
      ]
    }),
  }
}

function isCountedInAll(prize: Prize): boolean {
  return prize.total !== undefined || (prize.carriesOver === true && hasPlan(prize))
}

/** The counter of the slice that is out now, where slices are counted apart. */
function countedSlice(prize: Prize, now: Now): CounterRef | undefined {
  if (prize.carriesOver || !hasPlan(prize)) return undefined
  const slice = sliceOf(prize, now)
  return slice === undefined ? undefined : sliceCounter(prize, slice)
}

/** Why the prize cannot be won now; undefined when it can. */
export function hindranceOf(facts: Facts, prize: Prize, now: Now): Hindrance | undefined {
  const reward = rewardOf(facts, prize)
  if (!reward || isOutForGood(facts, prize, reward, now) || isOutToday(facts, prize, reward, now))
    return 'sold_out'
  return isWaiting(facts, prize, now) ? 'unreleased' : undefined
}

function rewardOf(facts: Facts, { gives, rewardId }: Prize): RewardFacts | undefined {
  return gives === 'reward' && rewardId !== undefined ? facts.reward(rewardId) : undefined
}

function isOutForGood(facts: Facts, prize: Prize, reward: RewardFacts, { at }: Now): boolean {
  if (!reward.isEnabled || reward.taken >= reward.stock || isLapsed(reward, at)) return true
  return prize.total !== undefined && facts.used(totalOf(prize)) >= prize.total
}

function isOutToday(facts: Facts, prize: Prize, reward: RewardFacts, now: Now): boolean {
  if (isSoldOut(reward)) return true
  return prize.perDay !== undefined && facts.used(dayOf(prize, now)) >= prize.perDay
}

/** True while more of the prize is to be released than is out. */
function isWaiting(facts: Facts, prize: Prize, now: Now): boolean {
  if (!hasPlan(prize)) return false
  const released = releasedBy(prize, facts.campaign, now)
  if (prize.carriesOver) return facts.used(totalOf(prize)) >= released
  const slice = countedSlice(prize, now)
  return slice === undefined || facts.used(slice) >= released
}

/** Counts the prize on its own quotas. */
export function takePrize({ campaign }: Facts, prize: Prize, now: Now, effects: Effect[]): void {
  const { perDay } = prize
  const released = hasPlan(prize) ? releasedBy(prize, campaign, now) : Number.POSITIVE_INFINITY
  if (isCountedInAll(prize)) {
    const total = prize.total ?? Number.POSITIVE_INFINITY
    effects.push(taking(totalOf(prize), prize.carriesOver ? Math.min(total, released) : total))
  }
  if (perDay !== undefined) effects.push(taking(dayOf(prize, now), perDay))
  const slice = countedSlice(prize, now)
  if (slice) effects.push(taking(slice, released))
}

function taking(counter: CounterRef, cap: number): Effect {
  return { kind: 'take', counter, amount: 1, cap }
}

/**
 * Undefined as long as anything can be won; else when there will be prizes again, if any of them
 * is out for today only, or waits to be released.
 */
export function poolSoldOut(facts: Facts, now: Now): { nextAt?: string } | undefined {
  const { prizes } = facts.config
  if (prizes.some((prize) => !hindranceOf(facts, prize, now))) return undefined
  let nextAt: Date | undefined
  for (const prize of prizes) {
    const reward = rewardOf(facts, prize)
    if (!reward || isOutForGood(facts, prize, reward, now)) continue
    const at = isOutToday(facts, prize, reward, now) ? now.nextDayAt : nextReleaseAt(prize, now)
    if (at && !isLapsed(reward, at) && (!nextAt || at < nextAt)) nextAt = at
  }
  return nextAt ? { nextAt: nextAt.toISOString() } : {}
}
