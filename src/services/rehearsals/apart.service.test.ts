import { getTableName, is, Table } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import * as db from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { bookErrors } from '@/src/testing/books'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aRehearsal, aTester, rehearsalOf } from '@/src/testing/builders/rehearsals'
import { aCoupon, aPartnerVoucher, aThing, someCash, somePoints } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { readCampaign } from '../campaigns'
import { lookUpDecisions } from '../decisions'
import { listGrants, myRewards } from '../grants'
import { overviewSummary } from '../overview'
import { payoutTotals } from '../payouts'
import { pageState, presentBlocks, readPublication } from '../publications'
import { importCodes } from '../rewards'
import { clearRehearsal, keepRehearsals, lookUpTester, wherePlayed } from '.'
import { readRehearsalRow, stageOf } from './stage'

const tables = Object.values(db).filter((each) => is(each, Table)) as unknown as PgTable[]

/** Every row of every table but those that tell of rehearsals. */
async function wholeDatabase({ ctx }: World) {
  const names: Record<string, unknown[]> = {}
  for (const of of tables) {
    const name = getTableName(of)
    if (name === 'rehearsal' || name === 'audit') continue
    const rows = await ctx.db.read.select().from(of)
    names[name] = rows.map((row) => JSON.stringify(row)).sort()
  }
  return names
}

const stageFor = async (world: World, id: string) => {
  const row = await readRehearsalRow(world.ctx.db.read, id)
  if (!row) throw new Error('no such rehearsal')
  return stageOf(world.ctx, row)
}

const codeFrom = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )

/** A wall that gives one of every kind, to whoever claims. */
const aWallOfAll = (world: World, over: { isDraft?: boolean; startsAt?: string } = {}) =>
  aPublishedTool(world, {
    ...over,
    type: 'coupon-wall',
    budgetFen: 100_000,
    rewards: [aCoupon(), someCash(), somePoints(), aPartnerVoucher(), aThing()],
    config: (ids) => ({ coupons: ids.map((rewardId) => ({ rewardId, perMember: 2 })) }),
  })

test('nothing of a rehearsal is in any table of ours, whatever was played, and after it is cleared', async () => {
  await using world = await aWorld()
  const wall = await aWallOfAll(world)
  const [voucher] = wall.rewardIds.slice(3)
  await importCodes({ ctx: wall.admin, input: { id: voucher ?? '' }, bytes: Buffer.from('REAL-1\nREAL-2') })
  // Somebody played for real before, and there are figures.
  const real = await world.asMember()
  expect((await wall.act(real, 'claim', { rewardId: wall.rewardIds[0] })).status).toBe('granted')
  const before = await wholeDatabase(world)
  const figures = async () =>
    JSON.stringify([
      await overviewSummary({ ctx: wall.admin }),
      await readCampaign({ ctx: wall.admin, input: { id: wall.campaignId } }),
      await listGrants({ ctx: wall.admin, input: {} }),
      await payoutTotals({ ctx: wall.admin }),
    ])
  const figuresBefore = await figures()

  const rehearsal = await aRehearsal(wall)
  const tester = await aTester(world, wall, rehearsal)
  for (const rewardId of wall.rewardIds)
    expect(await tester.act('coupon-wall', 'claim', { rewardId })).toMatchObject({ status: 'granted' })
  for (const _ of [1, 2]) await tester.act('coupon-wall', 'claim', { rewardId: wall.rewardIds[0] })
  const stage = await stageFor(world, rehearsal.id)
  await keepRehearsals(world.ctx, AbortSignal.timeout(60_000))
  expect(await bookErrors(stage.db.read)).toEqual([])
  const { open } = await rehearsalOf(wall)
  expect(open?.figures).toEqual({
    testers: 1,
    grants: 6,
    refusals: 1,
    usedFen: 100 * 2 + 2_000 + 100 + 500 + 3_000,
  })
  expect(await wholeDatabase(world)).toEqual(before)
  expect(await figures()).toBe(figuresBefore)

  await clearRehearsal({ ctx: wall.admin, input: { id: rehearsal.id } })
  expect(await wholeDatabase(world)).toEqual(before)
  expect(await figures()).toBe(figuresBefore)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('what testers do is told in full, and stands nowhere else', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { stock: 5, budgetFen: 1_000 })
  const rehearsal = await aRehearsal(wall)
  const first = await aTester(world, wall, rehearsal)
  // Ids of one millisecond are in no order.
  world.clock.advance(1)
  const second = await aTester(world, wall, rehearsal)
  await first.act('coupon-wall', 'claim', { rewardId: wall.rewardId })
  await first.act('coupon-wall', 'claim', { rewardId: wall.rewardId })
  await second.act('coupon-wall', 'claim', { rewardId: wall.rewardId })

  const { open, pages } = await rehearsalOf(wall)
  expect(pages).toEqual([{ slug: wall.slug, title: '页面' }])
  expect(open).toMatchObject({
    testers: [{ name: '测试 1' }, { name: '测试 2' }],
    figures: { testers: 2, grants: 2, refusals: 1, usedFen: 200 },
    budgets: [{ campaignId: wall.campaignId, totalFen: 1_000, availableFen: 800 }],
    stock: [{ rewardId: wall.rewardId, used: 2, cap: 5 }],
    refusals: [{ member: '测试 1', status: 'limit_reached', times: 1 }],
    isOutdated: false,
    isShifted: false,
  })
  expect(open?.grants.map(({ member }) => member.nickname).sort()).toEqual(['测试 1', '测试 2'])
  const memberId = first.ctx.tester?.memberId ?? ''
  const why = await lookUpTester({ ctx: wall.admin, input: { id: rehearsal.id, memberId } })
  expect(why).toMatchObject({ refusals: [{ status: 'limit_reached' }], grants: [{ state: 'granted' }] })
  const who = { ctx: wall.admin, input: { memberId } }
  expect(await codeFrom(lookUpDecisions(who))).toBe('not_found')
})

