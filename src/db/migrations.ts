import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dialect } from '../lib/env'

/** The migrations of a dialect. They are looked up from the folder the process was started in. */
export function migrationsFolder(dialect: Dialect): string {
  const folder = join(process.cwd(), 'drizzle', dialect)
  if (!existsSync(folder)) throw new Error(`no migrations at ${folder}: start from the project's folder`)
  return folder
}

/** How many migrations there are. */
export function countMigrations(dialect: Dialect): number {
  const journal = JSON.parse(readFileSync(join(migrationsFolder(dialect), 'meta', '_journal.json'), 'utf8'))
  return (journal as { entries: unknown[] }).entries.length
}

/** Throws when fewer migrations were applied than there are. */
export function assertMigrated(dialect: Dialect, applied: number): void {
  const known = countMigrations(dialect)
  if (applied < known) throw new Error(`the database has ${applied} of ${known} migrations`)
}
