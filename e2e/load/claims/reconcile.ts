import pg from 'pg'
import { Sqlite } from '@/src/db/sqlite-driver'

export interface Expected {
  claims: number
  rewardId: string
  campaignId: string
  reservedFenEach: number
  budgetFen: number
}

type Row = Record<string, unknown>
type Query = (sql: string, ...values: string[]) => Promise<Row>

/**
 * Recounts from the tables, over a connection of its own, what a run of claims must have left.
 * Throws with every difference.
 */
export async function reconcile(databaseUrl: string, expected: Expected): Promise<void> {
  const { query, close } = databaseUrl.startsWith('sqlite:')
    ? openSqlite(databaseUrl)
    : await openPostgres(databaseUrl)
  try {
    const { claims, rewardId, campaignId, reservedFenEach, budgetFen } = expected
    const grants = await query(
      'select count(*) as rows, count(distinct member_id) as members, sum(reserved_fen) as fen from reward_grant where reward_id = ?',
      rewardId,
    )
    const stock = await query("select used from counter where scope = 'stock' and key = ?", rewardId)
    const limits = await query(
      "select count(*) as rows, sum(used) as used from counter where scope like 'tool:%'",
    )
    const entries = await query(
      "select count(*) as rows, sum(amount_fen) as fen from entry where cause = 'reservation'",
    )
    const balance = (kind: string) =>
      query('select balance_fen as fen from account where owner_id = ? and kind = ?', campaignId, kind)
    const outcomes = await query('select count(*) as rows from request_outcome')
    const fen = claims * reservedFenEach
    const compared: [what: string, found: unknown, expected: number][] = [
      ['grants', grants.rows, claims],
      ['members with a grant', grants.members, claims],
      ['fen reserved by grants', grants.fen, fen],
      ['stock taken', stock.used, claims],
      ['limits counted', limits.used, claims],
      ['entries', entries.rows, claims],
      ['fen of entries', entries.fen, fen],
      ['reserved balance', (await balance('reserved')).fen, fen],
      ['allocated balance', (await balance('allocated')).fen, budgetFen - fen],
      ['outcomes kept', outcomes.rows, claims],
    ]
    // PostgreSQL answers sums and counts as text.
    const wrong = compared.filter(([, found, wanted]) => Number(found) !== wanted)
    if (wrong.length > 0) {
      throw new Error(
        `the books do not add up: ${wrong.map(([what, is, want]) => `${what} ${is}, not ${want}`).join('; ')}`,
      )
    }
  } finally {
    await close()
  }
}

function openSqlite(databaseUrl: string): { query: Query; close: () => Promise<void> } {
  const connection = new Sqlite(databaseUrl.slice('sqlite:'.length), { readonly: true })
  return {
    query: async (sql, ...values) => (connection.prepare(sql).get(...values) ?? {}) as Row,
    close: async () => {
      connection.close()
    },
  }
}

async function openPostgres(databaseUrl: string): Promise<{ query: Query; close: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  return {
    query: async (sql, ...values) => {
      let place = 0
      const numbered = sql.replace(/\?/g, () => `$${++place}`)
      return ((await client.query(numbered, values)).rows[0] ?? {}) as Row
    },
    close: () => client.end(),
  }
}
