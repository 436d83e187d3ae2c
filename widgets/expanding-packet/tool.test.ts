import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inMemoryEngine, NOON, RUNNING, seeded, shanghai } from '../kit/testing/in-memory-engine'
import type { Decision, Now, Rng, ToolFacts } from '../kit/tool'
import { checkConfig, defaults } from './config'
import { packetKey } from './packet'
import type { ExpandingState, ShownPacket } from './state'
import { type ExpandingConfig, tool } from './tool'

const { open, help, expand, collect } = tool.actions
const ann = { id: 'mbr_0000000001', name: '安*' }
const bob = { id: 'mbr_0000000002', name: '阿*' }
const cat = { id: 'mbr_0000000003', name: '小*' }
const friends = Array.from({ length: 60 }, (_, i) => ({ id: `mbr_10000000${10 + i}`, name: `友*` }))
const LONG = { ...RUNNING, endsAt: new Date('2026-11-30T16:00:00.000Z') }

const reward = {
  id: 'rwd_0000000001',
  title: '红包',
  terms: { kind: 'cash' as const, amountFen: 2_000, useLink: '' },
  isEnabled: true,
  stock: 100,
  taken: 0,
}

function aWorld(
  config: Partial<ExpandingConfig> = {},
  changed: Partial<typeof reward> = {},
  campaign: ToolFacts<unknown>['campaign'] = LONG,
) {
  return inMemoryEngine<ExpandingConfig>({
    config: { ...defaults, rewardId: reward.id, helpers: 3, leastFen: 100, mostFen: 1_000, ...config },
    rewards: [{ ...reward, ...changed }],
    campaign,
  })
}
type World = ReturnType<typeof aWorld>
type Member = typeof ann

const shownTo = (world: World, member: Member | undefined, invite = '', now = NOON) =>
  tool.present(world.factsOf(member?.id), member, now, invite ? { invite } : {}) as ExpandingState
const mineOf = (world: World, member = ann, now = NOON) => shownTo(world, member, '', now).mine as ShownPacket

/** Opens a packet for ann; answers what her link carries. */
function opened(world: World, now = NOON): string {
  expect(world.act(open, {}, ann, now).outcome.status).toBe('done')
  return mineOf(world, ann, now).invite ?? ''
}

/** Opens the link as a friend would, and helps. */
function helpWith(
  world: World,
  invite: string,
  member: Member,
  now: Now = NOON,
  rng: Rng = seeded(1),
): Decision {
  const { friend } = shownTo(world, member, invite, now)
  const proof = (friend && 'proof' in friend && friend.proof) || ''
  return world.act(help, { invite, proof }, member, now, rng)
}
const outcomeOf = (...of: Parameters<typeof helpWith>) => helpWith(...of).outcome

describe('opening a packet', () => {
  it('begins at the base and sets the most it may come to aside', () => {
    const world = aWorld()
    const decision = world.act(open, {}, ann)
    expect(decision.effects).toContainEqual({
      kind: 'hold',
      key: 'packet.mbr_0000000001.1',
      rewardId: reward.id,
      count: 1,
      amountFen: 2_000,
      until: new Date('2026-11-13T04:00:00.000Z'),
    })
    expect(mineOf(world)).toMatchObject({ n: 1, amountFen: 200, targetFen: 2_000, helps: [], helpers: 3 })
  })

  it('is for one at a time, and so many a day', () => {
    const world = aWorld({ perDay: 2 })
    opened(world)
    expect(world.act(open, {}, ann).outcome).toMatchObject({ status: 'limit_reached', rule: 'one_at_a_time' })
    for (const n of [1, 2]) {
      expect(world.act(collect, { n }, ann).outcome.status).toBe('granted')
      if (n === 1) expect(world.act(open, {}, ann).outcome.status).toBe('done')
    }
    expect(world.act(open, {}, ann).outcome).toEqual({
      status: 'limit_reached',
      rule: 'opened_per_day',
      limit: 2,
    })
    expect(world.act(open, {}, ann, shanghai('2026-11-11T16:00:00.000Z')).outcome.status).toBe('done')
  })

  it('grows until the campaign ends, and is collected in its own time, or until collecting ends', () => {
    const world = aWorld({}, {}, RUNNING)
    opened(world)
    const { until, collectUntil } = mineOf(world) ?? {}
    expect([until, (collectUntil ?? '') > '2026-11-11T16:00:00.000Z']).toEqual([
      '2026-11-11T16:00:00.000Z',
      true,
    ])
    const collectsUntil = new Date('2026-11-11T17:00:00.000Z')
    const short = aWorld({}, {}, { ...RUNNING, collectsUntil })
    opened(short)
    expect(mineOf(short)?.collectUntil).toBe('2026-11-11T17:00:00.000Z')
  })

  it('is refused where there is nothing to be had', () => {
    const status = (world: World) => world.act(open, {}, ann).outcome
    expect(status(aWorld({}, { stock: 0 }))).toEqual({ status: 'sold_out' })
    expect(status(aWorld({}, { isEnabled: false }))).toEqual({ status: 'suspended' })
    expect(status(aWorld({ targetFen: 2_001, mostFen: 2_000 }))).toMatchObject({ rule: 'not_offered' })
    expect(status(aWorld({ rewardId: undefined }))).toMatchObject({ rule: 'not_offered' })
  })
})

