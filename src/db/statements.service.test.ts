import { expect, test } from 'vitest'
import { aDatabase } from '@/src/testing/test-database'
import { change, counter, gte, insertion, lookup, member, sql } from './index'

const at = new Date('2026-11-11T00:00:00.123Z')
const newMembers = insertion(member, 'leaves')
const byId = lookup(member, ['id'])

const take = insertion(counter, {
  target: ['scope', 'key'],
  set: { used: sql`${counter.used} + excluded.used` },
  setWhere: sql`${counter.used} + excluded.used <= ${counter.cap}`,
})
const giveBack = change(counter, ['scope', 'key'], {
  given: { amount: counter.used },
  set: ({ amount }) => ({ used: sql`${counter.used} - ${amount}` }),
  setWhere: ({ amount }) => gte(counter.used, amount),
})

test('a row is found as the query builder finds it: defaults, flags, instants, and letters of any kind', async () => {
  await using database = await aDatabase()
  const nickname = `小"满\\{},'NULL' 🧧`
  const rows = [
    { id: 'mbr_1', shopMemberId: 's1', nickname, createdAt: at },
    { id: 'mbr_2', shopMemberId: 's2', nickname: '', isDemo: true, createdAt: at },
  ]
  expect(await database.db.transaction((tx) => tx.put(newMembers, rows))).toBe(2)
  const { read } = database.db
  const found = await read.find(byId, [{ id: 'mbr_2' }, { id: 'nobody' }, { id: 'mbr_1' }])
  expect(found.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    await read.select().from(member).orderBy(member.id),
  )
  expect(found[0]).toEqual({ ...rows[0], city: null, level: null, isDemo: false })
  expect(await read.find(byId, [])).toEqual([])
})

test('what is there already is left, and not counted', async () => {
  await using database = await aDatabase()
  const row = (id: string) => ({ id, shopMemberId: id, nickname: id, createdAt: at })
  const put = (...ids: string[]) => database.db.transaction((tx) => tx.put(newMembers, ids.map(row)))
  expect(await put('a', 'b')).toBe(2)
  expect(await put('b', 'c')).toBe(1)
  expect(await put()).toBe(0)
})

test('only rows that fit their guard are changed and counted', async () => {
  await using database = await aDatabase()
  const row = (key: string, used: number) => ({ scope: 's', key, used, cap: 3 })
  const put = (...rows: ReturnType<typeof row>[]) => database.db.transaction((tx) => tx.put(take, rows))
  expect(await put(row('a', 2), row('b', 3))).toBe(2)
  expect(await put(row('a', 1), row('b', 1))).toBe(1)
  const back = ['a', 'b', 'nowhere'].map((key) => ({ scope: 's', key, amount: 3 }))
  expect(await database.db.transaction((tx) => tx.change(giveBack, back))).toBe(2)
  expect(await database.db.transaction((tx) => tx.change(giveBack, back))).toBe(0)
  const used = await database.db.read.select({ used: counter.used }).from(counter)
  expect(used).toEqual([{ used: 0 }, { used: 0 }])
})
