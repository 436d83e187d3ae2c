import {
  asc,
  change,
  gte,
  insertion,
  lookup,
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
  const cash = await db.find(
    balanceOf,
    memberIds.map((memberId) => ({ memberId, unit: 'cash' as const })),
  )
  const lots = await db.find(
    lotsLeft,
    memberIds.map((memberId) => ({ memberId })),
  )
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

const balanceOf = lookup(wallet, ['memberId', 'unit'])
const lotsLeft = lookup(pointLot, ['memberId'], {
  columns: ['id', 'memberId', 'points', 'left', 'expiresAt'],
  where: sql`${pointLot.left} > 0`,
  orderBy: [asc(pointLot.expiresAt), asc(pointLot.id)],
})

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

/** Moves balances in the order given: what comes in one after the other is one statement, and so is what goes out. */
async function moveBalances(tx: Tx, moves: Move[]): Promise<boolean> {
  for (let at = 0; at < moves.length; ) {
    const isIncoming = isMoreThanNothing(moves[at])
    let end = at + 1
    while (end < moves.length && isMoreThanNothing(moves[end]) === isIncoming) end++
    const run = moves.slice(at, end)
    if (isIncoming) await tx.put(addTo, run)
    else if (!(await takeFromBalances(tx, run))) return false
    at = end
  }
  return true
}

const isMoreThanNothing = (move: Move | undefined) => move !== undefined && move.balance > 0

const addTo = insertion(wallet, {
  target: ['memberId', 'unit'],
  set: { balance: sql`${wallet.balance} + excluded.balance` },
})

async function takeFromBalances(tx: Tx, moves: Move[]): Promise<boolean> {
  const taken = moves.map(({ memberId, unit, balance }) => ({ memberId, unit, amount: -balance }))
  return (await tx.change(takeFrom, taken)) === taken.length
}

const takeFrom = change(wallet, ['memberId', 'unit'], {
  given: { amount: wallet.balance },
  set: ({ amount }) => ({ balance: sql`${wallet.balance} - ${amount}` }),
  setWhere: ({ amount }) => gte(wallet.balance, amount),
})

/** Writes what became of lots that were there before. */
async function moveLots(tx: Tx, changes: WalletChange[]): Promise<boolean> {
  const moves = changes.flatMap(({ before = EMPTY_WALLET, after }) => {
    const known = new Map(before.lots.map((lot) => [lot.id, lot]))
    return after.lots.flatMap(({ id, points, left }) => {
      const was = known.get(id)
      if (!was || (was.left === left && was.points === points)) return []
      return [{ id, pointsMore: points - was.points, leftMore: left - was.left }]
    })
  })
  return (await tx.change(moveLot, moves)) === moves.length
}

const moveLot = change(pointLot, ['id'], {
  given: { pointsMore: pointLot.points, leftMore: pointLot.left },
  set: ({ pointsMore, leftMore }) => ({
    points: sql`${pointLot.points} + ${pointsMore}`,
    left: sql`${pointLot.left} + ${leftMore}`,
  }),
  setWhere: ({ leftMore }) => sql`${pointLot.left} + ${leftMore} >= 0`,
})

async function openLots(tx: Tx, changes: WalletChange[], now: Date): Promise<void> {
  const opened = changes.flatMap(({ memberId, before = EMPTY_WALLET, after }) => {
    const known = new Set(before.lots.map(({ id }) => id))
    return after.lots.filter(({ id }) => !known.has(id)).map((lot) => ({ ...lot, memberId, createdAt: now }))
  })
  await tx.put(newLots, opened)
}

const newLots = insertion(pointLot)

async function writeEntries(tx: Tx, entries: NewWalletEntry[]): Promise<void> {
  const causeOf = ({ cause, causeId, unit }: NewWalletEntry) => `${cause}:${causeId}:${unit}`
  const sorted = [...entries].sort((a, b) => (causeOf(a) < causeOf(b) ? -1 : 1))
  guard((await tx.put(newEntries, sorted)) === sorted.length, 'wallet entries')
}

const newEntries = insertion(walletEntry, 'leaves')
