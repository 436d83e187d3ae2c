import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inMemoryEngine, NOON, RUNNING, seeded, shanghai } from '../kit/testing/in-memory-engine'
import type { RewardFacts } from '../kit/tool'
import { defaults } from './config'
import { type Packet, packetKey } from './sharing'
import type { OpenState, RedPacketState, ShareState, ShownPacket } from './state'
import { type RedPacketConfig, tool } from './tool'

const { open, send, openShared } = tool.actions
const ann = { id: 'mbr_0000000001', name: '安*' }
const bob = { id: 'mbr_0000000002', name: '阿*' }
const cat = { id: 'mbr_0000000003', name: '小*' }
const rewardId = 'rwd_0000000001'
const reward: RewardFacts = {
  id: rewardId,
  title: '现金红包',
  terms: { kind: 'cash', amountFen: 1_000, useLink: '/p/mall' },
  isEnabled: true,
  stock: 100,
  taken: 0,
}

function aWorld(config: Partial<RedPacketConfig>, facts: Partial<RewardFacts> = {}, campaign = RUNNING) {
  return inMemoryEngine<RedPacketConfig>({
    config: { ...defaults, rewardId, ...config },
    rewards: [{ ...reward, ...facts }],
    campaign,
  })
}
type World = ReturnType<typeof aWorld>

const anOpening = (config: Partial<RedPacketConfig> = {}, facts?: Partial<RewardFacts>) =>
  aWorld({ mode: 'open', minFen: 10, maxFen: 200, perDay: 2, total: 5, ...config }, facts)

const aSharing = (config: Partial<RedPacketConfig> = {}, facts?: Partial<RewardFacts>, campaign = RUNNING) =>
  aWorld(
    { mode: 'share', totalFen: 1_000, parts: 3, hours: 24, perDay: 2, openPerDay: 5, ...config },
    facts,
    campaign,
  )

/** Sends a packet and answers its id. */
function sent(world: World, member = ann, now = NOON, rng = seeded(1)): string {
  const { outcome } = world.act(send, {}, member, now, rng)
  if (outcome.status !== 'done') throw new Error(`not sent: ${outcome.status}`)
  return (outcome.detail as { packet: string }).packet
}

function amountOf(decision: ReturnType<World['act']>): number {
  const effect = decision.effects.find(({ kind }) => kind === 'grant')
  return effect?.kind === 'grant' ? (effect.amountFen ?? 0) : 0
}

