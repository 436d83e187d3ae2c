import { account, and, entry, eq, gte, inArray, isUniqueViolation, type ReadDb, sql, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'

/** The department whose money campaigns spend, until departments are managed. */
export const DEPARTMENT = 'department'

type Cause = typeof entry.$inferInsert.cause
type AccountKind = typeof account.$inferSelect.kind

/** Opens the accounts of one owner. */
export async function openAccounts(
  tx: Tx,
  ownerId: string,
  kinds: readonly AccountKind[],
  now: Date,
): Promise<void> {
  await tx
    .insert(account)
    .values(kinds.map((kind) => ({ id: newId('acc', now), ownerId, kind, balanceFen: 0, createdAt: now })))
    .onConflictDoNothing()
}

/** The accounts every campaign has. */
export const CAMPAIGN_ACCOUNTS = ['allocated', 'reserved', 'committed', 'settled'] as const
const DEPARTMENT_ACCOUNTS = ['source', 'contingency', 'overdraft'] as const

export type Balances = Record<(typeof CAMPAIGN_ACCOUNTS)[number], { id: string; balanceFen: number }>

/** The campaigns' accounts by campaign. A campaign without its accounts is a defect and throws. */
export async function readBalances(db: ReadDb, campaignIds: string[]): Promise<Map<string, Balances>> {
  if (campaignIds.length === 0) return new Map()
  const rows = await db.select().from(account).where(inArray(account.ownerId, campaignIds))
  const find = (ownerId: string, kind: AccountKind) => {
    const row = rows.find((candidate) => candidate.ownerId === ownerId && candidate.kind === kind)
    if (!row) throw new Error(`campaign ${ownerId} has no ${kind} account`)
    return { id: row.id, balanceFen: row.balanceFen }
  }
  return new Map(
    campaignIds.map((id) => [
      id,
      {
        allocated: find(id, 'allocated'),
        reserved: find(id, 'reserved'),
        committed: find(id, 'committed'),
        settled: find(id, 'settled'),
      },
    ]),
  )
}

/** Adds to a balance. */
export async function addToBalance(tx: Tx, accountId: string, amountFen: number): Promise<void> {
  await tx
    .update(account)
    .set({ balanceFen: sql`${account.balanceFen} + ${amountFen}` })
    .where(eq(account.id, accountId))
}

/** Takes from a balance that must cover it. Answers false, and changes nothing, when it does not. */
export async function takeFromBalance(tx: Tx, accountId: string, amountFen: number): Promise<boolean> {
  const rows = await tx
    .update(account)
    .set({ balanceFen: sql`${account.balanceFen} - ${amountFen}` })
    .where(and(eq(account.id, accountId), gte(account.balanceFen, amountFen)))
    .returning({ id: account.id })
  return rows.length === 1
}

/**
 * Gives a campaign `amountFen` of the department's money. `causeId` makes it happen once:
 * a second time throws `already_exists`.
 */
export async function allocate(
  tx: Tx,
  o: {
    campaignId: string
    amountFen: number
    cause: Extract<Cause, 'allocation' | 'top_up'>
    causeId: string
    now: Date
  },
): Promise<void> {
  await openAccounts(tx, DEPARTMENT, DEPARTMENT_ACCOUNTS, o.now)
  const [source] = await tx
    .select()
    .from(account)
    .where(and(eq(account.ownerId, DEPARTMENT), eq(account.kind, 'source')))
  const balances = (await readBalances(tx, [o.campaignId])).get(o.campaignId)
  if (!source || !balances) throw new Error('accounts that were just opened are missing')
  const to = balances.allocated.id
  try {
    await tx.insert(entry).values({
      id: newId('ent', o.now),
      debitAccountId: source.id,
      creditAccountId: to,
      amountFen: o.amountFen,
      cause: o.cause,
      causeId: o.causeId,
      createdAt: o.now,
    })
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError('already_exists', `${o.cause} ${o.causeId} was made before`)
    throw error
  }
  await addToBalance(tx, source.id, -o.amountFen)
  await addToBalance(tx, to, o.amountFen)
}
