import type { CampaignPhase } from '../../../schemas/outcome'
import type {
  ActionDefinition,
  CounterRef,
  Decision,
  Effect,
  Member,
  Now,
  RewardFacts,
  ToolFacts,
} from '../tool'

export interface World<Config> {
  config: Config
  rewards: RewardFacts[]
  campaign?: { phase: CampaignPhase; startsAt: Date; endsAt: Date }
}

export const RUNNING = {
  phase: 'running' as CampaignPhase,
  startsAt: new Date('2026-11-10T16:00:00.000Z'),
  endsAt: new Date('2026-11-11T16:00:00.000Z'),
}

/** Noon of 双11 in Shanghai. */
export const NOON: Now = { at: new Date('2026-11-11T04:00:00.000Z'), day: '2026-11-11' }

/** A generator that always answers 0. */
export const ZEROS = { next: () => 0 }

/**
 * The engine's promise in memory: each request is decided on the state the ones before it left.
 * Throws where the database would refuse a decision, since on a true state none may be refused.
 */
export function inMemoryEngine<Config>({ config, rewards, campaign = RUNNING }: World<Config>) {
  const counters = new Map<string, number>()
  const taken = new Map(rewards.map((reward) => [reward.id, reward.taken]))
  const nameOf = ({ name, key }: CounterRef) => JSON.stringify([name, key])

  const facts: ToolFacts<Config> = {
    config,
    campaign,
    reward: (id) => {
      const reward = rewards.find((candidate) => candidate.id === id)
      return reward && { ...reward, taken: taken.get(id) ?? 0 }
    },
    used: (counter) => counters.get(nameOf(counter)) ?? 0,
  }

  function apply(effect: Effect): void {
    if (effect.kind === 'take') {
      const used = facts.used(effect.counter) + effect.amount
      if (used > effect.cap) throw new Error(`${effect.counter.name} past its cap of ${effect.cap}`)
      counters.set(nameOf(effect.counter), used)
      return
    }
    const reward = facts.reward(effect.rewardId)
    if (!reward) throw new Error(`grants ${effect.rewardId}, which does not exist`)
    if (reward.taken >= reward.stock) throw new Error(`grants ${reward.id} beyond its stock`)
    taken.set(reward.id, reward.taken + 1)
  }

  return {
    facts,
    /** Decides one request and applies what was decided. */
    act<Input>(action: ActionDefinition<Config, Input>, input: Input, member: Member, now = NOON): Decision {
      const decision = action.decide(facts, input, member, now, ZEROS)
      for (const effect of decision.effects) apply(effect)
      return decision
    },
  }
}