describe('opening a packet of one’s own', () => {
  it('gives cash between the two bounds, both included, and counts it', () => {
    const { effects } = anOpening().act(open, {}, ann)
    expect(effects).toEqual([
      { kind: 'take', counter: { name: 'packet.opened', key: ann.id }, amount: 1, cap: 5 },
      {
        kind: 'take',
        counter: { name: 'packet.opened.day', key: `2026-11-11.${ann.id}` },
        amount: 1,
        cap: 2,
      },
      { kind: 'grant', rewardId, amountFen: 10 },
    ])
    const rng = seeded(7)
    const world = anOpening({ minFen: 1, maxFen: 3, perDay: 99, total: 9_999 })
    const amounts = Array.from({ length: 90 }, () => amountOf(world.act(open, {}, ann, NOON, rng)))
    expect([...new Set(amounts)].sort()).toEqual([1, 2, 3])
    expect(world.factsOf(ann.id).wallet.cashFen).toBe(amounts.reduce((sum, fen) => sum + fen, 0))
  })

  it('names the limit that refused: of the day first come, in all at last', () => {
    const world = anOpening({ perDay: 2, total: 3 })
    const outcomes = [1, 2, 3].map(() => world.act(open, {}, ann).outcome)
    expect(outcomes[2]).toEqual({ status: 'limit_reached', rule: 'per_day', limit: 2 })
    const next = shanghai('2026-11-12T04:00:00.000Z')
    expect(world.act(open, {}, ann, next).outcome.status).toBe('granted')
    expect(world.act(open, {}, ann, next).outcome).toEqual({
      status: 'limit_reached',
      rule: 'in_all',
      limit: 3,
    })
    expect(world.act(open, {}, bob).outcome.status).toBe('granted')
  })

  it('begins the day anew at midnight in Shanghai, not in UTC', () => {
    const world = anOpening({ perDay: 1 })
    const statusAt = (iso: string) => world.act(open, {}, ann, shanghai(iso)).outcome.status
    expect(statusAt('2026-11-10T23:59:00.000Z')).toBe('granted')
    // Midnight in UTC is eight in the morning of the same day in Shanghai.
    expect(statusAt('2026-11-11T00:00:00.000Z')).toBe('limit_reached')
    expect(statusAt('2026-11-11T15:59:59.999Z')).toBe('limit_reached')
    expect(statusAt('2026-11-11T16:00:00.000Z')).toBe('granted')
  })

  it('is sold out until tomorrow, or for good', () => {
    const today = anOpening({}, { today: { stock: 5, taken: 5 } })
    expect(today.act(open, {}, ann).outcome).toEqual({
      status: 'sold_out',
      nextAt: '2026-11-11T16:00:00.000Z',
    })
    expect(anOpening({}, { taken: 100 }).act(open, {}, ann).outcome).toEqual({ status: 'sold_out' })
  })

  it('offers nothing with a reward that is gone, is no cash, or is smaller than promised', () => {
    const not = { status: 'not_eligible', rule: 'not_offered' }
    const points = { kind: 'points', points: 5, costFen: 5, validDays: 9, useLink: '' } as const
    const small = { kind: 'cash', amountFen: 199, useLink: '' } as const
    for (const world of [
      anOpening({ rewardId: undefined }),
      anOpening({ rewardId: 'rwd_9999999999' }),
      anOpening({}, { terms: points }),
      anOpening({}, { terms: small }),
      anOpening({ minFen: 300 }),
      aSharing(),
    ]) {
      expect(world.act(open, {}, ann).outcome).toEqual(not)
    }
    expect(anOpening({}, { isEnabled: false }).act(open, {}, ann).outcome).toEqual({ status: 'suspended' })
  })
})

describe('sending a packet', () => {
  it('sets stock and money for all parts aside until it expires', () => {
    const { outcome, effects } = aSharing().act(send, {}, ann, NOON, seeded(1))
    const { packet } = (outcome as unknown as { detail: { packet: string } }).detail
    expect(packet).toMatch(/^[0-9a-z]{20}$/)
    const key = packetKey(packet)
    // Twelve hours are left of the campaign, and after it nobody can open anything.
    const until = RUNNING.endsAt
    expect(effects.slice(0, 2)).toEqual([
      { kind: 'take', counter: { name: 'packet.sent.day', key: `2026-11-11.${ann.id}` }, amount: 1, cap: 2 },
      { kind: 'hold', key, rewardId, count: 3, amountFen: 1_000, until },
    ])
    expect(effects[2]).toMatchObject({
      kind: 'write',
      key,
      value: { name: '安*', openers: [], mostFen: 1_000 },
    })
  })

  it('expires after its hours when the campaign lasts longer', () => {
    const world = aSharing({ hours: 2 })
    const id = sent(world)
    expect(world.facts.row(packetKey(id))).toMatchObject({ until: '2026-11-11T06:00:00.000Z' })
  })

  it('gives each packet a link of its own, drawn by the generator', () => {
    const world = aSharing({ perDay: 99, totalFen: 3 })
    const rng = seeded(3)
    const ids = Array.from({ length: 30 }, () => sent(world, ann, NOON, rng))
    expect(new Set(ids).size).toBe(30)
  })

  it('counts by the day, across midnight in Shanghai', () => {
    const world = aSharing({ perDay: 1 })
    const statusAt = (iso: string, seed: number) =>
      world.act(send, {}, ann, shanghai(iso), seeded(seed)).outcome
    expect(statusAt('2026-11-11T15:59:59.999Z', 1).status).toBe('done')
    expect(statusAt('2026-11-11T15:59:59.999Z', 2)).toEqual({
      status: 'limit_reached',
      rule: 'per_day',
      limit: 1,
    })
    expect(statusAt('2026-11-11T16:00:00.000Z', 3).status).toBe('done')
  })

  it('is refused where there is not enough for every part', () => {
    expect(aSharing({}, { stock: 2 }).act(send, {}, ann).outcome).toEqual({ status: 'sold_out' })
    const today = aSharing({}, { today: { stock: 10, taken: 8 } })
    expect(today.act(send, {}, ann).outcome).toEqual({
      status: 'sold_out',
      nextAt: '2026-11-11T16:00:00.000Z',
    })
  })

  it('offers nothing with a reward that cannot pay the whole', () => {
    const most = (amountFen: number) => ({ terms: { kind: 'cash', amountFen, useLink: '' } as const })
    expect(aSharing({}, most(333)).act(send, {}, ann).outcome).toMatchObject({ rule: 'not_offered' })
    expect(aSharing({}, most(334)).act(send, {}, ann).outcome.status).toBe('done')
    expect(anOpening().act(send, {}, ann).outcome).toMatchObject({ rule: 'not_offered' })
  })
})

