import {
  and,
  asc,
  chunksOf,
  eq,
  gt,
  gte,
  inArray,
  pointLot,
  type ReadDb,
  sql,
  type Tx,
  wallet,
  walletEntry,
} from '@/src/db'
import { guard } from '../guard'
import { EMPTY_WALLET, type Lot, type WalletState } from './state'

/** The members' wallets by member; of those who never had anything, an empty one. */
export async function readWallets(db: ReadDb, memberIds: string[]): Promise<Map<string, WalletState>> {
  if (memberIds.length === 0) return new Map()
  const cash = await db
    .select({ memberId: wallet.memberId, balance: wallet.balance })
    .from(wallet)
    .where(and(inArray(wallet.memberId, memberIds), eq(wallet.unit, 'cash')))
  const lots = await db
    .select({
      id: pointLot.id,
      memberId: pointLot.memberId,
      points: pointLot.points,
      left: pointLot.left,
      expiresAt: pointLot.expiresAt,
    })
    .from(pointLot)
    .where(and(inArray(pointLot.memberId, memberIds), gt(pointLot.left, 0)))
    .orderBy(asc(pointLot.expiresAt), asc(pointLot.id))
  const cashOf = new Map(cash.map(({ memberId, balance }) => [memberId, balance]))
  const lotsOf = new Map<string, Lot[]>()
  for (const { memberId, ...lot } of lots) lotsOf.set(memberId, [...(lotsOf.get(memberId) ?? []), lot])
  return new Map(
    memberIds.map((id) => {
      const own = lotsOf.get(id) ?? []
      // The balance beside the lots is not read: another process may move both between two statements.
      const points = own.reduce((sum, { left }) => sum + left, 0)
      return [id, { points, cashFen: cashOf.get(id) ?? 0, lots: own }]
    }),
  )
}

export type NewWalletEntry = typeof walletEntry.$inferInsert

export interface WalletChange {
  memberId: string
  before: WalletState | undefined
  after: WalletState
}

/**
 * Writes what became of several wallets, and the entries that say why. Rows are touched in the order
 * of their keys, balances before lots, as by everyone who moves points.
 *
 * @throws GuardFailed when another process took from one of them meanwhile, or a cause has its
 *   entry already.
 */
export async function writeWallets(
  tx: Tx,
  changes: WalletChange[],
  entries: NewWalletEntry[],
  now: Date,
): Promise<void> {
  const sorted = [...changes].sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
  guard(await moveBalances(tx, sorted.flatMap(movesOf)), 'wallets')
  guard(await moveLots(tx, sorted), 'wallets')
  await openLots(tx, sorted, now)
  await writeEntries(tx, entries)
}

type Move = typeof wallet.$inferInsert

function movesOf({ memberId, before = EMPTY_WALLET, after }: WalletChange): Move[] {
  const moves: Move[] = [
    { memberId, unit: 'cash', balance: after.cashFen - before.cashFen },
    { memberId, unit: 'points', balance: after.points - before.points },
  ]
  return moves.filter(({ balance }) => balance !== 0)
}

/** Moves balances in the order given: what comes in together is one statement, between what goes out. */
async function moveBalances(tx: Tx, moves: Move[]): Promise<boolean> {
  const incoming: Move[] = []
  for (const move of moves) {
    if (move.balance > 0) incoming.push(move)
    else {
      await addToBalances(tx, incoming.splice(0))
      if (!(await takeFromBalance(tx, move))) return false
    }
  }
  await addToBalances(tx, incoming)
  return true
}

async function addToBalances(tx: Tx, moves: Move[]): Promise<void> {
  for (const values of chunksOf(moves)) {
    await tx
      .insert(wallet)
      .values(values)
      .onConflictDoUpdate({
        target: [wallet.memberId, wallet.unit],
        set: { balance: sql`${wallet.balance} + excluded.balance` },
      })
  }
}

async function takeFromBalance(tx: Tx, { memberId, unit, balance }: Move): Promise<boolean> {
  const rows = await tx
    .update(wallet)
    .set({ balance: sql`${wallet.balance} + ${balance}` })
    .where(and(eq(wallet.memberId, memberId), eq(wallet.unit, unit), gte(wallet.balance, -balance)))
    .returning({ memberId: wallet.memberId })
  return rows.length > 0
}

/** Writes what became of lots that were there before. */
async function moveLots(tx: Tx, changes: WalletChange[]): Promise<boolean> {
  for (const { before = EMPTY_WALLET, after } of changes) {
    const known = new Map(before.lots.map((lot) => [lot.id, lot]))
    for (const { id, points, left } of after.lots) {
      const was = known.get(id)
      if (!was || (was.left === left && was.points === points)) continue
      const rows = await tx
        .update(pointLot)
        .set({
          points: sql`${pointLot.points} + ${points - was.points}`,
          left: sql`${pointLot.left} + ${left - was.left}`,
        })
        .where(and(eq(pointLot.id, id), gte(pointLot.left, was.left - left)))
        .returning({ id: pointLot.id })
      if (rows.length === 0) return false
    }
  }
  return true
}

async function openLots(tx: Tx, changes: WalletChange[], now: Date): Promise<void> {
  const opened = changes.flatMap(({ memberId, before = EMPTY_WALLET, after }) => {
    const known = new Set(before.lots.map(({ id }) => id))
    return after.lots.filter(({ id }) => !known.has(id)).map((lot) => ({ ...lot, memberId, createdAt: now }))
  })
  for (const values of chunksOf(opened)) await tx.insert(pointLot).values(values)
}

async function writeEntries(tx: Tx, entries: NewWalletEntry[]): Promise<void> {
  const causeOf = ({ cause, causeId, unit }: NewWalletEntry) => `${cause}:${causeId}:${unit}`
  const sorted = [...entries].sort((a, b) => (causeOf(a) < causeOf(b) ? -1 : 1))
  for (const values of chunksOf(sorted)) {
    const rows = await tx
      .insert(walletEntry)
      .values(values)
      .onConflictDoNothing()
      .returning({ id: walletEntry.id })
    guard(rows.length === values.length, 'wallet entries')
  }
}
