import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { expect, test } from 'vitest'
import { type Dialect, databaseDialect } from '@/src/lib/env'
import { aDatabase } from '@/src/testing/test-database'
import { grant, reward } from './index'
import { migrationsFolder } from './migrations'
import { Sqlite } from './sqlite-driver'

/* What an installation holds must still be there, and mean the same, after an update. */

/** The first `count` migrations, as the version of their day had them. */
function earlierMigrations(dialect: Dialect, count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'ziggurat-migrations-'))
  cpSync(migrationsFolder(dialect), folder, { recursive: true })
  const path = join(folder, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: unknown[] }
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }))
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}

/** A database at its first `count` migrations, and what `statements` put there. */
async function leaveBehind(url: string, count: number, statements: readonly string[]): Promise<void> {
  const dialect = databaseDialect()
  using earlier = earlierMigrations(dialect, count)
  const migrationsFolder = earlier.folder
  if (dialect === 'sqlite') {
    const connection = new Sqlite(url.slice('sqlite:'.length))
    migrateSqlite(drizzleSqlite(connection), { migrationsFolder })
    for (const statement of statements) connection.exec(statement)
    connection.close()
    return
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await migratePostgres(drizzlePostgres(client), { migrationsFolder })
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** A coupon and a grant of it, in the words of the schema that knew coupons only. */
function couponsOnly(isSqlite: boolean): string[] {
  const at = isSqlite ? '1762833600000' : "'2025-11-11T04:00:00.000Z'"
  const yes = isSqlite ? '1' : 'true'
  const no = isSqlite ? '0' : 'false'
  const terms = `{"amountFen":2000,"thresholdFen":19900,"validity":{"kind":"days","days":3},"useLink":"/p/x"}`
  return [
    `insert into staff (id, name, email, email_verified, created_at, updated_at, is_demo)
       values ('stf_1', 'A', 'a@shop.test', ${no}, ${at}, ${at}, ${no})`,
    `insert into member (id, shop_member_id, nickname, is_demo, created_at) values ('mbr_1', 's1', '小满', ${no}, ${at})`,
    `insert into campaign (id, name, state, starts_at, ends_at, created_by, created_at, updated_at)
       values ('cmp_1', '双11', 'scheduled', ${at}, ${at}, 'stf_1', ${at}, ${at})`,
    `insert into tool (id, campaign_id, type, version, name, config, revision, created_by, created_at, updated_at)
       values ('tool_1', 'cmp_1', 'coupon-wall', 1, '领券', '{}', 1, 'stf_1', ${at}, ${at})`,
    `insert into reward (id, kind, title, coupon, reservation, reserved_fen_each, is_enabled, created_by, created_at, updated_at)
       values ('rwd_1', 'coupon', '满减券', '${terms}', '{"kind":"full"}', 2000, ${yes}, 'stf_1', ${at}, ${at})`,
    `insert into reward_grant (id, member_id, reward_id, campaign_id, tool_id, state, reserved_fen, idempotency, granted_at, expires_at)
       values ('grt_1', 'mbr_1', 'rwd_1', 'cmp_1', 'tool_1', 'granted', 2000, 'mbr_1:k:0', ${at}, ${at})`,
  ]
}

test('coupons and grants of the version that knew coupons only are read as before', async () => {
  await using database = await aDatabase((url) =>
    leaveBehind(url, 2, couponsOnly(databaseDialect() === 'sqlite')),
  )
  await database.db.assertReady()
  expect(await database.db.read.select().from(reward)).toMatchObject([
    {
      id: 'rwd_1',
      terms: {
        kind: 'coupon',
        amountFen: 2_000,
        thresholdFen: 19_900,
        validity: { kind: 'days', days: 3 },
        useLink: '/p/x',
      },
      stockPerDay: null,
    },
  ])
  expect(await database.db.read.select().from(grant)).toMatchObject([
    { id: 'grt_1', given: { kind: 'coupon', amountFen: 2_000, thresholdFen: 19_900 } },
  ])
})
