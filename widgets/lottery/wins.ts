import type { CounterRef, Member } from '../kit/tool'
import type { LotteryConfig } from './config'

type Someone = Pick<Member, 'id'>

/** Counts how often a member won. */
export const winsOf = ({ id }: Someone): CounterRef => ({ name: 'wins', key: id })

/** What tells whether the member may still win, where that is limited at all. */
export function winsCounters({ winsPerMember }: LotteryConfig, member: Someone): CounterRef[] {
  return winsPerMember === undefined ? [] : [winsOf(member)]
}
