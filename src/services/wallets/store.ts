import {
  and,
  asc,
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
import { EMPTY_WALLET, type WalletState } from './state'

/** The members' wallets by member; of those who never had anything, an empty one. */
export async function readWallets(db: ReadDb, memberIds: string[]): Promise<Map<string, WalletState>> {
  if (memberIds.length === 0) return new Map()
  const rows = await db.select().from(wallet).where(inArray(wallet.memberId, memberIds))
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
  const balance = (memberId: string, unit: 'points' | 'cash') =>
    rows.find((row) => row.memberId === memberId && row.unit === unit)?.balance ?? 0
  const lotsOf = new Map<string, WalletState['lots'][number][]>()
  for (const { memberId, ...lot } of lots) lotsOf.set(memberId, [...(lotsOf.get(memberId) ?? []), lot])
  return new Map(
    memberIds.map((id) => [
      id,
      { points: balance(id, 'points'), cashFen: balance(id, 'cash'), lots: lotsOf.get(id) ?? [] },
    ]),
  )
}

export type NewWalletEntry = typeof walletEntry.$inferInsert

export interface WalletChange {
  memberId: string
  before: WalletState | undefined
  after: WalletState
}

/**
 * Writes what became of several wallets, and the entries that say why. Answers false when another
 * process took from one of them meanwhile; the caller must then roll back.
 */
export async function writeWallets(
  tx: Tx,
  changes: WalletChange[],
  entries: NewWalletEntry[],
  now: Date,
): Promise<boolean> {
  const sorted = [...changes].sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
  if (!(await moveBalances(tx, sorted))) return false
  for (const change of sorted) if (!(await writeLots(tx, change, now))) return false
  if (entries.length > 0) await tx.insert(walletEntry).values(entries)
  return true
}

async function moveBalances(tx: Tx, changes: WalletChange[]): Promise<boolean> {
  const moves = changes.flatMap(({ memberId, before = EMPTY_WALLET, after }) => [
    { memberId, unit: 'points' as const, balance: after.points - before.points },
    { memberId, unit: 'cash' as const, balance: after.cashFen - before.cashFen },
  ])
  const incoming = moves.filter((move) => move.balance > 0)
  if (incoming.length > 0) {
    await tx
      .insert(wallet)
      .values(incoming)
      .onConflictDoUpdate({
        target: [wallet.memberId, wallet.unit],
        set: { balance: sql`${wallet.balance} + excluded.balance` },
      })
  }
  for (const { memberId, unit, balance } of moves.filter((move) => move.balance < 0)) {
    const rows = await tx
      .update(wallet)
      .set({ balance: sql`${wallet.balance} + ${balance}` })
      .where(and(eq(wallet.memberId, memberId), eq(wallet.unit, unit), gte(wallet.balance, -balance)))
      .returning({ memberId: wallet.memberId })
    if (rows.length === 0) return false
  }
  return true
}

async function writeLots(tx: Tx, { memberId, before, after }: WalletChange, now: Date): Promise<boolean> {
  const known = new Map((before ?? EMPTY_WALLET).lots.map((lot) => [lot.id, lot.left]))
  for (const { id, points, left, expiresAt } of after.lots) {
    const was = known.get(id)
    if (was === undefined) {
      await tx.insert(pointLot).values({ id, memberId, points, left, expiresAt, createdAt: now })
    } else if (was !== left) {
      const rows = await tx
        .update(pointLot)
        .set({ left: sql`${pointLot.left} - ${was - left}` })
        .where(and(eq(pointLot.id, id), gte(pointLot.left, was - left)))
        .returning({ id: pointLot.id })
      if (rows.length === 0) return false
    }
  }
  return true
}
