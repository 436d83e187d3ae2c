import { expect, test } from 'vitest'
import { eq, pointLot, type ReadDb, sql, type Tx, wallet, walletEntry } from '@/src/db'
import { databaseDialect } from '@/src/lib/env'
import { bookErrors } from '@/src/testing/books'
import { comesBetween } from '@/src/testing/comes-between'
import { deadlocks } from '@/src/testing/deadlocks'
import { aWorld, type World } from '@/src/testing/world'
import { type Brought, bringWallets } from './bring'
import { expirePoints } from './expire'
import { clawedBack, EMPTY_WALLET, spent, type WalletState, withLot } from './state'
import { readWallets, writeWallets } from './store'

const DAY_MS = 86_400_000

/** Members with points for ten days, and cash. */
async function members(world: World, count: number, has: Pick<Brought, 'points' | 'cashFen'>) {
  const contexts = await Promise.all(Array.from({ length: count }, () => world.asMember()))
  const ids = contexts.map((ctx) => ctx.member?.id ?? '').sort()
  const now = world.clock.now()
  const pointsUntil = new Date(now.getTime() + 10 * DAY_MS)
  await world.ctx.db.transaction((tx) =>
    bringWallets(
      tx,
      ids.map((memberId) => ({ memberId, pointsUntil, ...has })),
      now,
    ),
  )
  return ids
}

/** A handle after whose first answer `meanwhile` happens, as if another process had done it. */
function interrupted(db: ReadDb, meanwhile: () => Promise<unknown>): ReadDb {
  let isDone = false
  const wrap = (query: object): object =>
    new Proxy(query, {
      get: (target, name) => {
        const value = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        if (name !== 'then') return (...args: unknown[]) => wrap(value.apply(target, args))
        return (resolve: (rows: unknown) => void, reject: (error: unknown) => void) =>
          value.call(
            target,
            async (rows: unknown) => {
              if (!isDone) await meanwhile()
              isDone = true
              resolve(rows)
            },
            reject,
          )
      },
    })
  return wrap(db) as ReadDb
}

test('points spent elsewhere while a wallet is read are there or not, never half', async () => {
  await using world = await aWorld()
  const [id = ''] = await members(world, 1, { points: 100, cashFen: 50 })
  const { db } = world.ctx
  const now = world.clock.now()
  const all = { points: 100, cashFen: 0 }
  const spendAll = () =>
    db.transaction(async (tx) => {
      const before = (await readWallets(tx, [id])).get(id)
      const after = before && spent(before, all, now)
      if (!after) throw new Error('there was less')
      await writeWallets(tx, [{ memberId: id, before, after }], [], now)
    })
  const read = (await readWallets(interrupted(db.read, spendAll), [id])).get(id)
  expect((await db.read.select().from(pointLot)).map(({ left }) => left)).toEqual([0])
  expect(read && spent(read, all, now)).toBeUndefined()
})

test('a wallet that another process emptied is not written', async () => {
  await using world = await aWorld()
  const [memberId = ''] = await members(world, 1, { points: 0, cashFen: 10 })
  const state = (cashFen: number): WalletState => ({ ...EMPTY_WALLET, cashFen })
  const change = { memberId, before: state(20), after: state(9) }
  await expect(
    world.ctx.db.transaction((tx) => writeWallets(tx, [change], [], world.clock.now())),
  ).rejects.toMatchObject({ what: 'wallets' })
})

test('points that two processes take out when they lapse are taken out once', async () => {
  await using world = await aWorld()
  await members(world, 5, { points: 10, cashFen: 0 })
  world.clock.advance(10 * DAY_MS)
  await Promise.all([expirePoints(world.ctx), expirePoints(world.ctx)])
  const db = world.ctx.db.read
  expect((await db.select().from(wallet)).map(({ balance }) => balance)).toEqual([0, 0, 0, 0, 0])
  expect(await bookErrors(db)).toEqual([])
})

test('points that a wallet lacks are not taken out of its lots', async () => {
  await using world = await aWorld()
  await members(world, 1, { points: 10, cashFen: 0 })
  const { db } = world.ctx
  await db.transaction(async (tx) => {
    await tx.update(wallet).set({ balance: 9 })
  })
  world.clock.advance(10 * DAY_MS)
  await expect(expirePoints(world.ctx)).rejects.toMatchObject({ what: 'wallets' })
  expect((await db.read.select().from(pointLot)).map(({ left }) => left)).toEqual([10])
})

