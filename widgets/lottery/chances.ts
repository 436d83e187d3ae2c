import type { CounterRef, Effect, Member, Now, ToolFacts } from '../kit/tool'
import type { LotteryConfig } from './config'

/*
 * A member's chances. Free ones, of the day and of the campaign, are counted against what the
 * configuration allows: what is not used lapses with the day, and an allowance that is changed
 * counts at once. All others are kept in the member's ledger of chances until they are used.
 */

type Someone = Pick<Member, 'id'>

const freeOf = ({ id }: Someone, { day }: Now): CounterRef => ({ name: 'chance.free', key: `${id}.${day}` })
const giftOf = ({ id }: Someone): CounterRef => ({ name: 'chance.gift', key: id })

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

/** Counters that tell, beside the ledger, how many chances a member has: of those free ones there are. */
export function chanceCounters(
  { freePerDay, freePerCampaign }: LotteryConfig,
  member: Someone,
  now: Now,
): CounterRef[] {
  return [...(freePerDay > 0 ? [freeOf(member, now)] : []), ...(freePerCampaign > 0 ? [giftOf(member)] : [])]
}

/** How many chances the member has. */
export function chancesOf(facts: ToolFacts<LotteryConfig>, member: Someone, now: Now): number {
  const { freePerDay, freePerCampaign } = facts.config
  const left = (allowed: number, counter: CounterRef) =>
    allowed > 0 ? Math.max(0, allowed - facts.used(counter)) : 0
  return left(freePerDay, freeOf(member, now)) + left(freePerCampaign, giftOf(member)) + facts.chances
}

/** Takes one chance, that which lapses first. Undefined when there is none. */
export function spendChance(
  facts: ToolFacts<LotteryConfig>,
  member: Someone,
  now: Now,
): Extract<Effect, { kind: 'take' | 'chance' }> | undefined {
  const { freePerDay, freePerCampaign } = facts.config
  const free = freeOf(member, now)
  if (freePerDay > 0 && facts.used(free) < freePerDay)
    return { kind: 'take', counter: free, amount: 1, cap: freePerDay }
  const gift = giftOf(member)
  if (freePerCampaign > 0 && facts.used(gift) < freePerCampaign)
    return { kind: 'take', counter: gift, amount: 1, cap: freePerCampaign }
  return facts.chances > 0 ? { kind: 'chance', amount: -1, cause: 'draw' } : undefined
}

/** Gives the member one chance more. */
export function earnChance(cause: 'points' | 'visit'): Effect {
  return { kind: 'chance', amount: 1, cause }
}

/** A short name for a link (FNV-1a, 32 bits): counters' keys are indexed and must stay short. */
function hashOf(link: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < link.length; i++) hash = Math.imul(hash ^ link.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
