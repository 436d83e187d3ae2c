import { expect, test } from 'vitest'
import * as db from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aBlock, aPageDefinition } from '@/src/testing/builders/page-definition'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aRehearsal, aTester, rehearsalOf } from '@/src/testing/builders/rehearsals'
import { aThing } from '@/src/testing/builders/rewards'
import { aWorld } from '@/src/testing/world'
import { createCampaign } from '../campaigns'
import { setParticipationLimit } from '../limits'
import { createPage, publishPage, savePage } from '../pages'
import {
  clearRehearsal,
  keepRehearsals,
  lookUpTester,
  readRehearsal,
  restartRehearsal,
  startRehearsal,
  visitPage,
  visitRewards,
} from '.'

const codeFrom = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )

test('a campaign that has not begun is rehearsed as at its start, while nobody plays it for real', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { isDraft: true, startsAt: '2026-11-20T02:00:00.000Z' })
  expect((await wall.claim(await world.asMember())).status).toBe('not_started')
  const rehearsal = await aRehearsal(wall)
  const tester = await aTester(world, wall, rehearsal)
  expect(await tester.act('coupon-wall', 'claim', { rewardId: wall.rewardId })).toMatchObject({
    status: 'granted',
    rewards: [{ grantedAt: '2026-11-20T02:00:00.000Z', expiresAt: '2026-11-23T02:00:00.000Z' }],
  })
  expect((await rehearsalOf(wall)).open).toMatchObject({
    isShifted: true,
    now: new Date('2026-11-20T02:00:00.000Z'),
  })
  world.clock.advance(60_000)
  expect((await rehearsalOf(wall)).open?.now).toEqual(new Date('2026-11-20T02:01:00.000Z'))
})

test('a moment may be chosen, and stock, money and points', async () => {
  await using world = await aWorld()
  const mall = await aPublishedTool(world, {
    type: 'points-mall',
    rewards: [aThing({ stock: 1_000 })],
    config: ([rewardId]) => ({
      items: [{ rewardId, pointsPrice: 300, cashFen: 0, perMember: 5, tag: '' }],
      earnLink: '',
      topUpLink: '',
    }),
  })
  const rehearsal = await aRehearsal(mall, {
    asAt: '2026-11-30T23:59:00.000Z',
    stockEach: 2,
    budgetFen: 4_000,
    pointsEach: 700,
  })
  const tester = await aTester(world, mall, rehearsal)
  const redeem = () => tester.act('points-mall', 'redeem', { rewardId: mall.rewardIds[0] })
  expect(await redeem()).toMatchObject({ status: 'granted' })
  expect((await rehearsalOf(mall)).open).toMatchObject({
    stock: [{ used: 1, cap: 2 }],
    budgets: [{ totalFen: 4_000, reservedFen: 3_000 }],
  })
  expect(await redeem()).toMatchObject({ status: 'budget_exhausted' })
  world.clock.advance(60_000)
  expect(await redeem()).toMatchObject({ status: 'ended' })
  const rewards = await visitRewards(world.ctx, {
    token: rehearsal.token,
    cookie: tester.cookie,
    mayJoin: true,
  })
  expect(rewards).toMatchObject({
    status: 'open',
    name: '测试 1',
    wallet: { points: 400 },
    rewards: [{ title: '保温杯' }],
  })
})

test('it tells when what is live was configured anew, but not when it was only played', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const isOutdated = async () => (await rehearsalOf(wall)).open?.isOutdated
  await aRehearsal(wall)
  await wall.claim(await world.asMember())
  expect(await isOutdated()).toBe(false)
  const limit = { campaignId: wall.campaignId, subjectId: wall.campaignId, perDay: 3, inAll: null }
  await setParticipationLimit({ ctx: wall.admin, input: limit })
  expect(await isOutdated()).toBe(true)
})

