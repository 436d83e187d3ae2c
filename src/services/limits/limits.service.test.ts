import { expect, test } from 'vitest'
import { counter, decision, openDatabase } from '@/src/db'
import { databaseDialect } from '@/src/lib/env'
import { bookErrors } from '@/src/testing/books'
import { aCouponWall, aKey, type PublishedCouponWall } from '@/src/testing/builders/coupon-wall'
import { aWorld, type World } from '@/src/testing/world'
import { createCombiner } from '../grants'
import {
  deleteExclusivityGroup,
  readParticipation,
  saveExclusivityGroup,
  setParticipationLimit,
} from './index'

const limit = (wall: PublishedCouponWall, subjectId: string, perDay: number | null, inAll: number | null) =>
  setParticipationLimit({ ctx: wall.admin, input: { subjectId, perDay, inAll } })

const traceOf = async (world: World) => {
  await world.ctx.decisions.flush()
  const [row] = await world.ctx.db.read.select().from(decision)
  return row
}

test('a member’s rewards of a tool end at its limit, others’ do not', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 9 })
  await limit(wall, wall.toolId, null, 2)
  const member = await world.asMember()
  const ends = [await wall.claim(member), await wall.claim(member), await wall.claim(member)]
  expect(ends.map(({ status }) => status)).toEqual(['granted', 'granted', 'limit_reached'])
  expect(ends[2]).toEqual({ status: 'limit_reached', rule: 'tool_in_all', limit: 2 })
  expect((await wall.claim(await world.asMember())).status).toBe('granted')
  const row = await traceOf(world)
  expect(row?.trace.at(-1)).toEqual({
    check: 'limits',
    result: 'refused',
    figures: [
      { kind: 'count', name: 'tool_in_all', used: 2, cap: 2 },
      { kind: 'text', name: 'rule', value: 'tool_in_all' },
      { kind: 'number', name: 'limit', value: 2 },
    ],
  })
})

test('a limit of the day is over with the shop’s day, the campaign’s in all is not', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 9 })
  await limit(wall, wall.campaignId, 1, 2)
  const member = await world.asMember()
  expect((await wall.claim(member)).status).toBe('granted')
  expect(await wall.claim(member)).toEqual({ status: 'limit_reached', rule: 'campaign_per_day', limit: 1 })
  world.clock.set('2026-11-11T16:00:00.000Z')
  expect((await wall.claim(member)).status).toBe('granted')
  world.clock.set('2026-11-12T16:00:00.000Z')
  expect(await wall.claim(member)).toEqual({ status: 'limit_reached', rule: 'campaign_in_all', limit: 2 })
})

test('what was got before the limit was set counts, and a wider limit counts it whole', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 9 })
  const member = await world.asMember()
  for (let i = 0; i < 3; i++) await wall.claim(member)
  await limit(wall, wall.toolId, null, 2)
  expect((await wall.claim(member)).status).toBe('limit_reached')
  await limit(wall, wall.toolId, 5, 4)
  expect((await wall.claim(member)).status).toBe('granted')
  expect(await wall.claim(member)).toEqual({ status: 'limit_reached', rule: 'tool_in_all', limit: 4 })
  await limit(wall, wall.toolId, null, null)
  expect((await wall.claim(member)).status).toBe('granted')
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('taps that arrive together pass no limit', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 99 })
  const member = await world.asMember()
  await wall.claim(member)
  await limit(wall, wall.campaignId, 3, null)
  const ends = await Promise.all(Array.from({ length: 12 }, () => wall.claim(member)))
  expect(ends.filter(({ status }) => status === 'granted')).toHaveLength(2)
})

