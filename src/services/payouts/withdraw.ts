import type { z } from 'zod'
import { and, count, eq, ne, payout, type ReadDb, sum, type Tx } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import { AppError } from '@/src/lib/errors'
import { sha256Hex } from '@/src/lib/hash'
import { newId } from '@/src/lib/ids'
import type { AppContext, MemberContext } from '../context'
import { GuardFailed, untilGuarded } from '../guard'
import { isCashHeldBack } from '../identities'
import { EMPTY_WALLET, type WalletState } from '../wallets/state'
import { readWallets, writeWallets } from '../wallets/store'
import { type PayoutRow, sendToAdapter } from './internal'
import { type OwnPayout, ownPayout } from './own-payout'
import { type PayoutRule, refusedByAmount, refusedByDay } from './rules'
import { Withdraw } from './schemas'

/** What came of asking for cash. A refusal names its rule and takes nothing. */
type WithdrawOutcome =
  | { status: 'requested'; payout: OwnPayout; cashFen: number }
  | { status: 'refused'; rule: PayoutRule; cashFen: number }

/** Rolls back what was written before the rule could be looked at. */
class Refused extends Error {
  override readonly name = 'Refused'

  constructor(
    readonly rule: PayoutRule,
    readonly cashFen: number,
  ) {
    super(`refused by ${rule}`)
  }
}

/**
 * Takes cash out of the member's wallet and orders it to be paid. Asked again under the same key it
 * answers the same order. Throws `unauthenticated` without a member, and `idempotency_mismatch` for
 * a key that was used for another amount.
 */
export async function withdraw({
  ctx,
  input,
}: {
  ctx: MemberContext
  input: z.input<typeof Withdraw>
}): Promise<WithdrawOutcome> {
  const { member } = ctx
  if (!member) throw new AppError('unauthenticated', 'cash is taken out by a member')
  const { key, amountFen } = Withdraw.parse(input)
  const asked = {
    memberId: member.id,
    amountFen,
    idempotency: `${member.id}:${key}`,
    inputHash: sha256Hex(JSON.stringify({ amountFen: amountFen ?? 'all' })),
  }
  try {
    return await untilGuarded(() => ctx.db.transaction((tx) => order(tx, ctx, asked)))
  } catch (error) {
    if (error instanceof Refused) return { status: 'refused', rule: error.rule, cashFen: error.cashFen }
    throw error
  }
}

interface Asked {
  memberId: string
  amountFen: number | undefined
  idempotency: string
  inputHash: string
}

async function order(tx: Tx, ctx: AppContext, asked: Asked): Promise<WithdrawOutcome> {
  const { memberId } = asked
  const before = (await readWallets(tx, [memberId])).get(memberId) ?? EMPTY_WALLET
  const repeated = await readRepeated(tx, asked)
  if (repeated) return { status: 'requested', payout: ownPayout(repeated), cashFen: before.cashFen }
  const amountFen = asked.amountFen ?? before.cashFen
  const tooMuch = refusedByAmount({ amountFen, balanceFen: before.cashFen })
  if (tooMuch) throw new Refused(tooMuch, before.cashFen)
  const row = await write(tx, ctx, { ...asked, amountFen }, before)
  // Looked at last: withdrawals of one member wait for each other at the wallet, and see each other here.
  const overTheDay = refusedByDay(await ofTheDay(tx, memberId, row.day))
  if (overTheDay) throw new Refused(overTheDay, before.cashFen)
  if (await isCashHeldBack(tx, memberId)) throw new Refused('identity_required', before.cashFen)
  return { status: 'requested', payout: ownPayout(row), cashFen: before.cashFen - amountFen }
}

async function readRepeated(tx: Tx, { idempotency, inputHash }: Asked): Promise<PayoutRow | undefined> {
  const [row] = await tx.select().from(payout).where(eq(payout.idempotency, idempotency))
  if (row && row.inputHash !== inputHash)
    throw new AppError('idempotency_mismatch', `the key of ${row.id} was used for another amount`)
  return row
}

async function write(
  tx: Tx,
  ctx: AppContext,
  asked: Asked & { amountFen: number },
  before: WalletState,
): Promise<PayoutRow> {
  const { memberId, amountFen, idempotency, inputHash } = asked
  const now = ctx.clock.now()
  const row: typeof payout.$inferInsert = {
    id: newId('pay', now),
    memberId,
    amountFen,
    state: 'claim_pending',
    day: calendarDay(ctx.timeZone, now).day,
    idempotency,
    inputHash,
    requestedAt: now,
    updatedAt: now,
  }
  const after = { ...before, cashFen: before.cashFen - amountFen }
  const moved = { memberId, unit: 'cash' as const, amount: -amountFen }
  const entry = { id: newId('wen', now), ...moved, cause: 'payout' as const, causeId: row.id, createdAt: now }
  await writeWallets(tx, [{ memberId, before, after }], [entry], now)
  const [written] = await tx.insert(payout).values(row).onConflictDoNothing().returning()
  // The same tap, in another process: its order is there to be read.
  if (!written) throw new GuardFailed('payouts')
  await sendToAdapter(tx, written, now)
  return written
}

/** What a member took out on a day; what came back does not count. */
export async function ofTheDay(db: ReadDb, memberId: string, day: string) {
  const [row] = await db
    .select({ times: count(), fen: sum(payout.amountFen) })
    .from(payout)
    .where(and(eq(payout.memberId, memberId), eq(payout.day, day), ne(payout.state, 'returned')))
  return { times: row?.times ?? 0, fen: Number(row?.fen ?? 0) }
}
