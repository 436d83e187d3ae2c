import { sql } from 'drizzle-orm'
import { expectTypeOf, test } from 'vitest'
import * as postgres from './kit.postgres'
import * as sqlite from './kit.sqlite'

interface Terms {
  amountFen: number
}

// Every column the kits offer, plain and with each modifier that changes a row's type. Written
// out for both, because a function over either kit would only compare what they have in common.
const onPostgres = postgres.table('sample', {
  id: postgres.text('id').primaryKey(),
  text: postgres.text('text'),
  integer: postgres.integer('integer').notNull(),
  big: postgres.big('big').notNull().default(0),
  flag: postgres.flag('flag').notNull(),
  instant: postgres.instant('instant'),
  word: postgres.word('word', ['draft', 'ended']).notNull(),
  document: postgres.document<Terms>('document').notNull(),
})
const onSqlite = sqlite.table('sample', {
  id: sqlite.text('id').primaryKey(),
  text: sqlite.text('text'),
  integer: sqlite.integer('integer').notNull(),
  big: sqlite.big('big').notNull().default(0),
  flag: sqlite.flag('flag').notNull(),
  instant: sqlite.instant('instant'),
  word: sqlite.word('word', ['draft', 'ended']).notNull(),
  document: sqlite.document<Terms>('document').notNull(),
})

test('both kits infer the same rows', () => {
  expectTypeOf<typeof onSqlite.$inferSelect>().toEqualTypeOf<typeof onPostgres.$inferSelect>()
  expectTypeOf<typeof onSqlite.$inferInsert>().toEqualTypeOf<typeof onPostgres.$inferInsert>()
})

test('both kits export the same names', () => {
  expectTypeOf<keyof typeof sqlite>().toEqualTypeOf<keyof typeof postgres>()
})

test('a check is written the same on both', () => {
  expectTypeOf(sqlite.check('c', sql`true`)).not.toBeNever()
  expectTypeOf(postgres.check('c', sql`true`)).not.toBeNever()
})
