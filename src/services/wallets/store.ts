import {
  asc,
  change,
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
  const balances = await db.find(
    balanceOf,
    memberIds.flatMap((memberId) => [
      { memberId, unit: 'cash' as const },
      { memberId, unit: 'points' as const },
    ]),
  )
  const lots = await db.find(
    lotsLeft,
    memberIds.map((memberId) => ({ memberId })),
  )
  const cashOf = new Map<string, number>()
  const owedOf = new Map<string, number>()
  for (const { memberId, unit, balance, owed } of balances) {
    if (unit === 'cash') cashOf.set(memberId, balance)
    else owedOf.set(memberId, owed)
  }
  const lotsOf = new Map<string, Lot[]>()
  for (const { memberId, ...lot } of lots) lotsOf.set(memberId, [...(lotsOf.get(memberId) ?? []), lot])
  return new Map(
    memberIds.map((id) => {
      const own = lotsOf.get(id) ?? []
      // The balance beside the lots is not read: another process may move both between two statements.
      const points = own.reduce((sum, { left }) => sum + left, 0)
      return [id, { points, owed: owedOf.get(id) ?? 0, cashFen: cashOf.get(id) ?? 0, lots: own }]
    }),
  )
}

const balanceOf = lookup(wallet, ['memberId', 'unit'])
const lotsLeft = lookup(pointLot, ['memberId'], {
  columns: ['id', 'memberId', 'points', 'left', 'expiresAt', 'availableAt'],
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

interface Move {
  memberId: string
  unit: 'points' | 'cash'
  amount: number
  /** Points that were owed when the wallet was read, and that are now. */
  was: number
  owed: number
}

function movesOf({ memberId, before = EMPTY_WALLET, after }: WalletChange): Move[] {
  const moves: Move[] = [
    { memberId, unit: 'cash', amount: after.cashFen - before.cashFen, was: 0, owed: 0 },
    {
      memberId,
      unit: 'points',
      amount: after.points - before.points,
      was: before.owed,
      owed: after.owed,
    },
  ]
  return moves.filter(({ amount, was, owed }) => amount !== 0 || was !== owed)
}

/** Moves balances in the order given: moves of one way, one after the other, are one statement. */
async function moveBalances(tx: Tx, moves: Move[]): Promise<boolean> {
  for (let at = 0; at < moves.length; ) {
    const way = wayOf(moves[at] as Move)
    let end = at + 1
    while (end < moves.length && wayOf(moves[end] as Move) === way) end++
    const run = moves.slice(at, end)
    if ((await WAYS[way](tx, run)) !== run.length) return false
    at = end
  }
  return true
}

function wayOf({ amount, was, owed }: Move): keyof typeof WAYS {
  if (was !== owed) return 'owing'
  return amount > 0 ? 'in' : 'out'
}

const WAYS = {
  in: (tx: Tx, moves: Move[]) =>
    tx.put(
      addTo,
      moves.map(({ amount, ...move }) => ({ ...move, balance: amount })),
    ),
  out: (tx: Tx, moves: Move[]) => tx.change(takeFrom, moves),
  owing: (tx: Tx, moves: Move[]) => tx.change(moveOwing, moves),
}

const addTo = insertion(wallet, {
  target: ['memberId', 'unit'],
  set: { balance: sql`${wallet.balance} + excluded.balance` },
  // What came to be owed meanwhile is to be filled first.
  setWhere: sql`${wallet.owed} = excluded.owed`,
})

const takeFrom = change(wallet, ['memberId', 'unit'], {
  given: { amount: wallet.balance },
  set: ({ amount }) => ({ balance: sql`${wallet.balance} + ${amount}` }),
  setWhere: ({ amount }) => sql`${wallet.balance} + ${amount} >= 0`,
})

const moveOwing = change(wallet, ['memberId', 'unit'], {
  given: { amount: wallet.balance, was: wallet.owed, owed: wallet.owed },
  set: ({ amount, owed }) => ({ balance: sql`${wallet.balance} + ${amount}`, owed }),
  setWhere: ({ amount, was }) => sql`${wallet.owed} = ${was} and ${wallet.balance} + ${amount} >= 0`,
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
