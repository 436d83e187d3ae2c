import pg from 'pg'
import { Sqlite } from '@/src/db/sqlite-driver'
import { databaseDialect } from '@/src/lib/env'
import type { World } from './world'

/** Constraints and triggers that stand in the way of whoever spoils the books: name → table. */
const CONSTRAINTS = { account_not_negative: 'account', entry_bearer: 'entry', counter_bounded: 'counter' }
const TRIGGERS = { entry_no_update: 'entry', entry_no_delete: 'entry' }

/** Runs statements on a test's database past the product, with nothing that protects the books. */
export async function tamper({ databaseUrl }: World, statements: readonly string[]): Promise<void> {
  if (databaseDialect() === 'sqlite') {
    const connection = new Sqlite(databaseUrl.slice('sqlite:'.length))
    connection.pragma('foreign_keys = 0')
    connection.pragma('ignore_check_constraints = 1')
    for (const name of Object.keys(TRIGGERS)) connection.exec(`drop trigger if exists ${name}`)
    for (const statement of statements) connection.exec(statement)
    connection.close()
    return
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  for (const [name, of] of Object.entries(TRIGGERS)) {
    await client.query(`drop trigger if exists ${name} on ${of}`)
  }
  for (const [name, of] of Object.entries(CONSTRAINTS)) {
    await client.query(`alter table ${of} drop constraint if exists ${name}`)
  }
  for (const statement of statements) await client.query(statement)
  await client.end()
}
