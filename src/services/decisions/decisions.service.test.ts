import { expect, test } from 'vitest'
import { decision } from '@/src/db'
import { createLogger } from '@/src/lib/log'
import { aCouponWall, aKey } from '@/src/testing/builders/coupon-wall'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { somePoints } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { transitionCampaign } from '../campaigns'
import { forgetOldDecisions } from './forget-old'
import { createDecisionLog, type Refused } from './log'

async function noted(world: World) {
  await world.ctx.decisions.flush()
  return world.ctx.db.read.select().from(decision)
}

const aRefusal = (over: Partial<Refused> = {}): Refused => ({
  memberId: 'mbr_1',
  toolId: 'tool_1',
  campaignId: 'cmp_1',
  action: 'claim',
  status: 'sold_out',
  rule: '',
  trace: [],
  ...over,
})

test('a member who is told that all is gone leaves one trace from tap to stock', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { stock: 0 })
  const member = await world.asMember()
  const ctx = { ...member, origin: { ipPrefix: '203.0.113.0/24', device: 'd1' } }
  for (let i = 0; i < 3; i++) {
    expect(await wall.claim(ctx)).toEqual({ status: 'sold_out' })
    world.clock.advance(60_000)
  }
  const rows = await noted(world)
  expect(rows).toMatchObject([
    {
      memberId: member.member?.id,
      day: '2026-11-11',
      toolId: wall.toolId,
      campaignId: wall.campaignId,
      action: 'claim',
      status: 'sold_out',
      rule: '',
      times: 3,
      firstAt: new Date('2026-11-11T04:00:00.000Z'),
      lastAt: new Date('2026-11-11T04:02:00.000Z'),
    },
  ])
  const trace = rows[0]?.trace ?? []
  expect(trace.map(({ check, result }) => `${check} ${result}`)).toEqual([
    'session passed',
    'page passed',
    'campaign passed',
    'tool passed',
    'stock refused',
  ])
  expect(trace[0]?.figures).toContainEqual({ kind: 'text', name: 'ipPrefix', value: '203.0.113.0/24' })
  expect(trace[4]?.figures).toEqual([{ kind: 'count', name: '满减券', used: 0, cap: 0 }])
})

test('what gave something is not noted, and a repeat of its answer neither', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const member = await world.asMember()
  const key = aKey()
  await wall.claim(member, key)
  await wall.claim(member, key)
  await wall.claim(world.asNobody())
  expect(await noted(world)).toEqual([])
})

test('each way to get nothing is a row of its own: limit, budget, suspension, end', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, {
    budgetFen: 1_000,
    amountFen: 1_000,
    endsAt: '2026-11-12T00:00:00.000Z',
  })
  const first = await world.asMember()
  const late = await world.asMember()
  await wall.claim(first)
  await wall.claim(first)
  await wall.claim(late)
  await transitionCampaign({ ctx: wall.admin, input: { id: wall.campaignId, event: 'suspend' } })
  await wall.claim(late)
  await transitionCampaign({ ctx: wall.admin, input: { id: wall.campaignId, event: 'resume' } })
  world.clock.set('2026-11-12T00:00:00.000Z')
  await wall.claim(late)
  const rows = await noted(world)
  expect(
    rows.map(({ status, rule, trace }) => [status, rule, trace.at(-1)?.check, trace.at(-1)?.result]).sort(),
  ).toEqual([
    ['budget_exhausted', '', 'budget', 'refused'],
    ['ended', '', 'campaign', 'refused'],
    ['limit_reached', 'per_member', 'tool', 'refused'],
    ['suspended', '', 'campaign', 'refused'],
  ])
  const budget = rows.find(({ status }) => status === 'budget_exhausted')?.trace.at(-1)
  expect(budget?.figures).toEqual([{ kind: 'money', name: 'leftFen', fen: 0 }])
})

test('a draw that won nothing is noted once, not again with its repeated answer', async () => {
  await using world = await aWorld()
  const { act } = await aPublishedTool(world, {
    type: 'lottery',
    rewards: [somePoints()],
    config: ([rewardId]) => ({
      prizes: [
        { key: 'a', name: '积分', gives: 'reward', rewardId, weight: 0, isFallback: true, image: '' },
        {
          key: 'b',
          name: '谢谢',
          gives: 'nothing',
          weight: 1_000_000,
          isFallback: false,
          image: '',
        },
      ],
      freePerDay: 1,
      freePerCampaign: 0,
      pointsPerChance: 0,
      buysPerDay: 1,
      visits: [],
      showOdds: false,
      useLink: '',
    }),
  })
  const member = await world.asMember()
  const key = aKey()
  expect((await act(member, 'draw', {}, key)).status).toBe('no_prize')
  await act(member, 'draw', {}, key)
  expect((await act(member, 'draw', {})).status).toBe('no_chance')
  const rows = await noted(world)
  expect(rows.map(({ status, times }) => [status, times]).sort()).toEqual([
    ['no_chance', 1],
    ['no_prize', 1],
  ])
})