test.runIf(databaseDialect() === 'postgres')('two processes grant no more than the limit', async () => {
  await using world = await aWorld()
  const wall = await aCouponWall(world, { perMember: 99 })
  const member = await world.asMember()
  for (let i = 0; i < 2; i++) await wall.claim(member)
  await limit(wall, wall.toolId, 7, null)
  const db = openDatabase(world.databaseUrl)
  const { clock, timeZone } = world.ctx
  const other = { ...member, db, combiner: createCombiner({ db, clock, timeZone }) }
  const taps = Array.from({ length: 30 }, (_, i) => wall.claim(i % 2 ? member : other, aKey()))
  const ends = await Promise.all(taps)
  await db.close()
  expect(ends.filter(({ status }) => status === 'granted')).toHaveLength(5)
})

test('a reward of one tool excludes those of the others in its group, for that member', async () => {
  await using world = await aWorld()
  const [one, two, alone] = [await aCouponWall(world), await aCouponWall(world), await aCouponWall(world)]
  const early = await world.asMember()
  await one.claim(early)
  const input = { name: '新人礼', subjectIds: [one.toolId, two.campaignId] }
  const { id } = await saveExclusivityGroup({ ctx: one.admin, input })
  // What was got before the group was made counts.
  expect(await two.claim(early)).toEqual({ status: 'excluded', rule: id })
  const row = await traceOf(world)
  expect(row).toMatchObject({ status: 'excluded', rule: id })
  expect(row?.trace.at(-1)).toEqual({
    check: 'exclusivity',
    result: 'refused',
    figures: [{ kind: 'count', name: '新人礼', used: 1, cap: 1 }],
  })
  expect((await alone.claim(early)).status).toBe('granted')
  const late = await world.asMember()
  expect((await two.claim(late)).status).toBe('granted')
  expect(await one.claim(late)).toEqual({ status: 'excluded', rule: id })

  await saveExclusivityGroup({
    ctx: one.admin,
    input: { id, ...input, subjectIds: [two.toolId, alone.toolId] },
  })
  expect((await one.claim(late)).status).toBe('granted')
  await deleteExclusivityGroup({ ctx: one.admin, input: { id } })
  expect((await two.claim(early)).status).toBe('granted')
})

test('both tools of a group at the same moment give one reward', async () => {
  await using world = await aWorld()
  const [one, two] = [await aCouponWall(world), await aCouponWall(world)]
  await saveExclusivityGroup({
    ctx: one.admin,
    input: { name: '二选一', subjectIds: [one.toolId, two.toolId] },
  })
  const member = await world.asMember()
  const ends = await Promise.all([one.claim(member), two.claim(member)])
  expect(ends.map(({ status }) => status).sort()).toEqual(['excluded', 'granted'])
  const rows = await world.ctx.db.read.select().from(counter)
  expect(rows.filter(({ scope }) => scope.startsWith('exclusive:'))).toMatchObject([{ used: 1, cap: 1 }])
})

test('limits and groups are read back, and are of those who may write campaigns', async () => {
  await using world = await aWorld()
  const [one, two] = [await aCouponWall(world), await aCouponWall(world)]
  await limit(one, one.campaignId, 1, null)
  await limit(one, one.toolId, null, 3)
  const { id } = await saveExclusivityGroup({
    ctx: one.admin,
    input: { name: '二选一', subjectIds: [one.toolId, two.campaignId] },
  })
  const support = await world.as('support')
  expect(await readParticipation({ ctx: support, input: { campaignId: one.campaignId } })).toMatchObject({
    campaign: { perDay: 1, inAll: null },
    tools: [{ id: one.toolId, perDay: null, inAll: 3 }],
    groups: [
      {
        id,
        name: '二选一',
        subjects: [
          { id: two.campaignId, kind: 'campaign' },
          { id: one.toolId, kind: 'tool' },
        ],
      },
    ],
  })
  const input = { subjectId: one.toolId, perDay: 1, inAll: 1 }
  await expect(setParticipationLimit({ ctx: support, input })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    setParticipationLimit({ ctx: one.admin, input: { ...input, subjectId: 'tool_00000000000000' } }),
  ).rejects.toMatchObject({ code: 'not_found' })
  await expect(
    saveExclusivityGroup({ ctx: one.admin, input: { name: 'x', subjectIds: [one.toolId] } }),
  ).rejects.toThrow()
})
