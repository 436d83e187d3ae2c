import pg from 'pg'
import { Sqlite } from '@/src/db/sqlite-driver'

/** What granting from one campaign must have left. */
export interface Expected {
  grants: number
  /** Members who have at least one of them. */
  members: number
  campaignId: string
  toolId: string
  rewardIds: string[]
  /** The sum of the tool's own counters. */
  counted: number
  reservedFenEach: number
  budgetFen: number
}

type Row = Record<string, unknown>
type Query = (sql: string, ...values: string[]) => Promise<Row>

/**
 * Recounts from the tables, over a connection of its own, what was granted from these campaigns and
 * nothing beside. Throws with every difference.
 */
export async function reconcile(databaseUrl: string, ...campaigns: Expected[]): Promise<void> {
  const { query, close } = databaseUrl.startsWith('sqlite:')
    ? openSqlite(databaseUrl)
    : await openPostgres(databaseUrl)
  try {
    const all = await query('select count(*) as found from request_outcome')
    const granted = campaigns.reduce((sum, { grants }) => sum + grants, 0)
    const compared: Compared[] = [['outcomes kept', all.found, granted]]
    for (const expected of campaigns) compared.push(...(await compare(query, expected)))
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

type Compared = [what: string, found: unknown, expected: number]

async function compare(query: Query, expected: Expected): Promise<Compared[]> {
  const { campaignId, toolId, rewardIds } = expected
  const grants = await query(
    'select count(*) as found, count(distinct member_id) as members, count(distinct idempotency) as requests, sum(reserved_fen) as fen from reward_grant where campaign_id = ?',
    campaignId,
  )
  const stock = await query(
    `select sum(used) as used from counter where scope = 'stock' and key in (${rewardIds.map(() => '?').join()})`,
    ...rewardIds,
  )
  const limits = await query('select sum(used) as used from counter where scope like ?', `tool:${toolId}:%`)
  const entries = await query(
    "select count(*) as found, sum(amount_fen) as fen from entry where cause = 'reservation' and credit_account_id in (select id from account where owner_id = ? and kind = 'reserved')",
    campaignId,
  )
  const balance = async (kind: string) =>
    (await query('select balance_fen as fen from account where owner_id = ? and kind = ?', campaignId, kind))
      .fen
  const fen = expected.grants * expected.reservedFenEach
  return [
    ['grants', grants.found, expected.grants],
    ['requests with a grant', grants.requests, expected.grants],
    ['members with a grant', grants.members, expected.members],
    ['fen reserved by grants', grants.fen, fen],
    ['stock taken', stock.used, expected.grants],
    ['limits counted', limits.used, expected.counted],
    ['entries', entries.found, expected.grants],
    ['fen of entries', entries.fen, fen],
    ['reserved balance', await balance('reserved'), fen],
    ['allocated balance', await balance('allocated'), expected.budgetFen - fen],
  ]
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