test('started anew it plays what is configured now, from nothing, and the old link leads there', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { stock: 1 })
  const first = await aRehearsal(wall, { stockEach: 1, pointsEach: 5 })
  const tester = await aTester(world, wall, first)
  await tester.act('coupon-wall', 'claim', { rewardId: wall.rewardId })
  const limit = { campaignId: wall.campaignId, subjectId: wall.campaignId, perDay: 3, inAll: null }
  await setParticipationLimit({ ctx: wall.admin, input: limit })
  const { id } = await restartRehearsal({ ctx: wall.admin, input: { id: first.id } })
  const { open, last } = await rehearsalOf(wall)
  expect(open).toMatchObject({
    id,
    isOutdated: false,
    figures: { testers: 0, grants: 0 },
    stock: [{ used: 0, cap: 1 }],
  })
  expect(last).toMatchObject({ closedWhy: 'restarted', summary: { grants: 1 } })

  const visitor = { token: first.token, cookie: tester.cookie, mayJoin: true }
  const moved = { status: 'moved', token: open?.token }
  expect(await visitPage(world.ctx, visitor, wall.slug)).toEqual(moved)
  expect(await visitRewards(world.ctx, visitor)).toEqual(moved)
  expect(await tester.act('coupon-wall', 'claim', { rewardId: wall.rewardId })).toBe('over')
  const anew = await aTester(world, wall, { token: open?.token ?? '' })
  expect(anew.visit.name).toBe('测试 1')
  expect(await anew.act('coupon-wall', 'claim', { rewardId: wall.rewardId })).toMatchObject({
    status: 'granted',
  })
  expect(await codeFrom(restartRehearsal({ ctx: wall.admin, input: { id: first.id } }))).toBe('wrong_state')
})

test('a campaign has one rehearsal at a time, needs a page, and only who may starts and clears it', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const input = { campaignId: wall.campaignId }
  for (const role of ['support', 'finance', 'approver', 'business'] as const)
    expect(await codeFrom(startRehearsal({ ctx: await world.as(role), input }))).toBe('forbidden')
  const both = await Promise.all([1, 2].map(() => codeFrom(startRehearsal({ ctx: wall.admin, input }))))
  expect(both.sort()).toEqual(['already_exists', 'done'])
  const { open } = await rehearsalOf(wall)
  const support = await world.as('support')
  expect(await codeFrom(clearRehearsal({ ctx: support, input: { id: open?.id ?? '' } }))).toBe('forbidden')
  // Who may only look is not told the link.
  expect((await readRehearsal({ ctx: support, input })).open).toMatchObject({ id: open?.id, token: null })

  const window = { startsAt: '2026-11-01T00:00:00.000Z', endsAt: '2026-12-01T00:00:00.000Z' }
  const { id } = await createCampaign({ ctx: wall.admin, input: { name: '无页面', ...window, budgetFen: 0 } })
  expect(await codeFrom(startRehearsal({ ctx: wall.admin, input: { campaignId: id } }))).toBe('wrong_state')
  expect(
    await codeFrom(startRehearsal({ ctx: wall.admin, input: { campaignId: 'cmp_00000000000000' } })),
  ).toBe('not_found')
})

