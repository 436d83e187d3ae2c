import {
  account,
  and,
  change,
  entry,
  eq,
  gte,
  isUniqueViolation,
  lookup,
  type ReadDb,
  sql,
  type Tx,
} from '@/src/db'
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
  const rows = await db.find(
    accountsOf,
    campaignIds.map((ownerId) => ({ ownerId })),
  )
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

const accountsOf = lookup(account, ['ownerId'])

/** Adds to a balance. */
export async function addToBalance(tx: Tx, accountId: string, amountFen: number): Promise<void> {
  await tx.change(addTo, [{ id: accountId, amountFen }])
}

const addTo = change(account, ['id'], {
  given: { amountFen: account.balanceFen },
  set: ({ amountFen }) => ({ balanceFen: sql`${account.balanceFen} + ${amountFen}` }),
})

/** Takes from a balance that must cover it. Answers false, and changes nothing, when it does not. */
export async function takeFromBalance(tx: Tx, accountId: string, amountFen: number): Promise<boolean> {
  return (await tx.change(takeFrom, [{ id: accountId, amountFen }])) === 1
}

const takeFrom = change(account, ['id'], {
  given: { amountFen: account.balanceFen },
  set: ({ amountFen }) => ({ balanceFen: sql`${account.balanceFen} - ${amountFen}` }),
  setWhere: ({ amountFen }) => gte(account.balanceFen, amountFen),
})

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
