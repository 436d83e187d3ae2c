import pg from 'pg'
import type { World } from './world'

/** How many rings of waiting transactions PostgreSQL had to break in a world's database. */
export async function deadlocks({ databaseUrl }: Pick<World, 'databaseUrl'>): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  // Connections tell what they counted once they rest, at the latest after a second.
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  const { rows } = await client.query(
    'select deadlocks from pg_stat_database where datname = current_database()',
  )
  await client.end()
  return Number(rows[0].deadlocks)
}