test('once it is cleared, a page that lies open says so and gives nothing', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const rehearsal = await aRehearsal(wall)
  const { member } = await world.asMember()
  const tester = await aTester(world, wall, rehearsal, member)
  await clearRehearsal({ ctx: wall.admin, input: { id: rehearsal.id } })
  expect(await tester.act('coupon-wall', 'claim', { rewardId: wall.rewardId })).toBe('over')
  const visitor = { token: rehearsal.token, cookie: tester.cookie, mayJoin: true }
  expect(await visitPage(world.ctx, visitor, wall.slug)).toEqual({ status: 'over' })
  expect(await visitRewards(world.ctx, visitor)).toEqual({ status: 'over' })
  // The live page goes on.
  expect((await wall.claim(tester.ctx)).status).toBe('granted')
  const { open, last } = await rehearsalOf(wall)
  expect(open).toBeNull()
  const memberId = tester.ctx.tester?.memberId ?? ''
  const why = { ctx: wall.admin, input: { id: rehearsal.id, memberId } }
  expect(await codeFrom(lookUpTester(why))).toBe('not_found')
  expect(last).toMatchObject({
    closedWhy: 'cleared',
    summary: { testers: 1, grants: 0, refusals: 0, usedFen: 0, differences: 0 },
  })
  // Clearing it again changes nothing.
  world.clock.advance(1_000)
  await clearRehearsal({ ctx: wall.admin, input: { id: rehearsal.id } })
  expect((await rehearsalOf(wall)).last?.closedAt).toEqual(last?.closedAt)
})

test('one whose time is up opens no more, is closed by the clock, and another may follow', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const rehearsal = await aRehearsal(wall, { hours: 1 })
  const tester = await aTester(world, wall, rehearsal)
  const keep = () => keepRehearsals(world.ctx, AbortSignal.timeout(60_000))
  world.clock.advance(60 * 60 * 1000 - 1)
  await keep()
  expect((await rehearsalOf(wall)).open?.id).toBe(rehearsal.id)
  world.clock.advance(1)
  expect(await tester.act('coupon-wall', 'claim', { rewardId: wall.rewardId })).toBe('over')
  expect((await rehearsalOf(wall)).open).toBeNull()
  await keep()
  expect((await rehearsalOf(wall)).last).toMatchObject({
    id: rehearsal.id,
    closedWhy: 'lapsed',
    summary: { testers: 1 },
  })
  await aRehearsal(wall)
})

test('one that was never finished, or that another build made, is closed and holds up nobody', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const { id } = await aRehearsal(wall)
  const spoil = (set: Partial<typeof db.rehearsal.$inferInsert>) =>
    world.ctx.db.transaction((tx) =>
      tx.update(db.rehearsal).set(set).where(db.eq(db.rehearsal.id, id)).returning(),
    )
  const keep = () => keepRehearsals(world.ctx, AbortSignal.timeout(60_000))
  await spoil({ readyAt: null })
  await keep()
  expect(await rehearsalOf(wall)).toMatchObject({ isBeingMade: true, open: null })
  world.clock.advance(11 * 60 * 1000)
  await keep()
  expect((await rehearsalOf(wall)).last).toMatchObject({ id, closedWhy: 'lapsed', summary: null })

  const another = await aRehearsal(wall)
  await world.ctx.db.transaction((tx) =>
    tx.update(db.rehearsal).set({ migrationCount: 1 }).where(db.eq(db.rehearsal.id, another.id)).returning(),
  )
  expect((await rehearsalOf(wall)).open).toBeNull()
  await keep()
  expect((await rehearsalOf(wall)).last).toMatchObject({ id: another.id, closedWhy: 'lapsed', summary: null })
})

test('pages that only belong to the campaign come along, and are nothing to start from', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const { campaignId } = wall
  const rules = await createPage({ ctx: wall.admin, input: { title: '规则', slug: 'the-rules', campaignId } })
  const { revision } = await savePage({
    ctx: wall.admin,
    input: { id: rules.id, revision: 1, definition: aPageDefinition([aBlock('rules', 'spacer')]) },
  })
  await publishPage({ ctx: wall.admin, input: { id: rules.id, revision } })
  const { token } = await aRehearsal(wall)
  expect((await rehearsalOf(wall)).pages).toEqual([expect.objectContaining({ slug: wall.slug })])
  const visit = (slug: string) => visitPage(world.ctx, { token, cookie: undefined, mayJoin: true }, slug)
  expect(await visit('the-rules')).toMatchObject({ page: { definition: { root: ['rules'] } } })
  expect(await visit('the-others')).not.toHaveProperty('page')
})