describe('helping', () => {
  it('comes exactly to the target with the last friend, and tells each what they added', () => {
    const world = aWorld()
    const invite = opened(world)
    let amountFen = 200
    for (const friend of friends.slice(0, 3)) {
      const { outcome } = helpWith(world, invite, friend, NOON, seeded(amountFen))
      const { fen } = (outcome as unknown as { detail: { fen: number } }).detail
      expect(fen).toBeGreaterThanOrEqual(100)
      expect(fen).toBeLessThanOrEqual(1_000)
      amountFen += fen
      expect(mineOf(world).amountFen).toBe(amountFen)
    }
    expect(amountFen).toBe(2_000)
    expect(outcomeOf(world, invite, bob)).toEqual({ status: 'sold_out' })
  })

  it('needs the invitation opened by that very member: sharing it does nothing', () => {
    const world = aWorld()
    const invite = opened(world)
    expect(world.act(help, { invite, proof: '' }, bob).outcome).toMatchObject({ rule: 'no_proof' })
    const { friend } = shownTo(world, bob, invite)
    const proof = friend && 'proof' in friend ? (friend.proof ?? '') : ''
    expect(world.act(help, { invite, proof }, cat).outcome).toMatchObject({ rule: 'forged_proof' })
    expect(world.act(help, { invite: invite.replace('-1.', '-2.'), proof }, bob).outcome).toMatchObject({
      rule: 'forged_invitation',
    })
    expect(world.act(help, { invite, proof }, bob).outcome.status).toBe('done')
  })

  it('counts once for each friend, whatever they bring again', () => {
    const world = aWorld()
    const invite = opened(world)
    expect(outcomeOf(world, invite, bob).status).toBe('done')
    const again = { status: 'limit_reached', rule: 'helped', limit: 1 }
    expect(outcomeOf(world, invite, bob)).toEqual(again)
    outcomeOf(world, invite, cat)
    outcomeOf(world, invite, friends[0] as Member)
    // Also once it is full: whoever helped hears so first.
    expect(outcomeOf(world, invite, bob)).toEqual(again)
    expect(mineOf(world).helps).toHaveLength(3)
  })

  it('is not for oneself', () => {
    const world = aWorld()
    const invite = opened(world)
    expect(shownTo(world, ann, invite).friend).toBeUndefined()
    const proof = (world.factsOf(ann.id).invitations.open(invite) as { proof: string }).proof
    expect(world.act(help, { invite, proof }, ann).outcome).toEqual({
      status: 'not_eligible',
      rule: 'own_packet',
    })
  })

  it('keeps to the helps a member has a day, across midnight in Shanghai', () => {
    const world = aWorld({ helpsPerDay: 1, perDay: 9 })
    const first = opened(world)
    expect(outcomeOf(world, first, bob, shanghai('2026-11-11T15:59:00.000Z')).status).toBe('done')
    expect(world.act(collect, { n: 1 }, ann).outcome.status).toBe('granted')
    const second = opened(world, shanghai('2026-11-11T15:59:00.000Z'))
    expect(outcomeOf(world, second, bob, shanghai('2026-11-11T15:59:59.999Z'))).toEqual({
      status: 'limit_reached',
      rule: 'helped_per_day',
      limit: 1,
    })
    expect(outcomeOf(world, second, bob, shanghai('2026-11-11T16:00:00.000Z')).status).toBe('done')
  })

  it('ends with the hours that were promised, and with collecting', () => {
    const world = aWorld({ hours: 1 })
    const invite = opened(world)
    const at = (iso: string) => shanghai(iso)
    expect(outcomeOf(world, invite, bob, at('2026-11-11T04:59:59.000Z')).status).toBe('done')
    expect(outcomeOf(world, invite, cat, at('2026-11-11T05:00:00.000Z'))).toMatchObject({
      rule: 'expired_invitation',
    })
    world.act(collect, { n: 1 }, ann, at('2026-11-11T04:59:59.100Z'))
    expect(outcomeOf(world, invite, cat, at('2026-11-11T04:59:59.500Z'))).toEqual({
      status: 'ended',
      endedAt: '2026-11-11T04:59:59.100Z',
    })
  })

  it('of a packet that is over helps none that came after it', () => {
    const world = aWorld({ perDay: 9 })
    const old = opened(world)
    world.act(collect, { n: 1 }, ann)
    opened(world)
    expect(shownTo(world, bob, old).friend).toEqual({ refused: 'unknown' })
    const proof = (world.factsOf(bob.id).invitations.open(old) as { proof: string }).proof
    expect(world.act(help, { invite: old, proof }, bob).outcome).toMatchObject({ rule: 'unknown_packet' })
    expect(mineOf(world)).toMatchObject({ n: 2, amountFen: 200 })
  })
})

