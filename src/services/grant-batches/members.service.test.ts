import { expect, test } from 'vitest'
import { eq, member } from '@/src/db'
import { aGrantBatch, countsOf, failure, giveOut, idOf } from '@/src/testing/builders/grant-batch'
import { aWorld } from '@/src/testing/world'
import { writeTraits } from '../members/traits'
import { createTool, listTools } from '../tools'
import { chooseByRule, importMembers, listGrantBatchRows } from './index'

const text = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))

test('members are chosen by city, level and tag, as they are then', async () => {
  await using world = await aWorld()
  const { id, operator } = await aGrantBatch(world, { members: 0 })
  const people = [
    { city: '上海', level: '金卡', tags: ['a'] },
    { city: '上海', level: '银卡', tags: ['b', 'c'] },
    { city: '北京', level: '金卡', tags: ['a', 'b'] },
    {},
  ]
  for (const traits of people) {
    const who = await world.asMember()
    await world.ctx.db.transaction((tx) => writeTraits(tx, idOf(who), traits))
  }
  const count = async (rule: object) =>
    (await chooseByRule({ ctx: operator, input: { id, rule } })).memberCount
  expect(await count({ cities: ['上海'] })).toBe(2)
  expect(await count({ cities: ['上海', '北京'], levels: ['金卡'] })).toBe(2)
  expect(await count({ tags: ['a', 'b'] })).toBe(3)
  expect(await count({ cities: ['上海'], levels: ['银卡'], tags: ['c', 'x'] })).toBe(1)
  expect(await count({ cities: ['深圳'] })).toBe(0)
  await expect(chooseByRule({ ctx: operator, input: { id, rule: {} } })).rejects.toThrow('empty_rule')
})

test('a file says of every row that gives nobody anything why', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world)
  const { id, operator, members } = batch
  const [a, b, c] = members.map((ctx) => `shop-${idOf(ctx)}`)
  const lines = [
    '会员号,备注',
    `${a},掉线`,
    '',
    `"${b}","=1+1"`,
    'nobody,',
    `${a},又来`,
    ',没有号',
    '1.38E+10,',
    `${'x'.repeat(101)},`,
    `${c},${'很'.repeat(61)}`,
  ]
  const imported = await importMembers({
    ctx: operator,
    input: { id },
    bytes: new Uint8Array([0xef, 0xbb, 0xbf, ...text(...lines)]),
  })
  expect(imported).toMatchObject({
    encoding: 'utf-8',
    rows: 8,
    memberCount: 2,
    problems: { unknown: 1, repeated: 1, blank: 1, scientific: 1, malformed: 1, remark_too_long: 1 },
  })
  expect(imported.problemRows[0]).toMatchObject({ value: 'nobody', problem: 'unknown' })
  const { items } = await listGrantBatchRows({ ctx: operator, input: { id } })
  expect(items.map(({ position, remark }) => [position, remark])).toEqual([
    [1, '掉线'],
    [2, '=1+1'],
  ])
})

test.each([
  ['no text', new Uint8Array([0, 1, 2, 3, 255]), 'not_text'],
  ['too many rows', text(...Array.from({ length: 50_001 }, (_, i) => `m${i}`)), 'too_many_members'],
])('a file of %s is refused, and the batch is as it was', async (_, bytes, code) => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world)
  expect(await failure(importMembers({ ctx: batch.operator, input: { id: batch.id }, bytes }))).toBe(code)
  expect(await countsOf(batch)).toMatchObject({ waiting: 3 })
})

test('a file that nobody can read to its end counts to where it breaks; an empty one holds nobody', async () => {
  await using world = await aWorld()
  const { id, operator, members } = await aGrantBatch(world)
  const broken = text(`shop-${idOf(members[0])}`, '"never closed')
  expect(await importMembers({ ctx: operator, input: { id }, bytes: broken })).toMatchObject({
    memberCount: 1,
    problems: { broken: 1 },
  })
  expect(await importMembers({ ctx: operator, input: { id }, bytes: text('') })).toMatchObject({
    rows: 0,
    memberCount: 0,
  })
})

test('no member plays the tool that staff give by, and no staff makes or lists one', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world)
  await giveOut(world.ctx, batch)
  const { admin, campaignId } = batch
  expect((await listTools({ ctx: admin, input: {} })).items).toEqual([])
  expect(
    await failure(
      createTool({ ctx: admin, input: { campaignId, type: 'direct-grant', name: 'x', config: {} } }),
    ),
  ).toBe('unknown_tool_type')
})

test('rows are found page by page, by member and by what became of them', async () => {
  await using world = await aWorld()
  const batch = await aGrantBatch(world, { members: 5 })
  const { id, operator: ctx, members } = batch
  const first = await listGrantBatchRows({ ctx, input: { id, limit: 3 } })
  const rest = await listGrantBatchRows({ ctx, input: { id, limit: 3, cursor: first.nextCursor ?? '' } })
  expect([...first.items, ...rest.items].map(({ position }) => position)).toEqual([1, 2, 3, 4, 5])
  expect(rest.nextCursor).toBeNull()
  const [row] = await world.ctx.db.read
    .select()
    .from(member)
    .where(eq(member.id, idOf(members[2])))
  const found = await listGrantBatchRows({ ctx, input: { id, search: row?.shopMemberId } })
  expect(found.items).toMatchObject([{ member: { id: idOf(members[2]) } }])
  expect((await listGrantBatchRows({ ctx, input: { id, outcome: 'granted' } })).items).toEqual([])
})