test('a tap on what is not shown any more is noted with the page as what refused', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { schedule: { from: '2026-11-12T00:00:00.000Z' } })
  await expect(wall.claim(await world.asMember())).rejects.toMatchObject({ code: 'not_found' })
  const [row] = await noted(world)
  expect(row).toMatchObject({ status: 'not_shown', toolId: wall.toolId, campaignId: wall.campaignId })
  expect(row?.trace.at(-1)).toMatchObject({ check: 'page', result: 'refused' })
})

test('a member told to come back leaves a trace up to the queue', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world)
  const combiner = {
    submit: async () => ({ status: 'busy', retryAfterMs: 1 }) as const,
    drain: async () => {},
  }
  await wall.claim({ ...(await world.asMember()), combiner })
  const [row] = await noted(world)
  expect(row?.status).toBe('busy')
  expect(row?.trace.map(({ check }) => check)).toEqual(['session', 'page', 'queue'])
})

test('days are the shop’s: a tap before and one after its midnight are two rows', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { stock: 0 })
  const member = await world.asMember()
  world.clock.set('2026-11-11T15:59:59.000Z')
  await wall.claim(member)
  world.clock.set('2026-11-11T16:00:00.000Z')
  await wall.claim(member)
  expect((await noted(world)).map(({ day }) => day).sort()).toEqual(['2026-11-11', '2026-11-12'])
})

test('what is noted after a flush is added to what was written', async () => {
  await using world = await aWorld()
  const { decisions } = world.ctx
  decisions.note(aRefusal(), new Date('2026-11-11T04:00:00.000Z'))
  await decisions.flush()
  decisions.note(
    aRefusal({ trace: [{ check: 'stock', result: 'refused', figures: [] }] }),
    new Date('2026-11-11T05:00:00.000Z'),
  )
  expect(await noted(world)).toMatchObject([
    {
      times: 2,
      firstAt: new Date('2026-11-11T04:00:00.000Z'),
      lastAt: new Date('2026-11-11T05:00:00.000Z'),
      trace: [{ check: 'stock' }],
    },
  ])
})

test('a full buffer drops what is new, counts it and says so, and goes on with what it knows', async () => {
  await using world = await aWorld()
  const { db, timeZone } = world.ctx
  const said: unknown[] = []
  const log = { ...createLogger('silent'), warn: (o: unknown) => said.push(o) } as never
  const decisions = createDecisionLog({ db, timeZone, log, maxWaiting: 2 })
  for (const rule of ['a', 'b', 'c', 'a', 'd']) decisions.note(aRefusal({ rule }), world.clock.now())
  await decisions.flush()
  const rows = await db.read.select().from(decision)
  expect(rows.map(({ rule, times }) => [rule, times]).sort()).toEqual([
    ['a', 2],
    ['b', 1],
  ])
  expect(said).toEqual([{ dropped: 2 }])
})

test('while the database does not answer, what was noted waits', async () => {
  await using world = await aWorld()
  const { db, timeZone } = world.ctx
  let isGone = true
  const transaction: typeof db.transaction = (work) =>
    isGone ? Promise.reject(new Error('gone')) : db.transaction(work)
  const log = createLogger('silent')
  const decisions = createDecisionLog({ db: { ...db, transaction }, timeZone, log })
  decisions.note(aRefusal(), world.clock.now())
  await decisions.flush()
  isGone = false
  decisions.note(aRefusal(), world.clock.now())
  await decisions.stop()
  expect(await db.read.select().from(decision)).toMatchObject([{ times: 2 }])
})

test('half a year later they are forgotten, and not a day before', async () => {
  await using world = await aWorld()
  const { decisions } = world.ctx
  decisions.note(aRefusal({ memberId: 'mbr_old' }), new Date('2026-05-14T04:00:00.000Z'))
  decisions.note(aRefusal({ memberId: 'mbr_new' }), new Date('2026-05-15T04:00:00.000Z'))
  await decisions.flush()
  await forgetOldDecisions(world.ctx, new AbortController().signal)
  expect((await noted(world)).map(({ memberId }) => memberId)).toEqual(['mbr_new'])
})
