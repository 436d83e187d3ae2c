import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from '@/src/db'

export interface TestDatabase extends AsyncDisposable {
  url: string
  db: Database
  /** A folder that goes away with the database. */
  folder: string
}

/**
 * A migrated database of the test's own, on whichever dialect the test runs. `before` fills it as an
 * earlier version would have left it.
 */
export async function aDatabase(before?: (url: string) => Promise<void>): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'ziggurat-test-'))
  const server = process.env.TEST_POSTGRES_URL
  const name = `test_${randomBytes(8).toString('hex')}`
  if (server) await admin(server, `create database ${name}`)
  const url = server
    ? Object.assign(new URL(server), { pathname: `/${name}` }).href
    : `sqlite:${join(folder, 'test.db')}`
  await before?.(url)
  const db = openDatabase(url)
  await db.migrate()
  return {
    url,
    db,
    folder,
    [Symbol.asyncDispose]: async () => {
      await db.close()
      if (server) await admin(server, `drop database ${name} with (force)`)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function admin(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
