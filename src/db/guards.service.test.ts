import { getTableColumns, getTableName, is, Table } from 'drizzle-orm'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { type PgTable, getTableConfig as postgresConfig } from 'drizzle-orm/pg-core'
import { getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { databaseDialect } from '@/src/lib/env'
import { aDatabase } from '@/src/testing/test-database'
import { refusedBecause } from './errors'
import { handleOf, type Tx } from './handles'
import * as schema from './schema'
import { Sqlite } from './sqlite-driver'
import { postgresStatements } from './statements.postgres'
import { sqliteStatements } from './statements.sqlite'
import { REQUIRED_TRIGGERS } from './triggers'

/*
 * What the database itself refuses, whoever writes to it. Each is asked for with nothing else in
 * its way: foreign keys are off.
 */

type Row = Record<string, unknown>
const isSqlite = databaseDialect() === 'sqlite'
const tables = Object.values(schema).filter((each) => is(each, Table)) as unknown as PgTable[]

interface Bare extends AsyncDisposable {
  tx: Tx
  /** On PostgreSQL what switches foreign keys off switches triggers off too. */
  withTriggers: () => Promise<unknown>
}

/** A database without foreign keys. */
async function aBareDatabase(): Promise<Bare> {
  const database = await aDatabase()
  if (isSqlite) {
    const connection = new Sqlite(database.url.slice('sqlite:'.length))
    connection.pragma('foreign_keys = 0')
    const close = async () => {
      connection.close()
      await database[Symbol.asyncDispose]()
    }
    const tx = handleOf(drizzleSqlite(connection), sqliteStatements(connection))
    return { tx, withTriggers: async () => {}, [Symbol.asyncDispose]: close }
  }
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query('set session_replication_role = replica')
  const close = async () => {
    await client.end()
    await database[Symbol.asyncDispose]()
  }
  const withTriggers = () => client.query('set session_replication_role = origin')
  return {
    tx: handleOf(drizzlePostgres(client), postgresStatements(client)),
    withTriggers,
    [Symbol.asyncDispose]: close,
  }
}

/** A row in which whatever must be there is there; another number makes another row. */
function aRow(of: PgTable, n: number, filled: readonly string[] = []): Row {
  const columns = Object.entries(getTableColumns(of))
  return Object.fromEntries(
    columns
      .filter(([, column]) => (column.notNull && !column.hasDefault) || filled.includes(column.name))
      .map(([key, { name, dataType, enumValues }]) => {
        if (dataType === 'number') return [key, n]
        if (dataType === 'boolean') return [key, false]
        if (dataType === 'date') return [key, new Date(n)]
        if (dataType === 'json') return [key, {}]
        return [key, enumValues?.[0] ?? `${name}-${n}`]
      }),
  )
}

const insert = (tx: Tx, into: PgTable, row: Row) =>
  Promise.resolve(tx.insert(into).values(row as never)).then(
    () => 'written',
    (error: unknown) => refusedBecause(error),
  )

/** Rows that a CHECK forbids, each wrong in one way. */
const FORBIDDEN: [name: string, of: unknown, ...wrong: Row[]][] = [
  ['account_not_negative', schema.account, { kind: 'allocated', balanceFen: -1 }],
  ['entry_positive', schema.entry, { amountFen: 0, merchantFen: 0 }],
  ['entry_two_sided', schema.entry, { debitAccountId: 'a', creditAccountId: 'a' }],
  ['entry_bearer', schema.entry, { amountFen: 1, merchantFen: 2 }, { merchantFen: -1 }],
  ['counter_bounded', schema.counter, { used: 2, cap: 1 }, { used: -1 }],
  ['hold_not_negative', schema.hold, { countLeft: -1 }, { leftFen: -1 }],
  ['point_lot_bounded', schema.pointLot, { left: 2, points: 1 }, { left: -1 }],
  ['wallet_not_negative', schema.wallet, { balance: -1 }],
  ['wallet_owed_not_negative', schema.wallet, { owed: -1 }],
  ['wallet_entry_moves', schema.walletEntry, { amount: 0 }],
  ['redemption_bounded', schema.redemption, { costFen: 1, reversedFen: 2 }, { reversedFen: -1 }],
  ['reversal_positive', schema.reversal, { amountFen: -1 }],
  ['grant_cost', schema.grant, { reservedFen: -1 }, { redeemedFen: -1 }],
  ['grant_lock', schema.grant, { state: 'locked' }, { state: 'granted', lockedBy: 'o' }],
  ['participation_limit_positive', schema.participationLimit, { perDay: 0 }, { inAll: 0 }],
  ['outbox_ended', schema.outbox, { state: 'done' }, { state: 'waiting', endedAt: new Date(1) }],
  ['payout_positive', schema.payout, { amountFen: 0 }],
  ['payout_handed', schema.payout, { state: 'paying' }, { state: 'paid' }],
  ['payout_batch_not_empty', schema.payoutBatch, { count: 0 }, { totalFen: 0 }],
  ['chance_balance_not_negative', schema.chanceBalance, { balance: -1 }],
  ['chance_entry_moves', schema.chanceEntry, { amount: 0 }],
  ['shop_order_refund', schema.shopOrder, { payFen: 1, refundedFen: 2 }, { refundedFen: -1 }],
  ['points_rule_steps', schema.pointsRule, { stepPoints: 0 }, { stepFen: 0 }],
  ['points_rule_part', schema.pointsRule, { mostPpm: 0 }, { mostPpm: 1_000_001 }],
  ['points_use_bounded', schema.pointsUse, { points: 0 }, { points: 1, givenBack: 2 }, { givenBack: -1 }],
  ['split_window_positive', schema.splitWindow, { minutes: 0 }],
  ['grant_batch_submitted', schema.grantBatch, { state: 'waiting' }],
  ['grant_batch_second_person', schema.grantBatch, { submittedBy: 's', decidedBy: 's' }],
  ['rehearsal_closed', schema.rehearsal, { closedAt: new Date(1) }, { closedWhy: 'cleared' }],
  ['rehearsal_window', schema.rehearsal, { endsAt: new Date(0) }],
  ['shipment_list_not_empty', schema.shipmentList, { count: 0 }],
  ['shipment_tracked', schema.shipment, { state: 'shipped' }, { trackingNumber: 'SF1' }],
  ['grant_batch_row_granted', schema.grantBatchRow, { result: 'granted' }, { grantId: 'g' }],
]

test('no row breaks a check', async () => {
  await using bare = await aBareDatabase()
  let n = 0
  for (const [name, of, ...wrong] of FORBIDDEN) {
    const into = of as PgTable
    expect([name, await insert(bare.tx, into, aRow(into, ++n))]).toEqual([name, 'written'])
    for (const over of wrong) {
      expect([name, over, await insert(bare.tx, into, { ...aRow(into, ++n), ...over })]).toEqual([
        name,
        over,
        'check',
      ])
    }
  }
})

/** The unique columns of a table, as the schema says, but for its key. */
function uniquesOf(of: PgTable): { name: string; columns: string[] }[] {
  const { indexes } = isSqlite ? sqliteConfig(of as never) : postgresConfig(of)
  const ofIndexes = indexes
    .filter(({ config }) => config.unique)
    .map(({ config }) => ({
      name: config.name ?? '',
      columns: config.columns.map((column) => ('name' in column ? String(column.name) : '')),
    }))
  const ofColumns = Object.values(getTableColumns(of))
    .filter(({ isUnique }) => isUnique)
    .map(({ name, uniqueName }) => ({ name: uniqueName ?? name, columns: [name] }))
  return [...ofIndexes, ...ofColumns]
}

/** What a row that fills a unique column must hold beside it. */
const BESIDE: Record<string, Row> = { grant_batch_row_grant: { result: 'granted' } }

test('what is unique is there once', async () => {
  await using bare = await aBareDatabase()
  let n = 0
  for (const of of tables) {
    for (const { name, columns } of uniquesOf(of)) {
      n += 2
      const first = { ...aRow(of, n, columns), ...BESIDE[name] }
      const same = Object.entries(getTableColumns(of)).filter(([, column]) => columns.includes(column.name))
      const second = {
        ...aRow(of, n + 1, columns),
        ...BESIDE[name],
        ...Object.fromEntries(same.map(([key]) => [key, first[key]])),
      }
      expect([name, await insert(bare.tx, of, first)]).toEqual([name, 'written'])
      expect([name, await insert(bare.tx, of, second)]).toEqual([name, 'unique'])
    }
  }
})

describe('what is immutable', () => {
  test.each(REQUIRED_TRIGGERS)('%s', async (trigger) => {
    await using bare = await aBareDatabase()
    const [, name, event] = /^(.+)_no_(update|delete)$/.exec(trigger) ?? []
    const of = tables.find((each) => getTableName(each) === name)
    if (!of) throw new Error(`no table ${name}`)
    expect(await insert(bare.tx, of, aRow(of, 1))).toBe('written')
    await bare.withTriggers()
    const write = event === 'update' ? bare.tx.update(of).set(aRow(of, 2) as never) : bare.tx.delete(of)
    expect(
      await Promise.resolve(write).then(
        () => 'written',
        (error: unknown) => refusedBecause(error),
      ),
    ).toBe('immutable')
  })
})
