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
import { bookErrors } from '@/src/testing/books'
import { aDatabase } from '@/src/testing/test-database'
import { account, grant, productPrice, reward } from './index'
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

/** Cash of 188 fen and a coupon of 2,000, both reserved, of the version that knew no redeeming. */
function neverRedeemed(isSqlite: boolean): string[] {
  const at = isSqlite ? '1762833600000' : "'2025-11-11T04:00:00.000Z'"
  const yes = isSqlite ? '1' : 'true'
  const reward = (id: string, kind: string, terms: string, fen: number) =>
    `insert into reward (id, kind, title, terms, reservation, reserved_fen_each, is_enabled, created_by, created_at, updated_at)
       values ('${id}', '${kind}', '${kind}', '${terms}', '{"kind":"full"}', ${fen}, ${yes}, 'stf_1', ${at}, ${at})`
  const granted = (id: string, reward: string, given: string, fen: number) => [
    `insert into reward_grant (id, member_id, reward_id, campaign_id, tool_id, state, given, reserved_fen, idempotency, granted_at)
       values ('${id}', 'mbr_1', '${reward}', 'cmp_1', 'tool_1', 'granted', '${given}', ${fen}, '${id}', ${at})`,
    `insert into entry (id, debit_account_id, credit_account_id, amount_fen, cause, cause_id, created_at)
       values ('ent_${id}', 'acc_a', 'acc_r', ${fen}, 'reservation', '${id}', ${at})`,
  ]
  const account = (id: string, owner: string, kind: string, fen: number) =>
    `insert into account (id, kind, owner_id, balance_fen, created_at) values ('${id}', '${kind}', '${owner}', ${fen}, ${at})`
  return [
    ...couponsOnly(isSqlite).slice(0, 4),
    reward('rwd_1', 'coupon', '{"kind":"coupon","amountFen":2000}', 2_000),
    reward('rwd_2', 'cash', '{"kind":"cash","amountFen":188}', 188),
    account('acc_s', 'department', 'source', -10_000),
    account('acc_a', 'cmp_1', 'allocated', 7_812),
    account('acc_r', 'cmp_1', 'reserved', 2_188),
    `insert into entry (id, debit_account_id, credit_account_id, amount_fen, cause, cause_id, created_at)
       values ('ent_0', 'acc_s', 'acc_a', 10000, 'allocation', 'first', ${at})`,
    ...granted('grt_1', 'rwd_1', '{"kind":"coupon","amountFen":2000,"thresholdFen":0}', 2_000),
    ...granted('grt_2', 'rwd_2', '{"kind":"cash","amountFen":188}', 188),
    `insert into counter (scope, key, used, cap) values ('stock', 'rwd_1', 1, 9), ('stock', 'rwd_2', 1, 9)`,
  ]
}

test('cash of the version that knew no redeeming is spent, a coupon still reserved, and the books agree', async () => {
  await using database = await aDatabase((url) =>
    leaveBehind(url, 9, neverRedeemed(databaseDialect() === 'sqlite')),
  )
  const { read } = database.db
  await database.db.assertReady()
  const kept = await read.select({ kind: account.kind, fen: account.balanceFen }).from(account)
  expect(Object.fromEntries(kept.map(({ kind, fen }) => [kind, fen]))).toEqual({
    source: -10_000,
    contingency: 0,
    overdraft: 0,
    allocated: 7_812,
    reserved: 2_000,
    committed: 188,
    settled: 0,
  })
  const grants = await read.select().from(grant)
  expect(grants.map(({ id, state, redeemedFen }) => [id, state, redeemedFen]).sort()).toEqual([
    ['grt_1', 'granted', 0],
    ['grt_2', 'redeemed', 188],
  ])
  expect(await bookErrors(read)).toEqual([])
})

test('a product of the version that kept no prices was sold at its price since it last changed', async () => {
  const isSqlite = databaseDialect() === 'sqlite'
  const [made, changed] = isSqlite
    ? ['1762833600000', '1762920000000']
    : ["'2025-11-11T04:00:00.000Z'", "'2025-11-12T04:00:00.000Z'"]
  await using database = await aDatabase((url) =>
    leaveBehind(url, 34, [
      `insert into product (id, sku, title, image, price_fen, list_price_fen, stock, link, group_name, created_at, updated_at)
         values ('prd_1', 'A1', '电饭煲', '', 29900, 39900, 3, '', '', ${made}, ${changed})`,
    ]),
  )
  await database.db.assertReady()
  expect(await database.db.read.select().from(productPrice)).toEqual([
    { productId: 'prd_1', since: new Date('2025-11-12T04:00:00.000Z'), priceFen: 29_900 },
  ])
})
