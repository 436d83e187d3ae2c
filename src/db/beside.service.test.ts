import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Database, member } from '@/src/db'
import { aDatabase } from '@/src/testing/test-database'
import { urlBeside } from './beside'

const add = (db: Database, id: string) =>
  db.transaction((tx) =>
    tx
      .insert(member)
      .values({ id, shopMemberId: id, nickname: id, createdAt: new Date(0) })
      .returning(),
  )
const ids = async (db: Database) => (await db.read.select({ id: member.id }).from(member)).map(({ id }) => id)

test('a database beside has the same tables and guards, and neither sees the other', async () => {
  await using own = await aDatabase()
  const beside = own.db.beside('rhs_1')
  await beside.migrate()
  await add(own.db, 'real')
  await add(beside, 'test')
  expect([await ids(own.db), await ids(beside)]).toEqual([['real'], ['test']])
  // The id is taken there, and only there.
  await expect(add(beside, 'test')).rejects.toThrow()
  await add(own.db, 'test')
})

test('is opened again as it was left, read at one instant too, and gone once it was dropped', async () => {
  await using own = await aDatabase()
  const first = own.db.beside('rhs_1')
  await first.migrate()
  await add(first, 'test')
  await first.close()
  const again = own.db.beside('rhs_1')
  expect(await ids(again)).toEqual(['test'])
  expect(await again.snapshot((read) => read.select({ id: member.id }).from(member))).toEqual([
    { id: 'test' },
  ])
  await again.close()

  await own.db.dropBeside('rhs_1')
  const anew = own.db.beside('rhs_1')
  await anew.migrate()
  expect(await ids(anew)).toEqual([])
  await anew.close()
  await own.db.dropBeside('rhs_1')
  expect(readdirSync(own.folder).filter((name) => name.includes('rhs_1'))).toEqual([])
})

test('is closed with the one it stands beside', async () => {
  const own = await aDatabase()
  const beside = own.db.beside('rhs_1')
  await beside.migrate()
  await own[Symbol.asyncDispose]()
  await expect(ids(beside)).rejects.toThrow()
  expect(existsSync(join(own.folder, 'test.db'))).toBe(false)
})

test('has a name that is one word', () => {
  for (const name of ['', '../up', 'a b', 'A', '1a', 'a;drop', 'a'.repeat(61)])
    expect(() => urlBeside('sqlite:x.db', name)).toThrow('may be called')
  expect(urlBeside('postgres://h/d?options=-c%20x%3D1', 'rhs_1')).toBe(
    'postgres://h/d?options=-c+x%3D1+-c+search_path%3Drhs_1',
  )
})
