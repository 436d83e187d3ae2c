import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrationsFolder } from './migrations'

/** A name that is a part of a file's name, and of an SQL statement, as it is. */
const NAME = /^[a-z][a-z0-9_]{0,59}$/

/**
 * The URL of a database beside the one of `url`: a file beside its file, or a schema of the same
 * server, whose connections see no other. Throws when the name is more than a word.
 */
export function urlBeside(url: string, name: string): string {
  if (!NAME.test(name)) throw new Error(`no database may be called ${name}`)
  if (url.startsWith('sqlite:')) return `${url}.${name}`
  const beside = new URL(url)
  const options = [beside.searchParams.get('options'), `-c search_path=${name}`].filter(Boolean).join(' ')
  beside.searchParams.set('options', options)
  return beside.href
}

/** Deletes a SQLite file with all that stands beside it. Nobody may have it open. */
export function deleteSqliteFile(file: string): void {
  for (const end of ['', '-wal', '-shm', '.lock']) rmSync(`${file}${end}`, { force: true })
}

/** Makes a schema with every table there is, or nothing. It is made once and never migrated. */
export async function makePostgresSchema(client: pg.ClientBase, name: string): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(`create schema ${pg.escapeIdentifier(name)}`)
    await client.query(`set local search_path to ${pg.escapeIdentifier(name)}`)
    for (const statement of allStatements()) await client.query(statement)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

/** What the migrations come to. Generated ones name the schema they were made for. */
function allStatements(): string[] {
  const folder = migrationsFolder('postgres')
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { tag: string }[]
  }
  return journal.entries.flatMap(({ tag }) =>
    readFileSync(join(folder, `${tag}.sql`), 'utf8')
      .replaceAll('"public".', '')
      .split('--> statement-breakpoint')
      .filter((statement) => statement.trim() !== ''),
  )
}