test('a device plays the page it has open: a real one for real, a rehearsed one never', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { stock: 1 })
  const rehearsal = await aRehearsal(wall)
  const { member } = await world.asMember()
  // Signed in for real and testing, on one phone.
  const tester = await aTester(world, wall, rehearsal, member)
  expect(tester.page.version).not.toBe(wall.version)
  expect(await tester.act('coupon-wall', 'claim', { rewardId: wall.rewardId })).toMatchObject({
    status: 'granted',
  })
  expect(await wherePlayed(tester.ctx, wall.version)).toBe(tester.ctx)
  expect((await myRewards({ ctx: tester.ctx, input: {} })).rewards).toEqual([])
  // The one there is, is still there to be had.
  expect((await wall.claim(tester.ctx)).status).toBe('granted')
  expect((await myRewards({ ctx: tester.ctx, input: {} })).rewards).toHaveLength(1)
  // And the rehearsal's stock is its own.
  const other = await aTester(world, wall, rehearsal)
  expect(await other.act('coupon-wall', 'claim', { rewardId: wall.rewardId })).toMatchObject({
    status: 'sold_out',
  })
})

test('nobody without the tester’s cookie is shown or given anything by a rehearsed page', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const tester = await aTester(world, wall, await aRehearsal(wall))
  const version = tester.page.version
  for (const stranger of [world.asNobody(), await world.asMember()]) {
    expect(await wherePlayed(stranger, version)).toBe(stranger)
    expect(await codeFrom(pageState({ ctx: stranger, input: { version } }))).toBe('not_found')
    expect(
      await codeFrom(
        wall.act(stranger, 'claim', { rewardId: wall.rewardId }).then(() => {
          throw new AppError('conflict', 'the live page is open to them')
        }),
      ),
    ).toBe('conflict')
  }
  // A tester is none of our members: on the live page they are nobody.
  expect(await wall.claim(tester.ctx)).toEqual({ status: 'login_required' })
  const forged = { ...world.asNobody(), member: { id: tester.ctx.tester?.memberId ?? '' } }
  expect(await wall.claim(forged)).toEqual({ status: 'login_required' })
})

test('testers are given codes that are made up, never a partner’s', async () => {
  await using world = await aWorld()
  const wall = await aPublishedTool(world, {
    type: 'coupon-wall',
    rewards: [aPartnerVoucher()],
    config: ([rewardId]) => ({ coupons: [{ rewardId, perMember: 1 }] }),
  })
  const id = wall.rewardIds[0] ?? ''
  await importCodes({ ctx: wall.admin, input: { id }, bytes: Buffer.from('REAL-1') })
  const tester = await aTester(world, wall, await aRehearsal(wall))
  expect(await tester.act('coupon-wall', 'claim', { rewardId: id })).toMatchObject({
    rewards: [{ given: { code: expect.stringMatching(/^TEST-0001-/) } }],
  })
  const another = await aTester(world, wall, { token: (await rehearsalOf(wall)).open?.token ?? '' })
  expect(await another.act('coupon-wall', 'claim', { rewardId: id })).toMatchObject({ status: 'sold_out' })
})

test('its page shows its own stock and winners, and the live page shows none of them', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { stock: 10 })
  const rehearsal = await aRehearsal(wall, { stockEach: 3 })
  const tester = await aTester(world, wall, rehearsal)
  expect(tester.page.definition.title).toMatch(/^【彩排 .{4}】页面$/)
  await tester.act('coupon-wall', 'claim', { rewardId: wall.rewardId })
  const at = await wherePlayed(tester.ctx, tester.page.version)
  if (at === 'over') throw new Error(at)
  const state = await pageState({ ctx: at, input: { version: tester.page.version } })
  expect(state.member).toMatchObject({ nickname: '测试 1' })
  const live = await readPublication(world.ctx, wall.slug)
  if (!live) throw new Error('the live page is gone')
  expect(live.version).toBe(wall.version)
  const shown = await presentBlocks(world.ctx, live.definition, undefined)
  expect(JSON.stringify(state.tools)).not.toBe(JSON.stringify(shown))
  expect(JSON.stringify(shown)).toContain('"takenPercent":0')
  expect(JSON.stringify(state.tools)).toContain('"takenPercent":33')
})
