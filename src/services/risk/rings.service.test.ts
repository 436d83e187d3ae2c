import { expect, test } from 'vitest'
import type { RiskTerms } from '@/schemas/risk'
import { decision, help, memberOrigin } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import { bookErrors } from '@/src/testing/books'
import { expandingPackets } from '@/src/testing/builders/expanding-packets'
import { aKey } from '@/src/testing/builders/published-tool'
import { aWorld, type World } from '@/src/testing/world'
import type { MemberContext } from '../context'
import { createCombiner } from '../grants'
import type { RequestOrigin } from '../request-origin'
import { forgetHelps, importRiskList, saveRiskRule } from './index'

const DAY_MS = 86_400_000
const RING = { kind: 'help_ring', maxMembers: 3, days: 7 } as const

/** Members with a packet open each, who help one another. */
async function aCircle(world: World, size: number) {
  const packets = await expandingPackets(world)
  const members = await Promise.all(Array.from({ length: size }, (_, i) => world.asMember(`会员${i}`)))
  const idOf = (i: number) => members[i]?.member?.id ?? ''
  const rule = (terms: RiskTerms) => saveRiskRule({ ctx: packets.admin, input: { name: '助力', terms } })
  const open = async (i: number, origin: RequestOrigin = {}) => {
    const ctx = { ...(members[i] as MemberContext), origin }
    const { invite } = await packets.open(ctx)
    return invite
  }
  /** One helps with the packet that is invited to. */
  const help = async (i: number, invite: string, o: Partial<MemberContext> & { key?: string } = {}) => {
    const { key, ...more } = o
    const ctx = { ...(members[i] as MemberContext), ...more }
    const proof = await packets.proofOf(ctx, invite)
    return () => packets.act(ctx, 'help', { invite, proof }, key)
  }
  const helped = async (i: number, invite: string, o?: Partial<MemberContext> & { key?: string }) =>
    (await (await help(i, invite, o))()).status
  return { ...packets, members, idOf, rule, open, help, helped }
}

const together = async (taps: Promise<() => Promise<{ status: string }>>[]) => {
  const ready = await Promise.all(taps)
  return (await Promise.all(ready.map((tap) => tap()))).map(({ status }) => status).sort()
}

const refused = async (world: World) => {
  await world.ctx.decisions.flush()
  return world.ctx.db.read.select().from(decision)
}

