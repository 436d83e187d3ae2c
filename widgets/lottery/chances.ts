import type { CounterRef, Effect, Member, Now, ToolFacts } from '../kit/tool'
import type { LotteryConfig } from './config'

/*
 * A member's chances as counters: free ones of the day, a gift for the whole campaign, and what
 * was earned against what of that was spent. Counters only ever count up, so what is left is a
 * difference, and a chance cannot be spent twice.
 */

type Someone = Pick<Member, 'id'>

/** What a member may earn in one campaign, so that the counter is bounded. */
const EARNED_MAX = 1_000_000

const freeOf = ({ id }: Someone, { day }: Now): CounterRef => ({ name: 'chance.free', key: `${id}.${day}` })
const giftOf = ({ id }: Someone): CounterRef => ({ name: 'chance.gift', key: id })
const earnedOf = ({ id }: Someone): CounterRef => ({ name: 'chance.earned', key: id })
const spentOf = ({ id }: Someone): CounterRef => ({ name: 'chance.spent', key: id })

/** Counts the chances a member bought with points on the day. */
export const boughtOf = ({ id }: Someone, { day }: Now): CounterRef => ({
  name: 'chance.bought',
  key: `${id}.${day}`,
})

/** Counts a member's visits to one link on the day. */
export const visitOf = ({ id }: Someone, { day }: Now, link: string): CounterRef => ({
  name: 'chance.visit',
  key: `${id}.${day}.${hashOf(link)}`,
})

/** Counters that tell how many chances a member has. */
export function chanceCounters(member: Someone, now: Now): CounterRef[] {
  return [freeOf(member, now), giftOf(member), earnedOf(member), spentOf(member)]
}

/** How many chances the member has. */
export function chancesOf(facts: ToolFacts<LotteryConfig>, member: Someone, now: Now): number {
  const { freePerDay, freePerCampaign } = facts.config
  return (
    Math.max(0, freePerDay - facts.used(freeOf(member, now))) +
    Math.max(0, freePerCampaign - facts.used(giftOf(member))) +
    Math.max(0, facts.used(earnedOf(member)) - facts.used(spentOf(member)))
  )
}

/** Takes one chance, that which lapses first. Undefined when there is none. */
export function spendChance(
  facts: ToolFacts<LotteryConfig>,
  member: Someone,
  now: Now,
): Extract<Effect, { kind: 'take' }> | undefined {
  const { freePerDay, freePerCampaign } = facts.config
  const free = freeOf(member, now)
  if (facts.used(free) < freePerDay) return { kind: 'take', counter: free, amount: 1, cap: freePerDay }
  const gift = giftOf(member)
  if (facts.used(gift) < freePerCampaign)
    return { kind: 'take', counter: gift, amount: 1, cap: freePerCampaign }
  const spent = spentOf(member)
  const earned = facts.used(earnedOf(member))
  // What was earned never shrinks, so this cap still holds when the effect is applied.
  return facts.used(spent) < earned ? { kind: 'take', counter: spent, amount: 1, cap: earned } : undefined
}

/** Gives the member one chance more. */
export function earnChance(member: Someone): Effect {
  return { kind: 'take', counter: earnedOf(member), amount: 1, cap: EARNED_MAX }
}

/** A short name for a link (FNV-1a, 32 bits): counters' keys are indexed and must stay short. */
function hashOf(link: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < link.length; i++) hash = Math.imul(hash ^ link.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
