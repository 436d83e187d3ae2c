import { account, and, chunksOf, entry, eq, inArray, type ReadDb, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { guard } from '../guard'
import { addToBalance, DEPARTMENT, takeFromBalance } from './ledger'

type AccountRow = typeof account.$inferSelect
type AccountKind = AccountRow['kind']
type Cause = typeof entry.$inferInsert.cause

/** Accounts by kind: a campaign's own, and the department's. */
export type Accounts = Record<AccountKind, AccountRow>

/** Money that goes from one account to another, and why. */
export interface Transfer {
  from: AccountRow
  to: AccountRow
  amountFen: number
  merchantFen: number
  cause: Cause
  causeId: string
  /** The entry it takes back, in whole or in part. */
  reverses?: string
}

/** The accounts that a campaign's money moves between, by campaign. */
export async function readAccounts(
  db: ReadDb,
  campaignIds: readonly string[],
): Promise<Map<string, Accounts>> {
  const owners = [...new Set(campaignIds)]
  if (owners.length === 0) return new Map()
  const rows = await db
    .select()
    .from(account)
    .where(inArray(account.ownerId, [...owners, DEPARTMENT]))
  const department = rows.filter(({ ownerId }) => ownerId === DEPARTMENT)
  return new Map(
    owners.map((owner) => {
      const own = [...rows.filter(({ ownerId }) => ownerId === owner), ...department]
      return [owner, Object.fromEntries(own.map((row) => [row.kind, row])) as Accounts]
    }),
  )
}

const MAY_GO_BELOW_ZERO: ReadonlySet<AccountKind> = new Set(['source', 'overdraft'])

/** The order in which accounts are touched, a campaign's before the department's, as by everyone. */
const ORDER: AccountKind[] = [
  'allocated',
  'reserved',
  'committed',
  'settled',
  'source',
  'contingency',
  'overdraft',
]

/**
 * Moves money: each balance once, by what all the transfers together come to, and an entry for each
 * of them. Transfers of nothing are left out.
 *
 * @throws GuardFailed when an account has less than was read: the transaction must be rolled back.
 */
export async function moveMoney(tx: Tx, transfers: readonly Transfer[], now: Date): Promise<void> {
  const moving = transfers.filter(({ amountFen }) => amountFen > 0)
  const deltas = new Map<string, { row: AccountRow; fen: number }>()
  const move = (row: AccountRow, fen: number) =>
    deltas.set(row.id, { row, fen: (deltas.get(row.id)?.fen ?? 0) + fen })
  for (const { from, to, amountFen } of moving) {
    move(from, -amountFen)
    move(to, amountFen)
  }
  for (const { row, fen } of [...deltas.values()].sort(byOrder)) {
    if (fen > 0 || MAY_GO_BELOW_ZERO.has(row.kind)) await addToBalance(tx, row.id, fen)
    else if (fen < 0) guard(await takeFromBalance(tx, row.id, -fen), 'budget')
  }
  const entries = moving.map(({ from, to, ...rest }) => ({
    id: newId('ent', now),
    debitAccountId: from.id,
    creditAccountId: to.id,
    ...rest,
    createdAt: now,
  }))
  for (const rows of chunksOf(entries)) await tx.insert(entry).values(rows)
}

function byOrder(a: { row: AccountRow }, b: { row: AccountRow }): number {
  const isDepartment = (row: AccountRow) => Number(row.ownerId === DEPARTMENT)
  return (
    isDepartment(a.row) - isDepartment(b.row) ||
    (a.row.ownerId < b.row.ownerId ? -1 : Number(a.row.ownerId > b.row.ownerId)) ||
    ORDER.indexOf(a.row.kind) - ORDER.indexOf(b.row.kind)
  )
}

/** The entries of one cause, by what they were caused by. */
export async function readEntriesOf(
  db: ReadDb,
  cause: Cause,
  causeIds: readonly string[],
): Promise<Map<string, typeof entry.$inferSelect>> {
  const found = new Map<string, typeof entry.$inferSelect>()
  for (const part of chunksOf(causeIds)) {
    const rows = await db
      .select()
      .from(entry)
      .where(and(eq(entry.cause, cause), inArray(entry.causeId, part)))
    for (const row of rows) found.set(row.causeId, row)
  }
  return found
}
