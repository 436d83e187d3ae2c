import {
  and,
  chanceBalance,
  chanceEntry,
  chunksOf,
  eq,
  gte,
  inArray,
  lookup,
  type ReadDb,
  sql,
  type Tx,
} from '@/src/db'
import { guard } from '../guard'

/** One member's ledger of chances in one tool. */
export interface ChanceKey {
  toolId: string
  memberId: string
}

export type NewChanceEntry = typeof chanceEntry.$inferInsert

export const chanceText = ({ toolId, memberId }: ChanceKey) => `${toolId}\0${memberId}`

/** How many chances are left in each ledger, by `chanceText`; one without entries is absent. */
export async function readChances(db: ReadDb, keys: ChanceKey[]): Promise<Map<string, number>> {
  const rows = await db.find(balanceOf, keys)
  return new Map(rows.map((row) => [chanceText(row), row.balance]))
}

const balanceOf = lookup(chanceBalance, ['toolId', 'memberId'])

/**
 * Posts entries and moves the balances with them. What was posted before for the same cause is left
 * as it is; answers the entries that are new. Entries before balances, each in the order of their
 * keys, as by everyone who moves chances.
 *
 * @throws GuardFailed when a member has fewer chances than are taken.
 */
export async function postChances(tx: Tx, entries: NewChanceEntry[]): Promise<NewChanceEntry[]> {
  const sorted = [...entries].sort((a, b) => (entryText(a) < entryText(b) ? -1 : 1))
  const fresh = new Set<string>()
  for (const values of chunksOf(sorted)) {
    const rows = await tx.insert(chanceEntry).values(values).onConflictDoNothing().returning({
      toolId: chanceEntry.toolId,
      memberId: chanceEntry.memberId,
      cause: chanceEntry.cause,
      causeId: chanceEntry.causeId,
    })
    for (const row of rows) fresh.add(entryText(row))
  }
  const posted = sorted.filter((row) => fresh.has(entryText(row)))
  await moveBalances(tx, posted)
  return posted
}

const entryText = ({ toolId, memberId, cause, causeId }: Omit<NewChanceEntry, 'amount' | 'createdAt'>) =>
  [toolId, memberId, cause, causeId].join('\0')

/** Adds what comes in as one statement, and takes as many as go out alike as another. */
async function moveBalances(tx: Tx, entries: NewChanceEntry[]): Promise<void> {
  const sums = new Map<string, ChanceKey & { balance: number }>()
  for (const { toolId, memberId, amount } of entries) {
    const text = chanceText({ toolId, memberId })
    sums.set(text, { toolId, memberId, balance: (sums.get(text)?.balance ?? 0) + amount })
  }
  const moves = [...sums.values()]
  for (const values of chunksOf(moves.filter(({ balance }) => balance > 0))) {
    await tx
      .insert(chanceBalance)
      .values(values)
      .onConflictDoUpdate({
        target: [chanceBalance.toolId, chanceBalance.memberId],
        set: { balance: sql`${chanceBalance.balance} + excluded.balance` },
      })
  }
  for (const [toolId, ofTool] of byTool(moves.filter(({ balance }) => balance < 0))) {
    for (const amount of [...new Set(ofTool.map(({ balance }) => -balance))].sort((a, b) => a - b)) {
      const memberIds = ofTool.filter(({ balance }) => balance === -amount).map(({ memberId }) => memberId)
      for (const part of chunksOf(memberIds)) guard(await take(tx, toolId, part, amount), 'chances')
    }
  }
}

/** Answers false when one of the members has fewer. */
async function take(tx: Tx, toolId: string, memberIds: string[], amount: number): Promise<boolean> {
  const rows = await tx
    .update(chanceBalance)
    .set({ balance: sql`${chanceBalance.balance} - ${amount}` })
    .where(
      and(
        eq(chanceBalance.toolId, toolId),
        inArray(chanceBalance.memberId, memberIds),
        gte(chanceBalance.balance, amount),
      ),
    )
    .returning({ memberId: chanceBalance.memberId })
  return rows.length === memberIds.length
}

function byTool<Key extends ChanceKey>(keys: Key[]): [toolId: string, keys: Key[]][] {
  const tools = new Map<string, Key[]>()
  for (const key of keys) {
    const known = tools.get(key.toolId)
    if (known) known.push(key)
    else tools.set(key.toolId, [key])
  }
  return [...tools].sort(([a], [b]) => (a < b ? -1 : 1))
}
