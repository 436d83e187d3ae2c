import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { startPostgresServer } from '../../src/testing/postgres-server'

export type ProductDialect = 'sqlite' | 'postgres'

export interface ProductDatabase {
  env: Record<string, string>
  /** Ends the server as a crash would and starts it again, where it is one of our own. */
  crash: (() => Promise<void>) | undefined
  stop: () => Promise<void>
}

/**
 * A database for one product: nothing to do for SQLite, whose file lies in DATA_DIR. PostgreSQL is
 * started for it, unless `TEST_POSTGRES_URL` names one. `isDurable` as in `startPostgresServer`.
 */
export async function productDatabase(
  dialect: ProductDialect,
  options: { isDurable?: boolean } = {},
): Promise<ProductDatabase> {
  if (dialect === 'sqlite') return { env: {}, crash: undefined, stop: async () => {} }
  const given = process.env.TEST_POSTGRES_URL
  const server = given
    ? { url: given, crash: undefined, stop: async () => {} }
    : await startPostgresServer(options)
  const name = `ziggurat_${randomBytes(8).toString('hex')}`
  await administer(server.url, `create database ${name}`)
  return {
    env: { DATABASE_URL: Object.assign(new URL(server.url), { pathname: `/${name}` }).href },
    crash: server.crash,
    stop: async () => {
      await administer(server.url, `drop database ${name} with (force)`)
      await server.stop()
    },
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
