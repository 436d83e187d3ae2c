import { and, eq, payout, type ReadDb, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import { guard } from '../guard'
import { putOutbox } from '../outbox'
import { EMPTY_WALLET } from '../wallets/state'
import { writeWallets } from '../wallets/store'
import { type PayoutEvent, type PayoutState, transition } from './state'

export type PayoutRow = typeof payout.$inferSelect

export const PAYOUT_TOPIC = 'payout.submit'

/** One payout. Throws `not_found`. */
export async function getPayout(db: ReadDb, id: string): Promise<PayoutRow> {
  const [row] = await db.select().from(payout).where(eq(payout.id, id))
  if (!row) throw new AppError('not_found', `no payout ${id}`)
  return row
}

/** What whoever pays calls an order: another one each time it is sent on its way. */
export const referenceOf = ({ id, attempt }: Pick<PayoutRow, 'id' | 'attempt'>) => `${id}-${attempt}`

/** The row only while it stands where it was read. */
export const unchanged = ({ id, state, attempt }: PayoutRow) =>
  and(eq(payout.id, id), eq(payout.state, state), eq(payout.attempt, attempt))

/**
 * Moves a payout on; one that is returned puts its money back, once. Answers the state it then has.
 * Throws `wrong_state` when that cannot happen in the state it was read in.
 *
 * @throws GuardFailed when it moved since it was read.
 */
export async function movePayout(
  tx: Tx,
  before: PayoutRow,
  event: PayoutEvent,
  changes: Partial<Pick<PayoutRow, 'reason' | 'account' | 'attempt' | 'handedAt' | 'batchId'>>,
  now: Date,
): Promise<PayoutState> {
  const state = transition(before.state, event)
  // Wallets before payouts, as when one is asked for.
  if (state === 'returned') await putBack(tx, before, now)
  const moved = await tx
    .update(payout)
    .set({ ...changes, state, updatedAt: now })
    .where(unchanged(before))
    .returning({ id: payout.id })
  guard(moved.length > 0, 'payouts')
  return state
}

async function putBack(tx: Tx, { id, memberId, amountFen }: PayoutRow, now: Date): Promise<void> {
  const change = { memberId, before: EMPTY_WALLET, after: { ...EMPTY_WALLET, cashFen: amountFen } }
  const moved = { memberId, unit: 'cash' as const, amount: amountFen }
  const entry = {
    id: newId('wen', now),
    ...moved,
    cause: 'payout_return' as const,
    causeId: id,
    createdAt: now,
  }
  await writeWallets(tx, [change], [entry], now)
}

/** Has the adapter take over a payout as soon as this transaction holds. */
export function sendToAdapter(tx: Tx, row: Pick<PayoutRow, 'id' | 'attempt'>, now: Date): Promise<void> {
  const { id, attempt } = row
  return putOutbox(
    tx,
    { topic: PAYOUT_TOPIC, payload: { payoutId: id, attempt }, idempotency: `payout:${referenceOf(row)}` },
    now,
  )
}
