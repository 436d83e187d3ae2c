import { seeded, shanghai } from '@/widgets/kit/testing/in-memory-engine'
import type { Member, RewardFacts, Rng } from '@/widgets/kit/tool'
import { defaults, type LotteryConfig, type Prize, WEIGHT_TOTAL } from '@/widgets/lottery/config'
import { tool } from '@/widgets/lottery/tool'
import { type Figure, interleave } from '../figure'

const PRIZES = 1_000
const REWARDS = 100
const MEMBERS = 1_000
const ROUNDS = 5
const DRAWS = 1_000_000
/** The scan is slow: fewer draws measure it as well. */
const SCANS = 200_000

const NOON = shanghai('2026-11-11T04:00:00.000Z')
const { draw } = tool.actions
type Facts = Parameters<typeof draw.decide>[0]

export const drawsPerSecond: Figure = {
  name: 'draws_per_second',
  about:
    'decisions of a lottery with 1,000 prizes in memory, one thread: chances, quotas, draw and effects; beside it only the draw, by a linear scan over the same weights',
  target: { atLeast: 1_000_000 },
  measure: async () => {
    const config = aConfig()
    const members = Array.from({ length: MEMBERS }, (_, i) => ({ id: `mbr_${i}`, name: '小*' }))
    const facts = factsOf(config, members)
    const weights = config.prizes.map(({ weight }) => weight)
    const rng = seeded(20_261_111)
    const measured = await interleave(
      ROUNDS,
      async () => decisions(facts, members, rng),
      async () => scans(weights, rng),
    )
    return { name: 'draws_per_second', unit: 'draws/s', ...measured }
  },
}

/** Decides for one member after the other; throws when a draw comes to anything but its prize. */
function decisions(facts: Facts, members: Member[], rng: Rng): number {
  let decided = 0
  let effects = 0
  const startedAt = performance.now()
  for (let i = 0; i < DRAWS; i++) {
    const decision = draw.decide(facts, {}, members[i % MEMBERS] as Member, NOON, rng)
    if (decision.outcome.status === 'granted' || decision.outcome.status === 'no_prize') decided++
    effects += decision.effects.length
  }
  const seconds = (performance.now() - startedAt) / 1000
  if (decided !== DRAWS || effects <= DRAWS) throw new Error(`${decided} of ${DRAWS} draws decided`)
  return DRAWS / seconds
}

/** The draw as one would write it first: going along the weights until the number is used up. */
function scans(weights: readonly number[], rng: Rng): number {
  const counts = new Int32Array(weights.length)
  const startedAt = performance.now()
  for (let i = 0; i < SCANS; i++) {
    let left = rng.next(WEIGHT_TOTAL)
    let drawn = 0
    while (left >= (weights[drawn] as number)) left -= weights[drawn++] as number
    counts[drawn] = (counts[drawn] as number) + 1
  }
  const seconds = (performance.now() - startedAt) / 1000
  if (counts.reduce((sum, count) => sum + count, 0) !== SCANS) throw new Error('a scan lost draws')
  return SCANS / seconds
}

/** A thousand prizes of uneven weights, every tenth with quotas of its own, and one that wins nothing. */
function aConfig(): LotteryConfig {
  const rng = seeded(1_000)
  const prizes: Prize[] = Array.from({ length: PRIZES - 1 }, (_, i) => ({
    name: `奖品 ${i}`,
    key: `p${i}`,
    gives: 'reward',
    rewardId: rewardId(i % REWARDS),
    weight: 1 + rng.next(1_000),
    isFallback: i === 0,
    image: '',
    ...(i % 10 === 0 && { total: 1_000_000, perDay: 100_000 }),
  }))
  const weight = prizes.reduce((left, prize) => left - prize.weight, WEIGHT_TOTAL)
  prizes.push({ name: '谢谢参与', key: 'none', gives: 'nothing', weight, isFallback: false, image: '' })
  const config = { ...defaults, prizes, freePerDay: 3, winsPerMember: 100 }
  const problems = tool.check?.(config) ?? []
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return config
}

const rewardId = (i: number) => `rwd_${String(i).padStart(10, '0')}`

/** Facts as the engine holds them once they are loaded: every one found by its name. */
function factsOf(config: LotteryConfig, members: readonly Member[]): Facts {
  const rewards = new Map<string, RewardFacts>(
    Array.from({ length: REWARDS }, (_, i) => {
      const id = rewardId(i)
      const terms = { kind: 'points' as const, points: 10, costFen: 10, validDays: 365, useLink: '' }
      return [id, { id, title: id, terms, isEnabled: true, stock: 1_000_000_000, taken: 0 }]
    }),
  )
  const counters = new Map([
    ['prize.total', new Map(config.prizes.map(({ key }) => [key, 1]))],
    ['prize.day', new Map(config.prizes.map(({ key }) => [`${NOON.day}.${key}`, 1]))],
    ['chance.free', new Map(members.map(({ id }) => [`${id}.${NOON.day}`, 1]))],
    ['wins', new Map(members.map(({ id }) => [id, 1]))],
  ])
  return {
    config,
    campaign: { phase: 'running', startsAt: NOON.dayStartsAt, endsAt: NOON.nextDayAt },
    reward: (id) => rewards.get(id),
    used: ({ name, key }) => counters.get(name)?.get(key) ?? 0,
    row: () => undefined,
    wallet: { points: 0, cashFen: 0, expiring: undefined },
    chances: 0,
    recentGrants: [],
    mine: [],
    products: { byId: () => undefined, inGroup: () => [] },
    invitations: { issue: () => '', open: () => ({ status: 'forged_invitation' }) },
  }
}
