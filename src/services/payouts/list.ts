import type { z } from 'zod'
import {
  and,
  asc,
  contains,
  count,
  desc,
  eq,
  lt,
  member,
  or,
  payout,
  payoutBatch,
  staff,
  sum,
} from '@/src/db'
import type { StaffContext } from '../context'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { publicKeyOf } from './file'
import { isReady } from './make-batch'
import { ListBatches, ListPayouts } from './schemas'

/** Payouts from the newest, by state, by batch, or of one member. */
export async function listPayouts({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ListPayouts> }) {
  authorise(ctx, 'payout.read')
  const { search, state, batchId, cursor, limit } = ListPayouts.parse(input)
  const rows = await ctx.db.read
    .select({
      id: payout.id,
      amountFen: payout.amountFen,
      state: payout.state,
      attempt: payout.attempt,
      account: payout.account,
      reason: payout.reason,
      batchId: payout.batchId,
      handedAt: payout.handedAt,
      requestedAt: payout.requestedAt,
      updatedAt: payout.updatedAt,
      member: { id: member.id, nickname: member.nickname, shopMemberId: member.shopMemberId },
    })
    .from(payout)
    .innerJoin(member, eq(payout.memberId, member.id))
    .where(
      and(
        state ? eq(payout.state, state) : undefined,
        batchId ? eq(payout.batchId, batchId) : undefined,
        search
          ? or(
              contains(member.nickname, search),
              eq(member.shopMemberId, search),
              eq(payout.id, search.replace(/-\d+$/, '')),
            )
          : undefined,
        cursor ? lt(payout.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(payout.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}

/** How many payouts stand where, and what they come to; and what could be gathered into a file now. */
export async function payoutTotals({ ctx }: { ctx: StaffContext }) {
  authorise(ctx, 'payout.read')
  const figures = { count: count(), fen: sum(payout.amountFen) }
  const states = await ctx.db.read
    .select({ state: payout.state, ...figures })
    .from(payout)
    .groupBy(payout.state)
    .orderBy(asc(payout.state))
  const [ready] = await ctx.db.read.select(figures).from(payout).where(isReady)
  return {
    states: states.map((row) => ({ ...row, fen: Number(row.fen ?? 0) })),
    ready: { count: ready?.count ?? 0, fen: Number(ready?.fen ?? 0) },
  }
}

/** The files made so far, from the newest, and the key they are verified with. */
export async function listBatches({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ListBatches> }) {
  authorise(ctx, 'payout.read')
  const { cursor, limit } = ListBatches.parse(input)
  const rows = await ctx.db.read
    .select({
      id: payoutBatch.id,
      count: payoutBatch.count,
      totalFen: payoutBatch.totalFen,
      createdBy: staff.name,
      createdAt: payoutBatch.createdAt,
      downloadedAt: payoutBatch.downloadedAt,
    })
    .from(payoutBatch)
    .innerJoin(staff, eq(payoutBatch.createdBy, staff.id))
    .where(cursor ? lt(payoutBatch.id, cursor) : undefined)
    .orderBy(desc(payoutBatch.id))
    .limit(limit + 1)
  return { ...toPage(rows, limit), publicKey: publicKeyOf(ctx.payoutKey) }
}
