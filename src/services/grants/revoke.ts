import { z } from 'zod'
import { Id, Reason } from '@/schemas/primitives'
import { eq, grantBatchRow, reversal, type Tx } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import { type Accounts, moveMoney, readAccounts, readEntriesOf, type Transfer } from '../budgets/transfer'
import type { StaffContext } from '../context'
import { guard, untilGuarded } from '../guard'
import { authorise, requireStaff } from '../staff/authorise'
import { clawedBack, EMPTY_WALLET, spent, type WalletState } from '../wallets/state'
import { readWallets, writeWallets } from '../wallets/store'
import { type CounterKey, counterText, giveBack, readCounters, stockOf, stockOfDay } from './counters'
import { releasesOf } from './expire'
import { lotOf } from './given'
import { changeGrant, type GrantOfReward, type GrantRow, ownGrant, readGrantRows } from './grant-rows'
import { returnPoints } from './points-uses'
import type { ReversalRow } from './reverse'
import { holdsStock, isOpen, transition } from './state'

export const RevokeGrant = z.object({ id: Id, reason: Reason })

/**
 * Takes a grant back from its member: what it set aside or cost is the campaign's again, by entries
 * that name the ones they undo, and it can be given to somebody else. Cash and points are taken out
 * of the wallet, where points that were spent are owed; a coupon or a prize that was used must first
 * be taken back there, and a partner's code never can be.
 *
 * @throws `not_found`; `wrong_state` when it is over, used, a code, its cash is
 *   spent, or its points have lapsed.
 */
export async function revokeGrant({ ctx, input }: { ctx: StaffContext; input: z.input<typeof RevokeGrant> }) {
  authorise(ctx, 'grant.revoke')
  return takeBack(ctx, RevokeGrant.parse(input))
}

/** The same for whoever was allowed to ask for it when they did. A batch it was given in notes it too. */
export function takeBack(ctx: StaffContext, { id, reason }: { id: string; reason: string }) {
  return untilGuarded(() =>
    ctx.db.transaction(async (tx) => {
      const row = ownGrant(await readGrantRows(tx, [id]), id)
      const made = await revoke(tx, row, { reason, now: ctx.clock.now(), timeZone: ctx.timeZone })
      await tx
        .update(grantBatchRow)
        .set({ takingBack: 'done', takenBackBy: requireStaff(ctx).id, takenBackReason: reason })
        .where(eq(grantBatchRow.grantId, id))
      await recordAudit(tx, ctx, 'grant.revoke', id, { reason, amountFen: made.amountFen })
      return { id }
    }),
  )
}

/** As `takeBack`, within another transaction and by nobody of the staff. */
export async function revoke(
  tx: Tx,
  row: GrantOfReward,
  o: { reason: string; now: Date; timeZone: string },
): Promise<ReversalRow> {
  const { grant, reward } = row
  const { now } = o
  const wasOpen = isOpen(grant.state)
  const state = transition(grant.state, wasOpen ? 'revoke' : 'claw_back')
  const id = newId('rvs', now)
  await moveMoney(tx, wasOpen ? await releasesOf(tx, [row]) : [await refundOf(tx, row, id)], now)
  if (!holdsStock(state, reward.kind)) await returnStock(tx, row, o.timeZone)
  if (wasOpen) await returnPoints(tx, [{ grantId: grant.id, causeId: id }], now)
  else await emptyWallet(tx, row, now)
  await changeGrant(tx, grant, { state, redeemedFen: 0, lockedBy: null, lockedUntil: null })
  const amountFen = wasOpen ? grant.reservedFen : grant.redeemedFen
  const made = { id, grantId: grant.id, redemptionId: null, amountFen, reason: o.reason }
  const [written] = await tx
    .insert(reversal)
    .values({ ...made, idempotency: `revoke:${grant.id}`, createdAt: now })
    .returning()
  if (!written) throw new Error(`the reversal of ${grant.id} was not written`)
  return written
}

/** The opposite of what was spent when it was granted. */
async function refundOf(tx: Tx, { grant, reward }: GrantOfReward, reversalId: string): Promise<Transfer> {
  if (reward.kind !== 'cash' && reward.kind !== 'points')
    throw new AppError('wrong_state', `${grant.id} was used`, [
      { code: reward.kind === 'partner_voucher' ? 'code_was_given' : 'used', path: [] },
    ])
  const spending = (await readEntriesOf(tx, 'redemption', [grant.id])).get(grant.id)
  const { committed, allocated } = (await readAccounts(tx, [grant.campaignId])).get(
    grant.campaignId,
  ) as Accounts
  return {
    from: committed,
    to: allocated,
    amountFen: grant.redeemedFen,
    merchantFen: spending?.merchantFen ?? 0,
    cause: 'reversal',
    causeId: reversalId,
    reverses: spending?.id,
  }
}

/** Makes what was given free to be given again, in all and on the day it was given. */
async function returnStock(tx: Tx, { grant }: GrantOfReward, timeZone: string): Promise<void> {
  const day = calendarDay(timeZone, grant.grantedAt).day
  const keys: CounterKey[] = [stockOfDay(grant.rewardId, day), stockOf(grant.rewardId)]
  // A reward that had no stock by the day when it was given has no row for that day.
  const rows = await readCounters(tx, keys)
  const counted = keys.filter((key) => (rows.get(counterText(key))?.used ?? 0) > 0)
  guard(
    await giveBack(
      tx,
      counted.map((key) => ({ ...key, amount: 1 })),
    ),
    'stock',
  )
}

/**
 * Takes cash or points out of the wallet. Points that were spent meanwhile are owed: the next that
 * come in fill that first. Cash that was spent stays given.
 */
async function emptyWallet(tx: Tx, { grant }: GrantOfReward, now: Date): Promise<void> {
  const { memberId, id: causeId } = grant
  const before = (await readWallets(tx, [memberId])).get(memberId) ?? EMPTY_WALLET
  const { unit, amount, after } = takenOut(before, grant, now)
  const entry = { id: newId('wen', now), memberId, unit, amount: -amount, createdAt: now }
  await writeWallets(tx, [{ memberId, before, after }], [{ ...entry, cause: 'revocation', causeId }], now)
}

function takenOut(wallet: WalletState, { id, given, expiresAt }: GrantRow, now: Date) {
  if (given.kind === 'points' && expiresAt) {
    // Nobody owes what they lost.
    if (expiresAt <= now)
      throw new AppError('wrong_state', `the points of ${id} have lapsed`, [
        { code: 'points_lapsed', path: [] },
      ])
    const lot = lotOf(given, { expiresAt, at: now })
    return { unit: 'points' as const, amount: given.points, after: clawedBack(wallet, lot, now) }
  }
  const amount = given.kind === 'cash' ? given.amountFen : 0
  const after = spent(wallet, { points: 0, cashFen: amount }, now)
  if (after) return { unit: 'cash' as const, amount, after }
  throw new AppError('wrong_state', `the cash of ${id} is spent`, [
    { code: 'spent_already', path: [], params: { unit: 'cash' } },
  ])
}
