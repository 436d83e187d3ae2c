import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database as Connection } from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { deleteSqliteFile, urlBeside } from './beside'
import { type Database, handleOf, type Tx } from './handles'
import { assertMigrated, countMigrations, migrationsFolder } from './migrations'
import { withoutNesting } from './nesting'
import { sqliteSnapshot } from './snapshot'
import { Sqlite } from './sqlite-driver'
import { sqliteStatements } from './statements.sqlite'
import { assertTriggers } from './triggers'

/**
 * Opens a SQLite file: one connection that only reads, and one writer whose transactions wait
 * for each other in a queue, because a transaction's work is asynchronous and a connection holds
 * only one. A lock beside the file keeps a second process from writing to it.
 */
export function openSqlite(file: string): Database {
  mkdirSync(dirname(file), { recursive: true })
  const lock = lockFile(`${file}.lock`)
  const writer = connect(file)
  const reader = connect(file)
  reader.pragma('query_only = 1')
  const tx = handleOf(drizzle(writer), sqliteStatements(writer))
  let last: Promise<unknown> = Promise.resolve()
  const beside = new Set<Database>()
  const fileBeside = (name: string) => urlBeside(`sqlite:${file}`, name).slice('sqlite:'.length)

  const run = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    writer.exec('BEGIN IMMEDIATE')
    try {
      const result = await work(tx)
      writer.exec('COMMIT')
      return result
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK')
      throw error
    }
  }

  return {
    read: handleOf(drizzle(reader), sqliteStatements(reader)),
    snapshot: (work) => sqliteSnapshot(file, work),
    transaction: (work) =>
      withoutNesting(() => {
        const turn = last.then(() => run(work))
        last = turn.catch(() => {})
        return turn
      }),
    assertReady: async () => {
      const names = writer.prepare("select name from sqlite_master where type = 'trigger'").pluck().all()
      assertTriggers(new Set(names as string[]))
      const applied = writer.prepare('select count(*) from __drizzle_migrations').pluck().get() as number
      assertMigrated('sqlite', applied)
    },
    migrate: async () => {
      await last
      // A migration may rebuild a table others refer to, which foreign keys would forbid halfway.
      writer.pragma('foreign_keys = 0')
      migrate(drizzle(writer), { migrationsFolder: migrationsFolder('sqlite') })
      writer.pragma('foreign_keys = 1')
    },
    // One process has the file to itself.
    exclusively: (work) => work(),
    get migrationCount() {
      return countMigrations('sqlite')
    },
    beside: (name) => {
      const opened = openSqlite(fileBeside(name))
      beside.add(opened)
      return { ...opened, close: () => opened.close().finally(() => beside.delete(opened)) }
    },
    dropBeside: async (name) => deleteSqliteFile(fileBeside(name)),
    close: async () => {
      await Promise.all([...beside].map((each) => each.close()))
      await last
      reader.close()
      writer.close()
      lock.close()
    },
  }
}

function connect(file: string): Connection {
  const connection = new Sqlite(file)
  // Counts only while the file is still empty. Batches write rows that lie together: in half as many pages.
  connection.pragma('page_size = 8192')
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = 1')
  connection.pragma('busy_timeout = 5000')
  // What many commits touch is written back to the file once, and pages being written stay in memory:
  // at most 64 MB of log, and 64 MB of pages, which are only taken as they are read. Writing back holds
  // up whoever waits at that moment, so that it comes seldom matters more than that it is short.
  connection.pragma('wal_autocheckpoint = 8000')
  connection.pragma('cache_size = -65536')
  return connection
}

/** Holds a file exclusively until this process ends, however it ends: the system lets go of it. */
function lockFile(path: string): Connection {
  const lock = new Sqlite(path, { timeout: 0 })
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new Error('another process is already using this data folder', { cause })
  }
  return lock
}
