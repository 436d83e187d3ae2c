import pg from 'pg'
import { expect, test } from 'vitest'
import { databaseDialect } from '@/src/lib/env'
import { aDatabase } from '@/src/testing/test-database'
import { account, counter, entry, eq, isUniqueViolation, type ReadDb, refusedBecause, type Tx } from './index'

const at = new Date('2026-11-11T00:00:00.000Z')

async function twoAccounts(tx: Tx) {
  const row = (id: string, kind: 'allocated' | 'reserved') => ({ id, kind, ownerId: 'cmp_1', createdAt: at })
  await tx.insert(account).values([row('a', 'allocated'), row('b', 'reserved')])
}

const anEntry = {
  id: 'e',
  debitAccountId: 'a',
  creditAccountId: 'b',
  amountFen: 5,
  cause: 'reservation' as const,
  causeId: 'g',
  createdAt: at,
}

const ids = async (db: ReadDb) => (await db.select({ id: account.id }).from(account)).map((row) => row.id)

test('a transaction that throws leaves nothing behind', async () => {
  await using database = await aDatabase()
  const failed = database.db.transaction(async (tx) => {
    await twoAccounts(tx)
    throw new Error('halfway')
  })
  await expect(failed).rejects.toThrow('halfway')
  expect(await ids(database.db.read)).toEqual([])
})

test('a transaction sees its own writes, and others see them once it is done', async () => {
  await using database = await aDatabase()
  await database.db.transaction(async (tx) => {
    await twoAccounts(tx)
    expect(await ids(tx)).toEqual(['a', 'b'])
    expect(await ids(database.db.read)).toEqual([])
  })
  expect(await ids(database.db.read)).toEqual(['a', 'b'])
})

test('a transaction inside another throws at once', async () => {
  await using database = await aDatabase()
  const nested = database.db.transaction(() => database.db.transaction(async () => {}))
  await expect(nested).rejects.toThrow('do not nest')
})

test('transactions begun together all happen', async () => {
  await using database = await aDatabase()
  await database.db.transaction((tx) =>
    tx.insert(counter).values({ scope: 's', key: 'k', used: 0, cap: 100 }).returning(),
  )
  await Promise.all(
    Array.from({ length: 20 }, () =>
      database.db.transaction(async (tx) => {
        const [row] = await tx.select().from(counter)
        await tx
          .update(counter)
          .set({ used: 1 })
          .where(eq(counter.used, row?.used ?? -1))
      }),
    ),
  )
  expect(await database.db.read.select({ used: counter.used }).from(counter)).toEqual([{ used: 1 }])
})

test('a ledger entry can be neither changed nor deleted', async () => {
  await using database = await aDatabase()
  await database.db.transaction(async (tx) => {
    await twoAccounts(tx)
    await tx.insert(entry).values(anEntry)
  })
  const change = database.db.transaction(async (tx) => {
    await tx.update(entry).set({ amountFen: 6 })
  })
  expect(refusedBecause(await change.catch((error) => error))).toBe('immutable')
  const removal = database.db.transaction(async (tx) => {
    await tx.delete(entry)
  })
  expect(refusedBecause(await removal.catch((error) => error))).toBe('immutable')
  expect(await database.db.read.select({ amountFen: entry.amountFen }).from(entry)).toEqual([
    { amountFen: 5 },
  ])
})

test('an account other than a source cannot go below zero', async () => {
  await using database = await aDatabase()
  const overdraw = database.db.transaction(async (tx) => {
    await twoAccounts(tx)
    await tx.update(account).set({ balanceFen: -1 }).where(eq(account.id, 'a'))
  })
  expect(refusedBecause(await overdraw.catch((error) => error))).toBe('check')
})

test('a one-sided entry, or one of nothing, is refused', async () => {
  await using database = await aDatabase()
  await database.db.transaction(twoAccounts)
  const insert = (row: typeof anEntry) =>
    database.db
      .transaction(async (tx) => {
        await tx.insert(entry).values(row)
      })
      .catch((error) => refusedBecause(error))
  expect(await insert({ ...anEntry, creditAccountId: 'a' })).toBe('check')
  expect(await insert({ ...anEntry, amountFen: 0 })).toBe('check')
  expect(await insert({ ...anEntry, creditAccountId: 'nowhere' })).toBe('foreign_key')
})

test('a counter cannot pass its cap', async () => {
  await using database = await aDatabase()
  const past = database.db.transaction(async (tx) => {
    await tx.insert(counter).values({ scope: 's', key: 'k', used: 2, cap: 1 })
  })
  expect(refusedBecause(await past.catch((error) => error))).toBe('check')
})

test('a second row of the same key is a unique violation', async () => {
  await using database = await aDatabase()
  await database.db.transaction(twoAccounts)
  const again = database.db.transaction(twoAccounts)
  expect(isUniqueViolation(await again.catch((error) => error))).toBe(true)
})

test('a migrated database is ready', async () => {
  await using database = await aDatabase()
  await expect(database.db.assertReady()).resolves.toBeUndefined()
})

test('migrating twice changes nothing', async () => {
  await using database = await aDatabase()
  await database.db.migrate()
  await expect(database.db.assertReady()).resolves.toBeUndefined()
})

test.runIf(databaseDialect() === 'postgres')(
  'a connection lost in the middle of a transaction fails that one only',
  async () => {
    await using database = await aDatabase()
    const lost = database.db.transaction(async (tx) => {
      await twoAccounts(tx)
      await cutOthersOff(database.url)
      await tx.select().from(account)
    })
    expect(refusedBecause(await lost.catch((error) => error))).toBe('unavailable')
    expect(await ids(database.db.read)).toEqual([])
  },
)

/** What a restart of the server, or a failover, does to the connections there are. */
async function cutOthersOff(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
}