describe('expanding by itself', () => {
  const alone = { mode: 'self' as const, targetFen: 888, baseFen: 200 }

  it('happens once, to anything above the base and up to the cap', () => {
    const seen = new Set<number>()
    for (let seed = 0; seed < 4_000; seed++) {
      const world = aWorld(alone)
      world.act(open, {}, ann)
      world.act(expand, { n: 1 }, ann, NOON, seeded(seed))
      seen.add(mineOf(world).amountFen)
    }
    expect([Math.min(...seen), Math.max(...seen)]).toEqual([201, 888])
    const world = aWorld(alone)
    world.act(open, {}, ann)
    expect(world.act(expand, { n: 1 }, ann).outcome.status).toBe('done')
    expect(world.act(expand, { n: 1 }, ann).outcome).toMatchObject({
      status: 'limit_reached',
      rule: 'expanded',
    })
  })

  it('has no invitation, and a packet for friends does not do it', () => {
    const world = aWorld(alone)
    world.act(open, {}, ann)
    expect(mineOf(world).invite).toBeUndefined()
    const invite = world.factsOf(ann.id).invitations.issue(`${ann.id}-1`, LONG.endsAt)
    expect(outcomeOf(world, invite, bob)).toMatchObject({ rule: 'unknown_packet' })
    const other = aWorld()
    opened(other)
    expect(other.act(expand, { n: 1 }, ann).outcome).toMatchObject({ rule: 'unknown_packet' })
  })
})

describe('collecting', () => {
  it('pays what it has come to, once, and closes what was held', () => {
    const world = aWorld()
    const invite = opened(world)
    helpWith(world, invite, bob)
    const { amountFen } = mineOf(world)
    const decision = world.act(collect, { n: 1 }, ann)
    expect(decision.effects[0]).toEqual({
      kind: 'grant',
      rewardId: reward.id,
      amountFen,
      hold: 'packet.mbr_0000000001.1',
      closesHold: true,
    })
    expect(world.factsOf(ann.id).wallet.cashFen).toBe(amountFen)
    expect(world.act(collect, { n: 1 }, ann).outcome).toMatchObject({
      status: 'limit_reached',
      rule: 'collected',
    })
    expect(mineOf(world).collectedFen).toBe(amountFen)
  })

  it('is the member’s own, of the packet that is meant', () => {
    const world = aWorld()
    opened(world)
    expect(world.act(collect, { n: 1 }, bob).outcome).toMatchObject({ rule: 'unknown_packet' })
    expect(world.act(collect, { n: 2 }, ann).outcome).toMatchObject({ rule: 'unknown_packet' })
  })

  it('ends to the millisecond, also for a reward that was paused', () => {
    const world = aWorld({ hours: 1, collectHours: 1 }, { isEnabled: true })
    opened(world)
    expect(world.act(collect, { n: 1 }, ann, shanghai('2026-11-11T06:00:00.000Z')).outcome).toEqual({
      status: 'ended',
      endedAt: '2026-11-11T06:00:00.000Z',
    })
    expect(world.act(collect, { n: 1 }, ann, shanghai('2026-11-11T05:59:59.999Z')).outcome.status).toBe(
      'granted',
    )
  })

  it('gives nothing of a packet that another reward was held for', () => {
    const first = aWorld()
    opened(first)
    const other = 'rwd_0000000002'
    const world = inMemoryEngine<ExpandingConfig>({
      config: { ...first.facts.config, rewardId: other },
      rewards: [{ ...reward, id: other }],
      rows: { [packetKey(ann.id)]: first.facts.row(packetKey(ann.id)) },
      campaign: LONG,
    })
    expect(world.act(collect, { n: 1 }, ann).outcome).toMatchObject({ rule: 'not_offered' })
  })
})

