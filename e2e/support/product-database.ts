import pg from 'pg'
import { startPostgresServer } from '../../src/testing/postgres-server'

export type ProductDialect = 'sqlite' | 'postgres'

/** A database for one product: nothing to do for SQLite, whose file lies in DATA_DIR. */
export async function productDatabase(
  dialect: ProductDialect,
  options: { isDurable?: boolean } = {},
): Promise<{ env: Record<string, string>; stop: () => Promise<void> }> {
  if (dialect === 'sqlite') return { env: {}, stop: async () => {} }
  const server = await startPostgresServer(options)
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query('create database ziggurat')
  await client.end()
  return { env: { DATABASE_URL: server.url.replace(/postgres$/, 'ziggurat') }, stop: server.stop }
}