test('two who help each other in one batch: the second is stopped, and the trace names both', async () => {
  await using world = await aWorld()
  const circle = await aCircle(world, 2)
  const { id } = await circle.rule(RING)
  const invites = [await circle.open(0), await circle.open(1)] as const
  const ends = await together([circle.help(0, invites[1]), circle.help(1, invites[0])])
  expect(ends).toEqual(['done', 'risk_blocked'])
  const [row] = await refused(world)
  expect(row).toMatchObject({ status: 'risk_blocked', rule: id, action: 'help' })
  const [first, second] = row?.memberId === circle.idOf(0) ? [0, 1] : [1, 0]
  expect(row?.trace.at(-1)?.figures).toEqual([
    { kind: 'members', name: '助力', how: 'ring', ids: [first, second, first].map(circle.idOf) },
  ])
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('a ring of three closes in the batch that the last two helps meet in', async () => {
  await using world = await aWorld()
  const circle = await aCircle(world, 4)
  await circle.rule(RING)
  const invites = await Promise.all([0, 1, 2].map((i) => circle.open(i)))
  const [a = '', b = '', c = ''] = invites
  expect(await circle.helped(0, b)).toBe('done')
  expect(await together([circle.help(1, c), circle.help(2, a)])).toEqual(['done', 'risk_blocked'])
  // What was refused is no help, and somebody else's is nobody's ring.
  expect(await world.ctx.db.read.select().from(help)).toHaveLength(2)
  expect(await circle.helped(3, a)).toBe('done')
})

test('two halves of a ring in two processes: one of them is stopped', async () => {
  await using world = await aWorld()
  const circle = await aCircle(world, 2)
  await circle.rule(RING)
  const invites = [await circle.open(0), await circle.open(1)] as const
  const { db, clock, timeZone } = world.ctx
  const combiner = createCombiner({ db, clock, timeZone })
  const ends = await together([circle.help(0, invites[1]), circle.help(1, invites[0], { combiner })])
  expect(ends).toEqual(['done', 'risk_blocked'])
})

test.each([
  [3, 'done'],
  [4, 'risk_blocked'],
] as const)('a ring of four, where rings are of at most %i: %s', async (maxMembers, status) => {
  await using world = await aWorld()
  const circle = await aCircle(world, 4)
  await circle.rule({ ...RING, maxMembers })
  const [a = '', b = '', c = '', d = ''] = await Promise.all([0, 1, 2, 3].map((i) => circle.open(i)))
  for (const [i, invite] of [b, c, d].entries()) expect(await circle.helped(i, invite)).toBe('done')
  expect(await circle.helped(3, a)).toBe(status)
})

test('a rule knows what was helped before it was made, for its days and no longer', async () => {
  await using world = await aWorld()
  const circle = await aCircle(world, 2)
  expect(await circle.helped(1, await circle.open(0))).toBe('done')
  await circle.rule({ ...RING, days: 3 })
  world.clock.advance(2 * DAY_MS)
  expect(await circle.helped(0, await circle.open(1))).toBe('risk_blocked')
  world.clock.advance(DAY_MS)
  expect(await circle.helped(0, await circle.open(1))).toBe('done')
})

test('the allow-list lifts it', async () => {
  await using world = await aWorld()
  const circle = await aCircle(world, 2)
  await circle.rule(RING)
  await importRiskList({
    ctx: circle.admin,
    input: { list: 'allow', kind: 'member', text: circle.idOf(0) },
  })
  expect(await circle.helped(1, await circle.open(0))).toBe('done')
  expect(await circle.helped(0, await circle.open(1))).toBe('done')
})

test('helpers who always come together help that member no more, a stranger does', async () => {
  await using world = await aWorld()
  const circle = await aCircle(world, 4)
  await circle.rule({ kind: 'help_group', members: 2, times: 2, days: 30 })
  for (let day = 0; day < 2; day++) {
    const invite = await circle.open(0)
    expect(await together([circle.help(1, invite), circle.help(2, invite)])).toEqual(['done', 'done'])
    world.clock.advance(DAY_MS)
  }
  const invite = await circle.open(0)
  expect(await circle.helped(3, invite)).toBe('done')
  expect(await together([circle.help(1, invite), circle.help(2, invite)])).toEqual([
    'risk_blocked',
    'risk_blocked',
  ])
  const figures = (await refused(world)).flatMap(({ trace }) => trace.at(-1)?.figures ?? [])
  for (const figure of figures) expect(figure).toMatchObject({ kind: 'members', how: 'group' })
  expect(new Set(figures.flatMap((figure) => (figure.kind === 'members' ? figure.ids : [])))).toEqual(
    new Set([circle.idOf(1), circle.idOf(2)]),
  )
})

test('whoever shares a device or a network with whom they help, as the rule says', async () => {
  await using world = await aWorld()
  const circle = await aCircle(world, 4)
  await circle.rule({ kind: 'help_origin', origin: 'device', days: 7 })
  const [device, other] = ['a'.repeat(32), 'b'.repeat(32)]
  const ipPrefix = '203.0.113.0/24'
  const invite = await circle.open(0, { device, ipPrefix })
  expect(await circle.helped(1, invite, { origin: { device } })).toBe('risk_blocked')
  expect(await circle.helped(1, invite, { origin: { device: other, ipPrefix } })).toBe('done')
  expect(await circle.helped(2, invite, { origin: { ipPrefix } })).toBe('done')
  world.clock.advance(1_000)
  await circle.rule({ kind: 'help_origin', origin: 'ip_prefix', days: 7 })
  expect(await circle.helped(3, invite, { origin: { device: other, ipPrefix } })).toBe('risk_blocked')
  const [row] = (await refused(world)).filter(({ memberId }) => memberId === circle.idOf(3))
  expect(row?.trace.at(-1)?.figures).toEqual([
    { kind: 'members', name: '助力', how: 'device', ids: [] },
    { kind: 'members', name: '助力', how: 'ip_prefix', ids: [circle.idOf(3), circle.idOf(0)] },
  ])
})

test('where a member was seen last is not forgotten by a clock that is set back', async () => {
  await using world = await aWorld()
  const circle = await aCircle(world, 1)
  await circle.rule({ kind: 'help_origin', origin: 'device', days: 1 })
  const device = 'd'.repeat(32)
  const now = world.clock.now()
  await circle.open(0, { device })
  world.clock.set(new Date(now.getTime() - DAY_MS).toISOString())
  await circle.act({ ...(circle.members[0] as MemberContext), origin: { device } }, 'collect', { n: 1 })
  const [seen] = await world.ctx.db.read.select().from(memberOrigin)
  expect(seen?.lastDay).toBe(calendarDay(world.ctx.timeZone, now).day)
})

test('a help is counted once however often it is sent, and forgotten when no rule can ask for it', async () => {
  await using world = await aWorld()
  const circle = await aCircle(world, 2)
  await circle.rule({ kind: 'help_origin', origin: 'device', days: 90 })
  const key = aKey()
  const invite = await circle.open(0, { device: 'c'.repeat(32) })
  expect(await circle.helped(1, invite, { key })).toBe('done')
  expect(await circle.helped(1, invite, { key })).toBe('done')
  const { read } = world.ctx.db
  expect(await read.select().from(help)).toMatchObject([
    { helperId: circle.idOf(1), helpedId: circle.idOf(0), times: 1 },
  ])
  const left = async () => {
    await forgetHelps(world.ctx, new AbortController().signal)
    return [(await read.select().from(help)).length, (await read.select().from(memberOrigin)).length]
  }
  world.clock.advance(89 * DAY_MS)
  expect(await left()).toEqual([1, 1])
  world.clock.advance(DAY_MS)
  expect(await left()).toEqual([0, 0])
})