test('a lot that was spent from while it lapses is read again', async () => {
  await using world = await aWorld()
  await members(world, 1, { points: 10, cashFen: 0 })
  world.clock.advance(10 * DAY_MS)
  const { db } = world.ctx
  let tries = 0
  const transaction: World['ctx']['db']['transaction'] = (work) =>
    db.transaction((tx) =>
      work(
        tries++ === 0 ? comesBetween(tx, (other) => other.update(pointLot).set({ left: 4 }), pointLot) : tx,
      ),
    )
  await expirePoints({ ...world.ctx, db: { ...db, transaction } })
  expect(tries).toBe(2)
  expect(await bookErrors(db.read)).toEqual([])
})

test('each part of a wallet, and each lot, is guarded by itself', async () => {
  await using world = await aWorld()
  const [memberId = ''] = await members(world, 1, { points: 10, cashFen: 10 })
  const { db } = world.ctx
  const now = world.clock.now()
  const before = (await readWallets(db.read, [memberId])).get(memberId)
  const without = (points: number, cashFen: number) => {
    const after = before && spent(before, { points, cashFen }, now)
    if (!before || !after) throw new Error('there is less')
    return { memberId, before, after }
  }
  const what = (points: number, cashFen: number, spoil: (tx: Tx) => Promise<unknown>) =>
    db
      .transaction(async (tx) => {
        await spoil(tx)
        await writeWallets(tx, [without(points, cashFen)], [], now)
        throw new Error('written')
      })
      .catch((error) => error.what ?? error.message)
  expect(await what(0, 5, (tx) => tx.update(wallet).set({ balance: 4 }).where(eq(wallet.unit, 'cash')))).toBe(
    'wallets',
  )
  expect(await what(5, 0, (tx) => tx.update(pointLot).set({ left: 4 }))).toBe('wallets')
  expect(await what(5, 5, async () => {})).toBe('written')
})

test('points that come in are not written beside what came to be owed meanwhile, nor filled twice', async () => {
  await using world = await aWorld()
  const [memberId = ''] = await members(world, 1, { points: 10, cashFen: 0 })
  const { db } = world.ctx
  const now = world.clock.now()
  const lot = {
    id: 'lot_new',
    points: 7,
    left: 7,
    expiresAt: new Date(now.getTime() + DAY_MS),
    availableAt: null,
  }
  const outcome = (
    after: (before: WalletState) => WalletState,
    spoil: { owed: number } | { balance: number },
  ) =>
    db
      .transaction(async (tx) => {
        const before = (await readWallets(tx, [memberId])).get(memberId) ?? EMPTY_WALLET
        await tx.update(wallet).set(spoil).where(eq(wallet.unit, 'points'))
        await writeWallets(tx, [{ memberId, before, after: after(before) }], [], now)
        throw new Error('written')
      })
      .catch((error) => error.what ?? error.message)
  const earn = (before: WalletState) => withLot(before, lot)
  const clawBack = (before: WalletState) => clawedBack(before, { ...lot, points: 12 }, now)
  expect(await outcome(earn, { owed: 1 })).toBe('wallets')
  expect(await outcome(clawBack, { owed: 1 })).toBe('wallets')
  expect(await outcome(clawBack, { balance: 9 })).toBe('wallets')
  expect(await outcome(clawBack, { owed: 0 })).toBe('written')
  expect(await outcome(earn, { owed: 0 })).toBe('written')
})

test('what a wallet was moved for is written once', async () => {
  await using world = await aWorld()
  const [memberId = ''] = await members(world, 1, { points: 0, cashFen: 10 })
  const row = { memberId, unit: 'cash' as const, amount: -1, cause: 'spend' as const, causeId: 'c' }
  const write = (id: string) =>
    world.ctx.db.transaction((tx) =>
      writeWallets(tx, [], [{ id, ...row, createdAt: world.clock.now() }], world.clock.now()),
    )
  await write('wen_1')
  await expect(write('wen_2')).rejects.toMatchObject({ what: 'wallet entries' })
  const rows = await world.ctx.db.read
    .select({ n: sql<number>`count(*)` })
    .from(walletEntry)
    .where(eq(walletEntry.causeId, 'c'))
  expect(Number(rows[0]?.n)).toBe(1)
})

// SQLite has one writer, which waits for nobody.
test.runIf(databaseDialect() === 'postgres')('wallets moved both ways never wait in a ring', async () => {
  await using world = await aWorld()
  const [first = '', second = ''] = await members(world, 2, { points: 0, cashFen: 1_000 })
  const move = (memberId: string, byFen: number) => ({
    memberId,
    before: { ...EMPTY_WALLET, cashFen: 1_000 },
    after: { ...EMPTY_WALLET, cashFen: 1_000 + byFen },
  })
  const moves = (up: string, down: string) =>
    world.ctx.db.transaction((tx) => writeWallets(tx, [move(up, 1), move(down, -1)], [], world.clock.now()))
  for (let i = 0; i < 30; i++) await Promise.all([moves(first, second), moves(second, first)])
  expect(await deadlocks(world)).toBe(0)
})
