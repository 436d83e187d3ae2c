import { and, asc, eq, inArray, isNull, member, payout, payoutBatch, sql, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { guard, untilGuarded } from '../guard'
import { authorise, requireStaff } from '../staff/authorise'
import { makePayoutFile } from './file'
import { referenceOf } from './internal'

/** Payments of one file. What is left over makes the next one. */
const MOST_IN_BATCH = 500

/** What the adapter took over, and no file has yet. */
export const isReady = and(
  eq(payout.state, 'claim_pending'),
  isNull(payout.batchId),
  sql`${payout.handedAt} is not null`,
)

/** Gathers what is to be paid into a file, signed. Throws `wrong_state` when there is nothing. */
export async function makeBatch({ ctx }: { ctx: StaffContext }) {
  authorise(ctx, 'payout.write')
  return untilGuarded(() => ctx.db.transaction((tx) => gather(tx, ctx)))
}

async function gather(tx: Tx, ctx: StaffContext) {
  const rows = await tx
    .select({ row: payout, shopMemberId: member.shopMemberId, name: member.nickname })
    .from(payout)
    .innerJoin(member, eq(payout.memberId, member.id))
    .where(isReady)
    .orderBy(asc(payout.id))
    .limit(MOST_IN_BATCH)
  if (rows.length === 0)
    throw new AppError('wrong_state', 'nothing is to be paid', [{ code: 'nothing_to_pay' }])
  const now = ctx.clock.now()
  const id = newId('pbt', now)
  const orders = rows.map(({ row, shopMemberId, name }) => ({
    reference: referenceOf(row),
    amountFen: row.amountFen,
    receiver: { shopMemberId, name, account: row.account },
    day: row.day,
  }))
  const { csv, manifest, signature } = makePayoutFile(orders, { batchId: id, at: now, key: ctx.payoutKey })
  const totalFen = rows.reduce((sum, { row }) => sum + row.amountFen, 0)
  const figures = { count: rows.length, totalFen }
  await tx.insert(payoutBatch).values({
    id,
    ...figures,
    csv,
    manifest,
    signature: signature.toString('base64'),
    createdBy: requireStaff(ctx).id,
    createdAt: now,
  })
  const ids = rows.map(({ row }) => row.id)
  const taken = await tx
    .update(payout)
    .set({ batchId: id, updatedAt: now })
    .where(and(inArray(payout.id, ids), isReady))
    .returning({ id: payout.id })
  // Somebody else gathered some of them at the same moment.
  guard(taken.length === rows.length, 'payouts')
  await recordAudit(tx, ctx, 'payout.makeBatch', id, figures)
  return { id, ...figures }
}
