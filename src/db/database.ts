import { openPostgres } from './database.postgres'
import { openSqlite } from './database.sqlite'
import type { Database } from './handles'

/**
 * Opens the database of a `DATABASE_URL`: `sqlite:<file>` or `postgres://…`. It must speak the
 * dialect the process was started with, because the tables were declared for that one.
 */
export function openDatabase(url: string, options: { maxConnections?: number } = {}): Database {
  if (url.startsWith('sqlite:')) return openSqlite(url.slice('sqlite:'.length))
  return openPostgres(url, options.maxConnections ?? 10)
}
