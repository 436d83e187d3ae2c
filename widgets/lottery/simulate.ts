import { rngFrom } from '../kit/rng'
import type { DrawRecord, Effect, Now, ToolFacts } from '../kit/tool'
import type { CostedReward } from '../kit/tool-form'
import type { LotteryConfig } from './config'
import { tool } from './tool'

/*
 * What a lottery comes to over very many draws: the very decision members get, on stock that is
 * taken as it goes, at the times at which they would draw. Nothing but arithmetic is made up.
 */

export interface SimulationInput {
  config: LotteryConfig
  /** By id. Those the configuration names and that are missing cannot be won. */
  rewards: ReadonlyMap<string, CostedReward>
  draws: number
  /** Spread evenly over the day. */
  drawsPerDay: number
  /** How often one member draws before the next one does. */
  drawsPerMember: number
  /** When the first draw is made; what is spent by `endsAt` is the campaign's cost. */
  startsAt: Date
  endsAt: Date
  /** What the campaign can still spend, in fen. */
  budgetFen: number
  /** The moment as the shop's calendar has it. */
  momentOf: (at: Date) => Now
  seed: string
}

export interface PrizeOutcome {
  key: string
  name: string
  gives: 'reward' | 'nothing'
  /** Its odds, in parts per million. */
  weight: number
  /** How often the wheel stopped at it, and how often it was what the member got. */
  drawn: number
  given: number
  costFen: number
  /** When the last of it was won; undefined while some is left. */
  goneAt: Date | undefined
}

export interface SimulationResult {
  /** Draws that were made, and those that were refused because nothing was left to be won. */
  made: number
  refused: number
  won: number
  prizes: PrizeOutcome[]
  costFen: number
  /** What is spent, and how many draws are asked for, by the campaign's end. */
  byEnd: { costFen: number; draws: number }
  /** When the campaign's money is used up; undefined while it lasts. */
  budgetGoneAt: Date | undefined
}

const DAY_MS = 86_400_000
const MEMBERS_OWN = new Set(['wins', 'draws', 'losses', 'losses.consoled'])

export interface Simulation {
  /** Makes up to so many draws more. Answers how many are made of all. */
  step: (draws: number) => number
  result: () => SimulationResult
}

/** A simulation that is made step by step, so that whoever runs it stays free in between. */
export function startSimulation(input: SimulationInput): Simulation {
  const { config, draws, drawsPerDay, drawsPerMember, startsAt, endsAt, budgetFen, momentOf } = input
  const world = worldOf(input)
  const rng = rngFrom(input.seed)
  const outcomes = new Map(config.prizes.map((prize) => [prize.key, outcomeOf(prize)]))
  const result: SimulationResult = {
    made: 0,
    refused: 0,
    won: 0,
    prizes: [...outcomes.values()],
    costFen: 0,
    byEnd: { costFen: 0, draws: 0 },
    budgetGoneAt: undefined,
  }
  const apart = DAY_MS / drawsPerDay
  let day = momentOf(startsAt)
  let asked = 0

  function drawOnce(): void {
    const at = new Date(startsAt.getTime() + Math.floor(asked * apart))
    if (at >= day.nextDayAt) {
      day = momentOf(at)
      world.beginDay()
    }
    if (asked % drawsPerMember === 0) world.nextMember()
    const member = { id: `m${Math.floor(asked / drawsPerMember)}`, name: '' }
    const { outcome, effects } = tool.actions.draw.decide(world.facts, {}, member, { ...day, at }, rng)
    asked++
    if (at < endsAt) result.byEnd.draws++
    if (outcome.status !== 'granted' && outcome.status !== 'no_prize') {
      result.refused++
      return
    }
    result.made++
    for (const effect of effects) {
      world.apply(effect)
      if (effect.kind === 'draw') count(effect, at)
    }
    if (outcome.status === 'granted') noteWhatIsGone(at, (outcome.detail as { prize: string }).prize)
  }

  function count(effect: DrawRecord, at: Date): void {
    const drawn = outcomes.get(effect.drawn)
    const given = outcomes.get(effect.given)
    if (!drawn || !given) return
    drawn.drawn++
    given.given++
    if (given.gives === 'nothing') return
    result.won++
    const { costFen } = world.rewardOf(given.key)
    given.costFen += costFen
    result.costFen += costFen
    if (at < endsAt) result.byEnd.costFen += costFen
    if (result.costFen > budgetFen) result.budgetGoneAt ??= at
  }

  /** Whatever is of the same reward runs out together. */
  function noteWhatIsGone(at: Date, prizeKey: string): void {
    for (const key of world.ofSameReward(prizeKey)) {
      const outcome = outcomes.get(key)
      if (outcome && !outcome.goneAt && world.isGone(key)) outcome.goneAt = at
    }
  }

  for (const { key } of config.prizes) noteWhatIsGone(startsAt, key)
  return {
    step: (more) => {
      const until = Math.min(draws, asked + more)
      while (asked < until) drawOnce()
      return asked
    },
    result: () => result,
  }
}

