import { and, entry, eq, inArray, redemption, reversal, sql, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import { type Accounts, moveMoney, readAccounts, type Transfer } from '../budgets/transfer'
import { guard } from '../guard'
import { changeGrant, type GrantRow, ownGrant, readGrantRows } from './grant-rows'
import { returnPoints } from './points-uses'
import type { RedemptionRow } from './redeem'
import { transition } from './state'

export type ReversalRow = typeof reversal.$inferSelect

export interface Reverse {
  redemptionId: string
  /** What is taken back, fen: at least 1 of what cost anything, at most what is left of the redemption. */
  amountFen: number
  reason: string
  idempotency: string
}

/**
 * Takes a redemption back (冲正), in whole or in part, by entries that name the ones they undo: what
 * came last from outside goes back there first. Once all of it is taken back the grant can be used
 * again while it is valid, and is `reversed` when it is not. The same key answers what it made.
 *
 * @throws `not_found`, `wrong_state`, `invalid_input` when less is left of it, `idempotency_mismatch`;
 *   GuardFailed when something moved meanwhile.
 */
export async function reverseRedemption(tx: Tx, o: Reverse, now: Date): Promise<ReversalRow> {
  const before = await readReversal(tx, o)
  if (before) return before
  const [row] = await tx.select().from(redemption).where(eq(redemption.id, o.redemptionId))
  if (!row) throw new AppError('not_found', `no redemption ${o.redemptionId}`)
  const left = row.costFen - row.reversedFen
  if (!Number.isSafeInteger(o.amountFen) || o.amountFen < Math.min(1, row.costFen) || o.amountFen > left)
    throw new AppError('invalid_input', `${o.amountFen} fen of ${left} cannot be taken back`)
  const { grant } = ownGrant(await readGrantRows(tx, [row.grantId]), row.grantId)
  const isWhole = o.amountFen === left
  const isStillValid = grant.expiresAt === null || grant.expiresAt > now
  const state = isWhole ? transition(grant.state, isStillValid ? 'give_back' : 'reverse') : grant.state
  if (grant.state !== 'redeemed') transition(grant.state, 'give_back')

  const id = newId('rvs', now)
  const accounts = accountsOf(await readAccounts(tx, [grant.campaignId]), grant.campaignId)
  const { transfers, reopenedFen } = await undo(tx, {
    id,
    row,
    accounts,
    grant,
    state,
    amountFen: o.amountFen,
  })
  await moveMoney(tx, transfers, now)
  const share = { fen: row.reversedFen + o.amountFen, ofFen: row.costFen }
  await returnPoints(tx, [{ grantId: grant.id, causeId: id, share }], now)
  await changeGrant(tx, grant, {
    state,
    redeemedFen: grant.redeemedFen - o.amountFen,
    ...(state === 'granted' && { reservedFen: reopenedFen }),
  })
  await noteReversed(tx, row, o.amountFen)
  const { redemptionId, amountFen, reason, idempotency } = o
  const made = { id, grantId: grant.id, redemptionId, amountFen, reason, idempotency, createdAt: now }
  await tx.insert(reversal).values(made)
  return made
}

async function readReversal(tx: Tx, o: Reverse): Promise<ReversalRow | undefined> {
  const [before] = await tx.select().from(reversal).where(eq(reversal.idempotency, o.idempotency))
  if (before && (before.redemptionId !== o.redemptionId || before.amountFen !== o.amountFen))
    throw new AppError('idempotency_mismatch', `key ${o.idempotency} took back ${before.redemptionId}`)
  return before
}

function accountsOf(accounts: Map<string, Accounts>, campaignId: string): Accounts {
  const own = accounts.get(campaignId)
  if (!own) throw new Error(`the accounts of ${campaignId} were not read`)
  return own
}

async function noteReversed(tx: Tx, row: RedemptionRow, amountFen: number): Promise<void> {
  const noted = await tx
    .update(redemption)
    .set({ reversedFen: row.reversedFen + amountFen })
    .where(and(eq(redemption.id, row.id), eq(redemption.reversedFen, row.reversedFen)))
    .returning({ id: redemption.id })
  guard(noted.length === 1, 'redemptions')
}

interface Undo {
  /** The reversal's. */
  id: string
  row: RedemptionRow
  accounts: Accounts
  grant: GrantRow
  /** What becomes of the grant. */
  state: GrantRow['state']
  amountFen: number
}

/** The opposite transfers, and how much of the reservation stands again. */
async function undo(
  tx: Tx,
  { id, row, accounts, state, amountFen }: Undo,
): Promise<{ transfers: Transfer[]; reopenedFen: number }> {
  const kinds = ['overdraft', 'contingency', 'allocated'] as const
  const causeIds = [...kinds.map((kind) => `${row.id}:${kind}`), row.id]
  const made = await tx
    .select()
    .from(entry)
    .where(and(inArray(entry.cause, ['redemption', 'shortfall']), inArray(entry.causeId, causeIds)))
  const undone = await readUndone(
    tx,
    made.map((each) => each.id),
  )
  const transfers: Transfer[] = []
  let toUndo = amountFen
  let reopenedFen = 0
  for (const causeId of causeIds) {
    const first = made.find((each) => each.causeId === causeId)
    if (!first) continue
    const was = undone.get(first.id) ?? { amountFen: 0, merchantFen: 0 }
    const fen = Math.min(toUndo, first.amountFen - was.amountFen)
    toUndo -= fen
    // The merchant's part of what is undone so far, so that in the end it is exactly the whole.
    const merchantFen = share(first.merchantFen, was.amountFen + fen, first.amountFen) - was.merchantFen
    const isReserved = causeId === row.id
    const kind = isReserved ? 'reserved' : (kinds.find((each) => causeId.endsWith(each)) ?? 'allocated')
    const to = isReserved && state !== 'granted' ? accounts.allocated : accounts[kind]
    if (isReserved) reopenedFen = fen
    const cause = { cause: 'reversal' as const, causeId: `${id}:${kind}`, reverses: first.id }
    transfers.push({ from: accounts.committed, to, amountFen: fen, merchantFen, ...cause })
  }
  if (toUndo > 0) throw new Error(`${toUndo} fen of ${row.id} have no entry`)
  return { transfers, reopenedFen }
}

const share = (partFen: number, fen: number, ofFen: number) =>
  Number((BigInt(partFen) * BigInt(fen)) / BigInt(ofFen))

async function readUndone(tx: Tx, ids: string[]) {
  if (ids.length === 0) return new Map<string, { amountFen: number; merchantFen: number }>()
  const rows = await tx
    .select({
      reverses: entry.reverses,
      amountFen: sql<string>`sum(${entry.amountFen})`,
      merchantFen: sql<string>`sum(${entry.merchantFen})`,
    })
    .from(entry)
    .where(inArray(entry.reverses, ids))
    .groupBy(entry.reverses)
  // PostgreSQL answers sums as text.
  return new Map(
    rows.map((r) => [
      r.reverses ?? '',
      { amountFen: Number(r.amountFen), merchantFen: Number(r.merchantFen) },
    ]),
  )
}