describe('whatever members do in whatever order', () => {
  it('a packet never comes to more than was held, and each friend helps it once', () => {
    const people = [ann, bob, cat, ...friends.slice(0, 5)]
    const step = fc.record({
      who: fc.nat({ max: people.length - 1 }),
      what: fc.constantFrom('open', 'help', 'help', 'help', 'collect'),
      whose: fc.nat({ max: 1 }),
      minutes: fc.nat({ max: 200 }),
    })
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(),
        (steps, helpers, seed) => {
          const config = {
            helpers,
            leastFen: 1,
            mostFen: 1_800,
            hours: 4,
            collectHours: 2,
            perDay: 99,
            helpsPerDay: 99,
          }
          const world = aWorld(config, { stock: 1_000 })
          const rng = seeded(seed)
          let at = NOON.at.getTime()
          const helped = new Set<string>()
          for (const { who, what, whose, minutes } of steps) {
            at += minutes * 60_000
            const now = shanghai(new Date(at).toISOString())
            const member = people[who] ?? ann
            const owner = people[whose] ?? ann
            const own = mineOf(world, member, now)
            // The engine in memory throws where more would be given than is held.
            if (what === 'open') world.act(open, {}, member, now)
            else if (what === 'collect' && own) world.act(collect, { n: own.n }, member, now)
            else if (what === 'help') {
              const shown = mineOf(world, owner, now)
              if (!shown?.invite) continue
              const { status } = outcomeOf(world, shown.invite, member, now, rng)
              const key = `${owner.id} ${shown.n} ${member.id}`
              if (status === 'done') {
                expect(helped.has(key)).toBe(false)
                expect(member).not.toBe(owner)
                helped.add(key)
              }
              const after = mineOf(world, owner, now)
              expect(after.amountFen).toBeLessThanOrEqual(2_000)
              expect(after.amountFen).toBeGreaterThanOrEqual(shown.amountFen)
              expect(after.amountFen === 2_000).toBe(after.helps.length === helpers)
            }
          }
        },
      ),
      { numRuns: 300, seed: 20261111 },
    )
  })
})

describe('what the phone is shown', () => {
  it('gives the invitation to nobody but who opened the packet', () => {
    const world = aWorld()
    const invite = opened(world)
    const seen = JSON.stringify([shownTo(world, bob, invite), shownTo(world, undefined, invite)])
    expect(seen).not.toContain(invite)
    expect(seen).not.toContain(ann.id)
    expect(shownTo(world, undefined, invite).friend).not.toHaveProperty('proof')
  })

  it('knows no packet by a link that nobody made', () => {
    const world = aWorld()
    const invite = opened(world)
    for (const changed of [
      '',
      'a',
      `${invite}a`,
      invite.replace('mbr', 'mbq'),
      `${bob.id}-1.zzzzzz.${'A'.repeat(22)}`,
    ]) {
      if (changed === '') continue
      expect(shownTo(world, bob, changed).friend, changed).toEqual({ refused: 'unknown' })
    }
  })

  it('shows who helped what came of it after the invitation has expired, and nobody else', () => {
    const world = aWorld({ hours: 1 })
    const invite = opened(world)
    helpWith(world, invite, bob)
    const later = shanghai('2026-11-11T06:00:00.000Z')
    const expired = {
      ...world.factsOf(bob.id).invitations,
      open: () => ({ status: 'expired_invitation' as const }),
    }
    const seen = (member: Member) =>
      (
        tool.present({ ...world.factsOf(member.id), invitations: expired }, member, later, {
          invite,
        }) as ExpandingState
      ).friend
    expect(seen(bob)).toMatchObject({ helps: [{ isMe: true }] })
    expect(seen(cat)).toEqual({ refused: 'expired' })
  })
})

describe('the configuration', () => {
  const codes = (config: Partial<ExpandingConfig>) =>
    checkConfig({ ...defaults, rewardId: reward.id, ...config }).map(({ code }) => code)

  it('must be within reach of so many friends', () => {
    expect(codes({})).toEqual([])
    expect(codes({ rewardId: undefined })).toEqual(['no_reward'])
    expect(codes({ targetFen: 200 })).toEqual(['target_not_above'])
    expect(codes({ helpers: 2 })).toEqual(['out_of_reach'])
    expect(codes({ leastFen: 301 })).toEqual(['out_of_reach'])
    expect(codes({ mode: 'self', helpers: 2 })).toEqual([])
  })

  it('keeps its reward while packets are open', () => {
    const before = { ...defaults, rewardId: reward.id }
    expect(tool.checkWhileHeld?.(before, { ...before, helpers: 9, mode: 'self' })).toEqual([])
    expect(tool.checkWhileHeld?.(before, { ...before, rewardId: 'rwd_0000000002' })).toEqual([
      { code: 'packets_are_open', path: ['rewardId'] },
    ])
  })
})