describe('opening a shared packet', () => {
  const statusOf = (world: World, packet: string, member = ann, now = NOON) =>
    world.act(openShared, { packet }, member, now, seeded(9)).outcome

  it('gives all of it away exactly, one part each, the sender’s too', () => {
    const world = aSharing()
    const packet = sent(world)
    const amounts = [bob, ann, cat].map((member) =>
      amountOf(world.act(openShared, { packet }, member, NOON, seeded(4))),
    )
    expect(amounts.reduce((sum, fen) => sum + fen, 0)).toBe(1_000)
    for (const [i, member] of [bob, ann, cat].entries()) {
      expect(world.factsOf(member.id).wallet.cashFen).toBe(amounts[i])
    }
    const row = world.facts.row(packetKey(packet)) as Packet
    expect(row.openers.map(({ name }) => name)).toEqual(['阿*', '安*', '小*'])
  })

  it('is opened once by each member, ever', () => {
    const world = aSharing({ parts: 3 })
    const packet = sent(world)
    expect(statusOf(world, packet, bob).status).toBe('granted')
    const again = { status: 'limit_reached', rule: 'opened', limit: 1 }
    expect(statusOf(world, packet, bob)).toEqual(again)
    expect(statusOf(world, packet, bob, shanghai('2026-11-11T15:00:00.000Z'))).toEqual(again)
    // Also once it is empty, and once it has expired: whoever got a part hears so first.
    statusOf(world, packet, ann)
    statusOf(world, packet, cat)
    expect(statusOf(world, packet, bob, shanghai('2026-11-13T15:00:00.000Z'))).toEqual(again)
  })

  it('is empty for who comes too late', () => {
    const world = aSharing({ parts: 2 })
    const packet = sent(world)
    statusOf(world, packet, ann)
    statusOf(world, packet, bob)
    expect(statusOf(world, packet, cat)).toEqual({ status: 'sold_out' })
  })

  it('expires on the millisecond', () => {
    const world = aSharing({ hours: 1 })
    const packet = sent(world)
    const at = (iso: string, member: typeof ann) => statusOf(world, packet, member, shanghai(iso))
    expect(at('2026-11-11T04:59:59.999Z', bob).status).toBe('granted')
    expect(at('2026-11-11T05:00:00.000Z', cat)).toEqual({
      status: 'ended',
      endedAt: '2026-11-11T05:00:00.000Z',
    })
  })

  it('knows no packet that was never sent, and no id of another shape', () => {
    expect(statusOf(aSharing(), 'a'.repeat(20))).toEqual({ status: 'not_eligible', rule: 'unknown_packet' })
    for (const packet of ['', 'a'.repeat(19), 'A'.repeat(20), '../packet.aaaaaaaaaa', 'a'.repeat(21)]) {
      expect(openShared.input.safeParse({ packet }).success, packet).toBe(false)
    }
  })

  it('keeps to the parts a member may open a day, across midnight in Shanghai', () => {
    const long = { ...RUNNING, endsAt: new Date('2026-11-20T16:00:00.000Z') }
    const world = aSharing({ openPerDay: 1, hours: 48, perDay: 9 }, {}, long)
    const [first, second] = [1, 2].map((seed) => sent(world, ann, NOON, seeded(seed))) as [string, string]
    expect(statusOf(world, first, bob, shanghai('2026-11-11T15:59:00.000Z')).status).toBe('granted')
    expect(statusOf(world, second, bob, shanghai('2026-11-11T15:59:59.999Z'))).toEqual({
      status: 'limit_reached',
      rule: 'per_day',
      limit: 1,
    })
    expect(statusOf(world, second, bob, shanghai('2026-11-11T16:00:00.000Z')).status).toBe('granted')
  })

  it('pays what was promised also when the reward is paused or its stock is gone', () => {
    const world = aSharing({ parts: 3 }, { stock: 3 })
    const packet = sent(world)
    expect(world.act(send, {}, ann, NOON, seeded(5)).outcome.status).toBe('sold_out')
    expect(statusOf(world, packet, bob).status).toBe('granted')
  })

  it('gives nothing of a packet that another reward was held for', () => {
    const first = aSharing()
    const packet = sent(first)
    const other = 'rwd_0000000002'
    const world = inMemoryEngine<RedPacketConfig>({
      config: { ...first.facts.config, rewardId: other },
      rewards: [{ ...reward, id: other }],
      rows: { [packetKey(packet)]: first.facts.row(packetKey(packet)) },
    })
    expect(statusOf(world, packet, bob)).toMatchObject({ rule: 'not_offered' })
  })

  it('never gives more than was held, whoever opens which packet in which order', () => {
    const people = [
      ann,
      bob,
      cat,
      { id: 'mbr_0000000004', name: '大*' },
      { id: 'mbr_0000000005', name: '老*' },
    ]
    const taps = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 2 })), { maxLength: 60 })
    const terms = fc.record({ parts: fc.integer({ min: 1, max: 6 }), extraFen: fc.nat({ max: 900 }) })
    fc.assert(
      fc.property(terms, taps, fc.nat(), ({ parts, extraFen }, sequence, seed) => {
        const totalFen = parts + extraFen
        const rng = seeded(seed)
        const world = aSharing({ parts, totalFen, perDay: 9, openPerDay: 99 })
        const packets = [0, 1, 2].map(() => sent(world, ann, NOON, rng))
        const gave = new Map<string, number[]>(packets.map((id) => [id, []]))
        const opened = new Set<string>()
        for (const [who, which] of sequence) {
          const member = people[who] ?? ann
          const packet = packets[which] ?? ''
          const list = gave.get(packet) ?? []
          const decision = world.act(openShared, { packet }, member, NOON, rng)
          const { status } = decision.outcome
          if (opened.has(`${who} ${which}`)) expect(status).toBe('limit_reached')
          else if (list.length >= parts) expect(status).toBe('sold_out')
          else {
            expect(status).toBe('granted')
            opened.add(`${who} ${which}`)
            list.push(amountOf(decision))
          }
        }
        for (const list of gave.values()) {
          const sum = list.reduce((all, fen) => all + fen, 0)
          if (list.length === parts) expect(sum).toBe(totalFen)
          else expect(sum).toBeLessThan(totalFen)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('what the phone is shown', () => {
  const shown = (world: World, member?: typeof ann, packet?: string, now = NOON) =>
    tool.present(world.factsOf(member?.id), member, now, packet ? { packet } : {}) as RedPacketState
  const packetOf = (...args: Parameters<typeof shown>) =>
    (shown(...args).play as ShareState).packet as ShownPacket

  it('tells how many were opened, and today’s amounts only', () => {
    const world = anOpening()
    world.act(open, {}, ann)
    const grant = (amountFen: number, grantedAt: string) =>
      ({ given: { kind: 'cash', amountFen }, grantedAt }) as never
    const facts = {
      ...world.factsOf(ann.id),
      mine: [grant(188, '2026-11-11T03:00:00.000Z'), grant(66, '2026-11-10T15:59:59.999Z')],
    }
    expect((tool.present(facts, ann, NOON, {}) as RedPacketState).play).toMatchObject({
      openedToday: 1,
      opened: 1,
      amountsToday: [188],
    } satisfies Partial<OpenState>)
  })

  it('keeps amounts from who has not opened, until the packet is empty', () => {
    const world = aSharing({ parts: 2 })
    const packet = sent(world)
    world.act(openShared, { packet }, bob, NOON, seeded(2))
    for (const viewer of [ann, cat, undefined]) {
      const seen = packetOf(world, viewer, packet)
      expect(seen).toMatchObject({ state: 'open', from: '安*', isMine: viewer === ann })
      expect(seen.openers).toEqual([{ name: '阿*', at: NOON.at.toISOString(), isMe: false, isBest: false }])
    }
    const mine = packetOf(world, bob, packet)
    expect(mine).toMatchObject({ state: 'opened', isMine: false })
    expect(mine.openers[0]).toMatchObject({ amountFen: mine.mineFen, isMe: true, isBest: false })

    world.act(openShared, { packet }, ann, NOON, seeded(3))
    const late = packetOf(world, cat, packet)
    expect(late.state).toBe('empty')
    expect(late.openers.reduce((sum, { amountFen = 0 }) => sum + amountFen, 0)).toBe(1_000)
  })

  it('crowns the luckiest only once all parts are gone, the first of equals', () => {
    const world = aSharing({ parts: 3, totalFen: 3 })
    const packet = sent(world)
    const crowned = () => packetOf(world, bob, packet).openers.map(({ isBest }) => isBest)
    world.act(openShared, { packet }, bob)
    world.act(openShared, { packet }, ann)
    expect(crowned()).toEqual([false, false])
    world.act(openShared, { packet }, cat)
    expect(crowned()).toEqual([true, false, false])
  })

  it('never tells a member’s id', () => {
    const world = aSharing({ parts: 2 })
    const packet = sent(world)
    world.act(openShared, { packet }, bob)
    for (const viewer of [ann, bob, undefined]) {
      expect(JSON.stringify(shown(world, viewer, packet))).not.toContain('mbr_')
    }
  })

  it('says of a link that leads nowhere that it is unknown, and reads no row for nonsense', () => {
    const world = aSharing()
    for (const packet of ['b'.repeat(20), 'nonsense', '__proto__']) {
      expect(packetOf(world, ann, packet)).toEqual({ state: 'unknown' })
    }
    const needs = (packet: string) => tool.presentNeeds(world.facts.config, undefined, NOON, { packet }).rows
    expect(needs('b'.repeat(20))).toEqual([packetKey('b'.repeat(20))])
    expect(needs('nonsense')).toEqual([])
    expect((shown(world, ann).play as ShareState).packet).toBeUndefined()
  })

  it('lists the member’s own packets from the latest', () => {
    const world = aSharing({ perDay: 99, totalFen: 3 })
    const rng = seeded(6)
    const ids = Array.from({ length: 12 }, () => sent(world, ann, NOON, rng))
    const { sent: list } = shown(world, ann).play as ShareState
    expect(list.map(({ id }) => id)).toEqual(ids.reverse().slice(0, 10))
    expect((shown(world, bob).play as ShareState).sent).toEqual([])
  })

  it('expires a packet nobody emptied', () => {
    const world = aSharing({ hours: 1 })
    const packet = sent(world)
    expect(packetOf(world, bob, packet, shanghai('2026-11-11T05:00:00.000Z')).state).toBe('expired')
  })

  it('tells how things stand with the money', () => {
    const supply = (config: Partial<RedPacketConfig>, facts?: Partial<RewardFacts>) =>
      shown(anOpening(config, facts)).supply
    expect(supply({})).toBe('plenty')
    expect(supply({}, { taken: 100 })).toBe('sold_out')
    expect(supply({}, { isEnabled: false })).toBe('suspended')
    expect(supply({ rewardId: undefined })).toBe('not_offered')
    expect(shown(aSharing({}, { today: { stock: 3, taken: 1 } }))).toMatchObject({
      supply: 'sold_out',
      moreAt: '2026-11-11T16:00:00.000Z',
    })
  })
})

describe('checking a configuration', () => {
  const codes = (config: Partial<RedPacketConfig>) =>
    tool.check?.({ ...defaults, rewardId, ...config }).map(({ code }) => code)

  it('finds what cannot work, of the chosen mode only', () => {
    expect(codes({})).toEqual([])
    expect(codes({ rewardId: undefined })).toEqual(['no_reward'])
    expect(codes({ minFen: 3, maxFen: 2 })).toEqual(['range_reversed'])
    expect(codes({ perDay: 3, total: 2 })).toEqual(['day_above_total'])
    expect(codes({ mode: 'share', minFen: 3, maxFen: 2 })).toEqual([])
    expect(codes({ mode: 'share', totalFen: 4, parts: 5 })).toEqual(['too_little_to_split'])
  })
})
