import { expect, test } from 'vitest'
import type { RiskTerms } from '@/schemas/risk'
import { counter, decision } from '@/src/db'
import { aCouponWall, type PublishedCouponWall } from '@/src/testing/builders/coupon-wall'
import { aWorld, type World } from '@/src/testing/world'
import type { MemberContext } from '../context'
import type { RequestOrigin } from '../request-origin'
import {
  forgetRiskWindows,
  importRiskList,
  listRiskEntries,
  listRiskRules,
  removeRiskEntry,
  saveRiskRule,
  switchRiskRule,
} from './index'

const DEVICE = 'a'.repeat(32)

const rule = (wall: PublishedCouponWall, terms: RiskTerms, campaignId?: string) =>
  saveRiskRule({ ctx: wall.admin, input: { name: '频次', terms, campaignId } })

const from = async (world: World, origin: RequestOrigin): Promise<MemberContext> => ({
  ...(await world.asMember()),
  origin,
})

const VELOCITY = { kind: 'velocity', subject: 'member', max: 2, windowMinutes: 10 } as const

test('too many actions of a member in a window are blocked, and the next window is free again', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 99 })
  const { id } = await rule(wall, VELOCITY)
  const member = await world.asMember()
  const ends = [await wall.claim(member), await wall.claim(member), await wall.claim(member)]
  expect(ends.map(({ status }) => status)).toEqual(['granted', 'granted', 'risk_blocked'])
  // What a member learns of it: nothing.
  expect(ends[2]).toEqual({ status: 'risk_blocked' })
  expect((await wall.claim(await world.asMember())).status).toBe('granted')
  await world.ctx.decisions.flush()
  const [row] = await world.ctx.db.read.select().from(decision)
  expect(row).toMatchObject({ status: 'risk_blocked', rule: id, times: 1 })
  expect(row?.trace.at(-1)).toEqual({
    check: 'risk',
    result: 'refused',
    figures: [{ kind: 'count', name: '频次', used: 2, cap: 2 }],
  })
  world.clock.advance(10 * 60_000)
  expect((await wall.claim(member)).status).toBe('granted')
})

test('taps that arrive together pass no rule, and what was refused is not counted', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 1 })
  await rule(wall, { kind: 'velocity', subject: 'ip_prefix', max: 3, windowMinutes: 60 })
  const origin = { ipPrefix: '203.0.113.0/24' }
  const first = await from(world, origin)
  for (let i = 0; i < 5; i++) await wall.claim(first)
  const others = await Promise.all(Array.from({ length: 6 }, () => from(world, origin)))
  const ends = await Promise.all(others.map((ctx) => wall.claim(ctx)))
  expect(ends.filter(({ status }) => status === 'granted')).toHaveLength(2)
  expect((await wall.claim(await from(world, { ipPrefix: '198.51.100.0/24' }))).status).toBe('granted')
  expect((await wall.claim(await world.asMember())).status).toBe('granted')
})

test('a device is for so many members; who used it before may go on', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 99 })
  await rule(wall, { kind: 'duplicate_device', maxMembers: 2 })
  const [one, two, three] = [
    await from(world, { device: DEVICE }),
    await from(world, { device: DEVICE }),
    await from(world, { device: DEVICE }),
  ]
  const ends = await Promise.all([one, two, three].map((ctx) => wall.claim(ctx)))
  expect(ends.filter(({ status }) => status === 'risk_blocked')).toHaveLength(1)
  const known = [one, two, three].filter((_, i) => ends[i]?.status === 'granted')
  for (const ctx of known) expect((await wall.claim(ctx)).status).toBe('granted')
})

test('a new member waits, an older one does not', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  await rule(wall, { kind: 'new_account', waitMinutes: 60 })
  const member = await world.asMember()
  expect(await wall.claim(member)).toEqual({ status: 'risk_blocked' })
  world.clock.advance(60 * 60_000)
  expect((await wall.claim(member)).status).toBe('granted')
})

test('a rule of another campaign and one that is off stop nobody', async () => {
  await using world = await aWorld()
  const [wall, other] = [await aCouponWall(world), await aCouponWall(world)]
  const terms = { kind: 'new_account', waitMinutes: 60 } as const
  await rule(wall, terms, other.campaignId)
  expect((await wall.claim(await world.asMember())).status).toBe('granted')
  const { id } = await rule(wall, terms)
  const member = await world.asMember()
  expect((await wall.claim(member)).status).toBe('risk_blocked')
  await switchRiskRule({ ctx: wall.admin, input: { id, isEnabled: false } })
  expect((await wall.claim(member)).status).toBe('granted')
})

