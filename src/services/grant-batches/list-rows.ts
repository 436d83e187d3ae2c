import type { z } from 'zod'
import { and, asc, contains, eq, grantBatchRow, gt, isNull, member, or, type SQL } from '@/src/db'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { outcomeOf } from './get'
import { getGrantBatch } from './internal'
import { ListGrantBatchRows, type RowOutcome } from './schemas'

/** A batch's rows in their order, with what became of each. */
export async function listGrantBatchRows({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ListGrantBatchRows>
}) {
  authorise(ctx, 'grant.read')
  const { id, outcome, search, cursor, limit } = ListGrantBatchRows.parse(input)
  await getGrantBatch(ctx.db.read, id)
  const { position, remark, refusal, grantId, settledAt, takenBackReason, takenBackRefusal } = grantBatchRow
  const { nickname, shopMemberId } = member
  const rows = await ctx.db.read
    .select({
      position,
      remark,
      result: grantBatchRow.result,
      takingBack: grantBatchRow.takingBack,
      refusal,
      grantId,
      settledAt,
      takenBackReason,
      takenBackRefusal,
      member: { id: member.id, nickname, shopMemberId },
    })
    .from(grantBatchRow)
    .innerJoin(member, eq(grantBatchRow.memberId, member.id))
    .where(
      and(
        eq(grantBatchRow.batchId, id),
        outcome ? isOf(outcome) : undefined,
        search ? or(contains(nickname, search), eq(shopMemberId, search), eq(member.id, search)) : undefined,
        cursor ? gt(position, Number(cursor)) : undefined,
      ),
    )
    .orderBy(asc(position))
    .limit(limit + 1)
  const items = rows
    .slice(0, limit)
    .map(({ result, takingBack, ...row }) => ({ ...row, outcome: outcomeOf({ result, takingBack }) }))
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.position) : null }
}

/** The rows that `outcomeOf` says this of. */
function isOf(outcome: RowOutcome): SQL | undefined {
  switch (outcome) {
    case 'taking_back':
      return eq(grantBatchRow.takingBack, 'asked')
    case 'taken_back':
      return eq(grantBatchRow.takingBack, 'done')
    case 'not_taken_back':
      return eq(grantBatchRow.takingBack, 'refused')
    default:
      return and(eq(grantBatchRow.result, outcome), isNull(grantBatchRow.takingBack))
  }
}
