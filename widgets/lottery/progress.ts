import type { CounterRef, Effect, Member } from '../kit/tool'
import type { LotteryConfig } from './config'
import type { Facts, Pool } from './pool'
import type { Progress } from './settle-prize'

/*
 * How often a member drew, and lost in a row. Counted only where a rule asks for it. Counters only
 * ever count up: losses in a row are all losses less those that were there at the last win.
 */

type Someone = Pick<Member, 'id'>

const drawsOf = ({ id }: Someone): CounterRef => ({ name: 'draws', key: id })
const lossesOf = ({ id }: Someone): CounterRef => ({ name: 'losses', key: id })
const consoledOf = ({ id }: Someone): CounterRef => ({ name: 'losses.consoled', key: id })

/** More than anybody draws in one campaign, so that the counters are bounded. */
const DRAWS_MAX = 1_000_000_000

/** Counters that tell how the member fared, as far as the lottery's rules ask. */
export function progressCounters(config: LotteryConfig, member: Someone): CounterRef[] {
  return [
    ...(hasLocked(config) ? [drawsOf(member)] : []),
    ...(config.pityAfter === undefined ? [] : [lossesOf(member), consoledOf(member)]),
  ]
}

export function progressOf(facts: Facts, { hasLocked, pity }: Pool, member: Someone): Progress {
  return {
    draws: hasLocked ? facts.used(drawsOf(member)) : 0,
    losses: pity ? facts.used(lossesOf(member)) - facts.used(consoledOf(member)) : 0,
  }
}

/** Counts one more draw. */
export function countDraw(
  { hasLocked, pity }: Pool,
  member: Someone,
  hasWon: boolean,
  { losses }: Progress,
  effects: Effect[],
): void {
  if (hasLocked) effects.push(counting(drawsOf(member), 1))
  if (!pity) return
  if (!hasWon) effects.push(counting(lossesOf(member), 1))
  else if (losses > 0) effects.push(counting(consoledOf(member), losses))
}

function counting(counter: CounterRef, amount: number): Effect {
  return { kind: 'take', counter, amount, cap: DRAWS_MAX }
}

/** True when some prize is locked for whoever has drawn too little. */
export function hasLocked({ prizes }: LotteryConfig): boolean {
  return prizes.some(({ unlockAfter = 0 }) => unlockAfter > 0)
}