test('the block list stops by the shop’s number, the device and the network; taken off it, they may', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const { admin: ctx } = wall
  const member = await world.asMember()
  const shopId = `shop-${member.member?.id}`
  await importRiskList({ ctx, input: { list: 'block', kind: 'member', text: `${shopId}, 刷单\n` } })
  await importRiskList({ ctx, input: { list: 'block', kind: 'ip_prefix', text: '203.0.113.9\nnonsense' } })
  await importRiskList({ ctx, input: { list: 'block', kind: 'device', text: DEVICE } })
  expect(await wall.claim(member)).toEqual({ status: 'risk_blocked' })
  expect((await wall.claim(await from(world, { ipPrefix: '203.0.113.0/24' }))).status).toBe('risk_blocked')
  expect((await wall.claim(await from(world, { device: DEVICE }))).status).toBe('risk_blocked')
  expect((await wall.claim(await world.asMember())).status).toBe('granted')
  await removeRiskEntry({ ctx, input: { list: 'block', kind: 'member', value: shopId } })
  expect((await wall.claim(member)).status).toBe('granted')
  await world.ctx.decisions.flush()
  expect((await listRiskRules({ ctx })).blockList).toEqual({
    entries: 2,
    stopped: { today: 3, week: 3, members: 3 },
  })
  expect(await listRiskEntries({ ctx, input: { list: 'block', search: '203' } })).toMatchObject([
    { kind: 'ip_prefix', value: '203.0.113.0/24', note: '' },
  ])
})

test('the allow-list lifts every risk check, and neither a limit nor stock', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 1 })
  const { admin: ctx } = wall
  const member = await world.asMember()
  const text = member.member?.id ?? ''
  await rule(wall, { kind: 'new_account', waitMinutes: 60 })
  await importRiskList({ ctx, input: { list: 'block', kind: 'member', text } })
  await importRiskList({ ctx, input: { list: 'allow', kind: 'member', text } })
  expect((await wall.claim(member)).status).toBe('granted')
  expect((await wall.claim(member)).status).toBe('limit_reached')
  const soldOut = await aCouponWall(world, { stock: 0 })
  expect((await soldOut.claim(member)).status).toBe('sold_out')
})

test('figures tell today from the week; windows that are over are forgotten, others stay', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 99 })
  const { id } = await rule(wall, { ...VELOCITY, max: 1, windowMinutes: 10_080 })
  const member = await world.asMember()
  for (let i = 0; i < 3; i++) await wall.claim(member)
  await world.ctx.decisions.flush()
  const { rules } = await listRiskRules({ ctx: wall.admin })
  expect(rules).toMatchObject([{ id, name: '频次', stopped: { today: 2, week: 2, members: 1 } }])
  const windows = async () =>
    (await world.ctx.db.read.select().from(counter)).filter(({ scope }) => scope.startsWith('risk:'))
  await forgetRiskWindows(world.ctx, new AbortController().signal)
  expect(await windows()).toHaveLength(1)
  world.clock.advance(16 * 86_400_000)
  await forgetRiskWindows(world.ctx, new AbortController().signal)
  expect(await windows()).toEqual([])
  expect((await listRiskRules({ ctx: wall.admin })).rules[0]?.stopped.week).toBe(0)
})

test('rules and lists are written by those who may, and read by support', async () => {
  await using world = await aWorld()
  const support = await world.as('support')
  const product = await world.as('product')
  const input = { name: 'x', terms: VELOCITY }
  await expect(saveRiskRule({ ctx: support, input })).rejects.toMatchObject({ code: 'forbidden' })
  expect((await listRiskRules({ ctx: support })).rules).toEqual([])
  await expect(listRiskRules({ ctx: product })).rejects.toMatchObject({ code: 'forbidden' })
  const admin = await world.as('admin')
  const id = 'rsk_00000000000000'
  await expect(saveRiskRule({ ctx: admin, input: { id, ...input } })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(switchRiskRule({ ctx: admin, input: { id, isEnabled: true } })).rejects.toMatchObject({
    code: 'not_found',
  })
})
