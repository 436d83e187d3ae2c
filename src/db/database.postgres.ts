import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { makePostgresSchema, urlBeside } from './beside'
import { isDeadlock } from './errors'
import { type Database, handleOf, type Tx } from './handles'
import { assertMigrated, countMigrations, migrationsFolder } from './migrations'
import { withoutNesting } from './nesting'
import { postgresSnapshot } from './snapshot'
import { postgresStatements } from './statements.postgres'
import { assertTriggers } from './triggers'

/** Any number, the same in every process: whoever holds it migrates, the others wait. */
const MIGRATION_LOCK = 7_112_011
const FIRST_DATA_LOCK = 7_112_012
const DEADLOCK_TRIES = 5

/** Of a database beside, which few people use. */
const CONNECTIONS_BESIDE = 3

/** Opens a pool of at most `maxConnections` to a PostgreSQL server. */
export function openPostgres(url: string, maxConnections: number): Database {
  const pool = new pg.Pool({ connectionString: url, max: maxConnections, connectionTimeoutMillis: 10_000 })
  // A connection that breaks while idle is replaced on next use; unhandled it would end the process.
  pool.on('error', () => {})
  // The pool stops listening while a connection is in use; what breaks then fails its own query.
  pool.on('connect', (client) => client.on('error', () => {}))
  const handles = new WeakMap<pg.PoolClient, Tx>()
  const beside = new Set<Database>()

  const run = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let tx = handles.get(client)
    if (!tx) {
      tx = handleOf(drizzle(client), postgresStatements(client))
      handles.set(client, tx)
    }
    let broken: Error | undefined
    try {
      await client.query('BEGIN')
      const result = await work(tx)
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  /** Waits until no other process holds the lock, and holds it while `work` runs. */
  const locked = async <T>(lock: number, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    try {
      await client.query('select pg_advisory_lock($1)', [lock])
      return await work(client)
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => {})
      client.release()
    }
  }

  return {
    read: handleOf(drizzle(pool), postgresStatements(pool)),
    snapshot: (work) => postgresSnapshot(url, work),
    transaction: (work) =>
      withoutNesting(async () => {
        for (let attempt = 1; ; attempt++) {
          try {
            return await run(work)
          } catch (error) {
            if (attempt >= DEADLOCK_TRIES || !isDeadlock(error)) throw error
          }
        }
      }),
    assertReady: async () => {
      const triggers = await pool.query<{ tgname: string }>(
        'select tgname from pg_trigger where not tgisinternal',
      )
      assertTriggers(new Set(triggers.rows.map((row) => row.tgname)))
      const applied = await pool.query<{ count: string }>('select count(*) from drizzle.__drizzle_migrations')
      assertMigrated('postgres', Number(applied.rows[0]?.count))
    },
    migrate: () =>
      locked(MIGRATION_LOCK, (client) =>
        migrate(drizzle(client), { migrationsFolder: migrationsFolder('postgres') }),
      ),
    exclusively: (work) => locked(FIRST_DATA_LOCK, work),
    get migrationCount() {
      return countMigrations('postgres')
    },
    beside: (name) => {
      const opened = openPostgres(urlBeside(url, name), CONNECTIONS_BESIDE)
      beside.add(opened)
      return {
        ...opened,
        migrate: async () => {
          const client = await pool.connect()
          await makePostgresSchema(client, name).finally(() => client.release())
        },
        close: () => opened.close().finally(() => beside.delete(opened)),
      }
    },
    dropBeside: async (name) => {
      await pool.query(`drop schema if exists ${pg.escapeIdentifier(name)} cascade`)
    },
    close: async () => {
      await Promise.all([...beside].map((each) => each.close()))
      await pool.end()
    },
  }
}