const outcomeOf = ({ key, name, gives, weight }: LotteryConfig['prizes'][number]): PrizeOutcome => ({
  key,
  name,
  gives,
  weight,
  drawn: 0,
  given: 0,
  costFen: 0,
  goneAt: undefined,
})

/** The stock and the counters that the draws move, as the engine would. */
function worldOf({ config, rewards, startsAt, endsAt }: SimulationInput) {
  const stock = new Map(
    [...rewards].map(([id, reward]) => [id, { ...reward, today: reward.today && { ...reward.today } }]),
  )
  const counters = new Map<string, number>()
  const own = new Map<string, number>()
  const prizes = new Map(config.prizes.map((prize) => [prize.key, prize]))
  const totals = new Map<string, number>()
  const siblings = new Map<string, string[]>()
  for (const { key, gives, rewardId } of config.prizes) {
    if (gives === 'reward' && rewardId !== undefined)
      siblings.set(rewardId, [...(siblings.get(rewardId) ?? []), key])
  }
  const nothing = { points: 0, cashFen: 0, expiring: undefined }
  const nobody = { status: 'forged_invitation' as const }

  const facts: ToolFacts<LotteryConfig> = {
    config,
    campaign: { phase: 'running', startsAt, endsAt },
    reward: (id) => stock.get(id),
    // Chances are never what a simulated member lacks.
    used: ({ name, key }) =>
      MEMBERS_OWN.has(name)
        ? (own.get(name) ?? 0)
        : name.startsWith('chance.')
          ? 0
          : (counters.get(`${name} ${key}`) ?? 0),
    chances: 1,
    row: () => undefined,
    wallet: nothing,
    recentGrants: [],
    mine: [],
    products: { byId: () => undefined, inGroup: () => [] },
    invitations: { issue: () => '', open: () => nobody },
  }

  return {
    facts,
    beginDay: () => {
      for (const reward of stock.values()) if (reward.today) reward.today.taken = 0
    },
    nextMember: () => own.clear(),
    apply: (effect: Effect) => {
      if (effect.kind === 'grant') {
        const reward = stock.get(effect.rewardId)
        if (!reward) return
        reward.taken++
        if (reward.today) reward.today.taken++
      } else if (effect.kind === 'take') {
        const { name, key } = effect.counter
        if (name === 'prize.total') totals.set(key, (totals.get(key) ?? 0) + effect.amount)
        if (MEMBERS_OWN.has(name)) own.set(name, (own.get(name) ?? 0) + effect.amount)
        else if (!name.startsWith('chance.'))
          counters.set(`${name} ${key}`, (counters.get(`${name} ${key}`) ?? 0) + effect.amount)
      }
    },
    rewardOf: (prizeKey: string) => {
      const reward = stock.get(prizes.get(prizeKey)?.rewardId ?? '')
      if (!reward) throw new Error(`the prize ${prizeKey} was given and has no reward`)
      return reward
    },
    /** The prizes that give what this one gives; none for one that gives nothing. */
    ofSameReward: (prizeKey: string) => {
      const rewardId = prizes.get(prizeKey)?.rewardId
      return (rewardId !== undefined && siblings.get(rewardId)) || []
    },
    /** True once the prize is out for good. */
    isGone: (prizeKey: string) => {
      const prize = prizes.get(prizeKey)
      if (prize?.gives !== 'reward') return false
      const reward = stock.get(prize.rewardId ?? '')
      if (!reward || reward.taken >= reward.stock) return true
      return prize.total !== undefined && (totals.get(prizeKey) ?? 0) >= prize.total
    },
  }
}
