import path from 'node:path'
import { freshDataDir } from '../../support/built-product'
import { type ProductDialect, productDatabase } from '../../support/product-database'
import type { Figure, Measured } from '../figure'
import type { HeapGiven } from '../grants/heap-process'
import type { RateGiven } from '../grants/rate-process'
import { runScript } from '../processes'

const MEMBERS = 5_000
const ROUNDS = 5

type Measurement = Pick<Measured, 'value' | 'baseline' | 'ratio'>

/** Runs a script of `grants` on a database of its own, which loses nothing in a power cut. */
async function onDatabase<T>(
  dialect: ProductDialect,
  run: (databaseUrl: string, env: Record<string, string>) => Promise<T>,
): Promise<T> {
  const database = await productDatabase(dialect, { isDurable: true })
  const folder = freshDataDir()
  const url = database.env.DATABASE_URL ?? `sqlite:${path.join(folder.dataDir, 'ziggurat.db')}`
  try {
    return await run(url, { DATABASE_URL: url })
  } finally {
    await database.stop()
    folder.remove()
  }
}

const rate = (dialect: ProductDialect, given: Omit<RateGiven, 'databaseUrl' | 'members' | 'rounds'>) =>
  onDatabase(dialect, (databaseUrl, env) =>
    runScript<Measurement>(
      'grants/rate-process.ts',
      { databaseUrl, members: MEMBERS, rounds: ROUNDS, ...given } satisfies RateGiven,
      env,
    ),
  )

export const grantPerSecondSqlite: Figure = {
  name: 'grant_per_second_sqlite',
  about:
    'coupons granted in one process through the combiner on SQLite, synchronous=FULL, one hot budget and stock, 5,000 members, 1,000 requests waiting, every row written and recounted; beside it one transaction for each grant that writes the same rows',
  target: { atLeast: 15_000 },
  measure: async () => ({
    name: 'grant_per_second_sqlite',
    unit: 'grants/s',
    ...(await rate('sqlite', { ours: 'claims', beside: 'naive', oursEach: 15_000, besideEach: 600 })),
  }),
}

export const drawsDurablePerSecond: Figure = {
  name: 'draws_durable_per_second',
  about:
    'draws of a lottery that all win, under the same conditions; beside it such grants of coupons, in turn',
  target: { ratioAtLeast: 0.8 },
  measure: async () => ({
    name: 'draws_durable_per_second',
    unit: 'draws/s',
    ...(await rate('sqlite', { ours: 'draws', beside: 'claims', oursEach: 15_000, besideEach: 15_000 })),
  }),
}

let onPostgres: Promise<Measurement> | undefined
const besideNaive = () => {
  onPostgres ??= rate('postgres', { ours: 'claims', beside: 'naive', oursEach: 5_000, besideEach: 600 })
  return onPostgres
}

export const grantPerSecondPostgres: Figure = {
  name: 'grant_per_second_postgres',
  about: 'the same grants on PostgreSQL with fsync on, on the same two cores',
  target: { atLeast: 4_000 },
  measure: async () => ({
    name: 'grant_per_second_postgres',
    unit: 'grants/s',
    value: (await besideNaive()).value,
  }),
}

export const grantsToNaivePostgres: Figure = {
  name: 'grants_to_naive_postgres',
  about:
    'beside them, in turn, one transaction for each grant that writes the same rows over ten connections',
  target: { ratioAtLeast: 8 },
  measure: async () => ({ name: 'grants_to_naive_postgres', unit: 'grants/s', ...(await besideNaive()) }),
}

const GRANTS_BEFORE = 100_000
const GRANTS = 1_000_000
/** One member may have no more than 99 of the coupon. */
const HEAP_MEMBERS = 20_000
const HEAP_LIMIT_MS = 600_000
const MB = 2 ** 20

export const heapFlat: Figure = {
  name: 'heap_flat_mb',
  about:
    'how far the heap after collection is, after 1,000,000 grants through the combiner on SQLite, from what it was after the first 100,000',
  target: { atMost: 20 },
  measure: async () => {
    const { before, after } = await onDatabase('sqlite', (databaseUrl, env) =>
      runScript<{ before: number; after: number }>(
        'grants/heap-process.ts',
        {
          databaseUrl,
          members: HEAP_MEMBERS,
          grantsBefore: GRANTS_BEFORE,
          grants: GRANTS,
        } satisfies HeapGiven,
        env,
        { nodeOptions: ['--expose-gc'], limitMs: HEAP_LIMIT_MS },
      ),
    )
    return { name: 'heap_flat_mb', value: Math.round((Math.abs(after - before) / MB) * 10) / 10, unit: 'MB' }
  },
}
