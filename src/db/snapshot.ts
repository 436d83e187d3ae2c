import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { handleOf, type ReadDb } from './handles'
import { Sqlite } from './sqlite-driver'
import { postgresStatements } from './statements.postgres'
import { sqliteStatements } from './statements.sqlite'

type Work<T> = (read: ReadDb) => Promise<T>

/**
 * Runs `work` on the database of a `DATABASE_URL` as it is at one instant. It only reads, so it may
 * be used beside a running server. Throws when there is no such database.
 */
export function readSnapshot<T>(url: string, work: Work<T>): Promise<T> {
  if (url.startsWith('sqlite:')) return sqliteSnapshot(url.slice('sqlite:'.length), work)
  return postgresSnapshot(url, work)
}

export async function sqliteSnapshot<T>(file: string, work: Work<T>): Promise<T> {
  // Takes no lock beside the file: that one is the writer's.
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    connection.pragma('busy_timeout = 5000')
    connection.exec('BEGIN')
    return await work(handleOf(drizzleSqlite(connection), sqliteStatements(connection)))
  } finally {
    connection.close()
  }
}

export async function postgresSnapshot<T>(url: string, work: Work<T>): Promise<T> {
  // Not one of the pool's: requests would have one less for as long as it takes.
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // What breaks fails the query that waits for it; unhandled it would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await work(handleOf(drizzlePostgres(client), postgresStatements(client)))
  } finally {
    await client.end()
  }
}
