import type { CampaignPhase } from '../../../schemas/outcome'
import type { InvitationClaim, InvitationRefusal, Invitations } from '../invitation'
import {
  type ActionDefinition,
  type CounterRef,
  type Decision,
  type DrawRecord,
  type Effect,
  isLapsed,
  type Member,
  type Now,
  type ProductFacts,
  type RecentGrant,
  type RewardFacts,
  type Rng,
  type ToolFacts,
  type Wallet,
} from '../tool'

export interface World<Config> {
  config: Config
  rewards: RewardFacts[]
  campaign?: ToolFacts<unknown>['campaign']
  /** What each member has to spend, by id; nothing when absent. */
  wallets?: Record<string, Partial<Wallet>>
  /** The chances in each member's ledger, by id; none when absent. */
  chances?: Record<string, number>
  products?: (ProductFacts & { group: string })[]
  recentGrants?: RecentGrant[]
  /** What the tool wrote before, by key. */
  rows?: Record<string, unknown>
}

export const RUNNING = {
  phase: 'running' as CampaignPhase,
  startsAt: new Date('2026-11-10T16:00:00.000Z'),
  endsAt: new Date('2026-11-11T16:00:00.000Z'),
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

/** The moment as the engine tells it to a shop in Shanghai. */
export function shanghai(iso: string): Now {
  const at = new Date(iso)
  const local = at.getTime() + SHANGHAI_MS
  const dayStartsAt = new Date(local - (local % DAY_MS) - SHANGHAI_MS)
  const nextDayAt = new Date(dayStartsAt.getTime() + DAY_MS)
  return {
    at,
    day: new Date(local).toISOString().slice(0, 10),
    dayStartsAt,
    nextDayAt,
    instantAt: (minutes, dayOffset) =>
      new Date(dayStartsAt.getTime() + dayOffset * DAY_MS + minutes * MINUTE_MS),
  }
}

/** Noon of 双11 in Shanghai. */
export const NOON: Now = shanghai('2026-11-11T04:00:00.000Z')

/** A generator that always answers 0. */
export const ZEROS: Rng = { next: () => 0 }

/** A generator of uniform integers from a seed (mulberry32), for statistics that can be repeated. */
export function seeded(seed: number): Rng {
  let state = seed >>> 0
  const next32 = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
  return { next: (max) => Math.floor((next32() / 4_294_967_296) * max) }
}

/** Invitations that are true because they are remembered. A proof lasts as long as its invitation. */
function inMemoryInvitations() {
  const tokens = new Set<string>()
  const proofs = new Map<string, { token: string; memberId: string }>()
  const unlike = (kind: string, count: number) => kind + String(count).padStart(21, '0')
  return {
    of: (memberId: string | undefined): Invitations => ({
      issue: (subject, until) => {
        const seconds = Math.floor(until.getTime() / 1_000).toString(36)
        const token = `${subject}.${seconds}.${unlike('i', 0)}`
        tokens.add(token)
        return token
      },
      open: (token) => {
        if (!tokens.has(token)) return { status: 'forged_invitation' }
        if (memberId === undefined) return { status: 'opened' }
        const proof = `${token.split('.')[1]}.${unlike('p', proofs.size)}`
        proofs.set(proof, { token, memberId })
        return { status: 'opened', proof }
      },
    }),
    refusal: (claim: InvitationClaim, memberId: string, at: Date): InvitationRefusal | undefined => {
      if (!tokens.has(claim.token)) return 'forged_invitation'
      const seconds = Number.parseInt(claim.token.split('.')[1] ?? '', 36)
      if (at.getTime() >= seconds * 1_000) return 'expired_invitation'
      if (claim.proof === '') return 'no_proof'
      const proof = proofs.get(claim.proof)
      return proof?.token === claim.token && proof.memberId === memberId ? undefined : 'forged_proof'
    },
  }
}

/**
 * The engine's promise in memory: each request is decided on the state the ones before it left.
 * Throws where the database would refuse a decision, since on a true state none may be refused.
 */
export function inMemoryEngine<Config>(world: World<Config>) {
  const { config, rewards, campaign = RUNNING, products = [], recentGrants = [] } = world
  const counters = new Map<string, number>()
  const taken = new Map(rewards.map((reward) => [reward.id, reward.taken]))
  const takenToday = new Map(rewards.map((reward) => [reward.id, reward.today?.taken ?? 0]))
  const rows = new Map<string, unknown>(Object.entries(world.rows ?? {}))
  const holds = new Map<string, { rewardId: string; count: number; amountFen: number }>()
  const wallets = new Map<string, Wallet>()
  const chances = new Map<string, number>(Object.entries(world.chances ?? {}))
  const draws: (DrawRecord & { memberId: string })[] = []
  const submissions: (Omit<Extract<Effect, { kind: 'submit' }>, 'kind'> & { memberId: string })[] = []
  const nameOf = ({ name, key }: CounterRef) => JSON.stringify([name, key])
  const invited = inMemoryInvitations()
  const walletOf = (memberId: string): Wallet => {
    const known = wallets.get(memberId)
    if (known) return known
    const wallet = { points: 0, cashFen: 0, expiring: undefined, ...world.wallets?.[memberId] }
    wallets.set(memberId, wallet)
    return wallet
  }

  const factsOf = (memberId: string | undefined): ToolFacts<Config> => ({
    config,
    campaign,
    reward: (id) => {
      const reward = rewards.find((candidate) => candidate.id === id)
      if (!reward) return undefined
      const today = reward.today && { stock: reward.today.stock, taken: takenToday.get(id) ?? 0 }
      return { ...reward, taken: taken.get(id) ?? 0, ...(today && { today }) }
    },
    used: (counter) => counters.get(nameOf(counter)) ?? 0,
    row: (key) => rows.get(key),
    wallet: memberId === undefined ? { points: 0, cashFen: 0, expiring: undefined } : walletOf(memberId),
    chances: memberId === undefined ? 0 : (chances.get(memberId) ?? 0),
    recentGrants,
    mine: [],
    products: {
      byId: (id) => products.find((product) => product.id === id),
      inGroup: (group) => products.filter((product) => product.group === group),
    },
    invitations: invited.of(memberId),
  })

  function takeStock(id: string, count: number): void {
    const reward = factsOf(undefined).reward(id)
    if (!reward) throw new Error(`grants ${id}, which does not exist`)
    if (reward.taken + count > reward.stock) throw new Error(`grants ${id} beyond its stock`)
    if (reward.today && reward.today.taken + count > reward.today.stock)
      throw new Error(`grants ${id} beyond its stock of the day`)
    taken.set(id, reward.taken + count)
    takenToday.set(id, (takenToday.get(id) ?? 0) + count)
  }

  function grant(effect: Extract<Effect, { kind: 'grant' }>, memberId: string, now: Now): void {
    const terms = rewards.find(({ id }) => id === effect.rewardId)?.terms
    if (!terms) throw new Error(`grants ${effect.rewardId}, which does not exist`)
    if (isLapsed({ terms }, now.at)) throw new Error(`grants ${effect.rewardId}, which has lapsed`)
    const { amountFen } = effect
    if (amountFen !== undefined && (terms.kind !== 'cash' || amountFen < 1 || amountFen > terms.amountFen))
      throw new Error(`grants ${amountFen} fen of ${effect.rewardId}`)
    if (effect.hold === undefined) takeStock(effect.rewardId, 1)
    else {
      const held = holds.get(effect.hold)
      if (!held || held.count < 1 || held.amountFen < (amountFen ?? 0))
        throw new Error(`grants more than ${effect.hold} holds`)
      held.count -= 1
      held.amountFen -= amountFen ?? 0
      if (effect.closesHold) held.count = 0
    }
    const wallet = walletOf(memberId)
    if (terms.kind === 'cash') wallet.cashFen += amountFen ?? terms.amountFen
    if (terms.kind === 'points') wallet.points += terms.points
  }

  function apply(effect: Effect, memberId: string, now: Now): void {
    switch (effect.kind) {
      case 'take': {
        const used = factsOf(undefined).used(effect.counter) + effect.amount
        if (used > effect.cap) throw new Error(`${effect.counter.name} past its cap of ${effect.cap}`)
        counters.set(nameOf(effect.counter), used)
        return
      }
      case 'grant':
        grant(effect, memberId, now)
        return
      case 'spend': {
        const wallet = walletOf(memberId)
        if (wallet.points < effect.points || wallet.cashFen < effect.cashFen)
          throw new Error('spends more than the member has')
        wallet.points -= effect.points
        wallet.cashFen -= effect.cashFen
        return
      }
      case 'chance': {
        const left = (chances.get(memberId) ?? 0) + effect.amount
        if (left < 0) throw new Error('uses more chances than the member has')
        chances.set(memberId, left)
        return
      }
      case 'draw':
        draws.push({ memberId, ...effect })
        return
      case 'submit':
        submissions.push({ memberId, answers: effect.answers, hasConsented: effect.hasConsented })
        return
      case 'write':
        rows.set(effect.key, JSON.parse(JSON.stringify(effect.value)))
        return
      case 'hold':
        if (holds.has(effect.key)) throw new Error(`${effect.key} is held already`)
        takeStock(effect.rewardId, effect.count)
        holds.set(effect.key, { ...effect })
    }
  }

  return {
    /** What a presentation to nobody would see. */
    facts: factsOf(undefined),
    /** What a decision for the member, or a presentation to them, would see. */
    factsOf,
    /** Every draw that was kept. */
    draws: draws as readonly (DrawRecord & { memberId: string })[],
    /** Everything that was filled in. */
    submissions: submissions as readonly (typeof submissions)[number][],
    /** Decides one request and applies what was decided. */
    act<Input>(
      action: ActionDefinition<Config, Input>,
      input: Input,
      member: Member,
      now = NOON,
      rng = ZEROS,
    ): Decision {
      const claim = action.invitation?.(input)
      const rule = claim && invited.refusal(claim, member.id, now.at)
      if (rule) return { outcome: { status: 'not_eligible', rule }, effects: [] }
      const decision = action.decide(factsOf(member.id), input, member, now, rng)
      for (const effect of decision.effects) apply(effect, member.id, now)
      const parts = 'parts' in decision ? (decision.parts ?? []) : []
      for (const part of parts) {
        if ('effects' in part) for (const effect of part.effects) apply(effect, member.id, now)
      }
      return decision
    },
  }
}
