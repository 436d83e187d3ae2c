import { z } from 'zod'
import { plainText } from '@/schemas/primitives'
import { contains, desc, eq, grant, inArray, member, or, orderRefusal, type ReadDb, reward } from '@/src/db'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'

export const ListOrderRefusals = z.object({
  /** An order, part of a nickname, or the whole of a member's number. */
  search: plainText(64).optional(),
  limit: z.int().min(1).max(200).default(50),
})

/**
 * Orders that tried to use another member's coupon, or a second one by being split (拆单), from the
 * latest; a longer list is searched.
 */
export async function listOrderRefusals({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ListOrderRefusals>
}) {
  authorise(ctx, 'grant.read')
  const { search, limit } = ListOrderRefusals.parse(input)
  const db = ctx.db.read
  const rows = await db
    .select({
      refusal: orderRefusal,
      nickname: member.nickname,
      shopMemberId: member.shopMemberId,
      rewardTitle: reward.title,
    })
    .from(orderRefusal)
    .innerJoin(member, eq(orderRefusal.memberId, member.id))
    .innerJoin(grant, eq(orderRefusal.grantId, grant.id))
    .innerJoin(reward, eq(grant.rewardId, reward.id))
    .where(
      search
        ? or(
            eq(orderRefusal.orderRef, search),
            contains(member.nickname, search),
            eq(member.id, search),
            eq(member.shopMemberId, search),
          )
        : undefined,
    )
    .orderBy(desc(orderRefusal.lastAt))
    .limit(limit)
  const owners = await readOwners(
    db,
    rows.flatMap(({ refusal: { details } }) => (typeof details.owner === 'string' ? [details.owner] : [])),
  )
  return rows.map(({ refusal, nickname, shopMemberId, rewardTitle }) => {
    const { memberId, orderRef, grantId, reason, details, times, firstAt, lastAt } = refusal
    const owner = owners.get(String(details.owner))
    return {
      id: `${memberId} ${orderRef} ${grantId} ${reason}`,
      member: { id: memberId, nickname, shopMemberId },
      orderRef,
      coupon: { grantId, title: rewardTitle },
      reason,
      /** Whose coupon it is, of `not_own`. */
      owner: owner ?? null,
      /** Which order it belongs to and by what, of `split_order`. */
      split:
        reason === 'split_order'
          ? {
              otherOrder: String(details.otherOrder),
              party: details.party as 'payer' | 'device' | 'address',
              minutes: Number(details.minutes),
            }
          : null,
      times,
      firstAt,
      lastAt,
    }
  })
}

async function readOwners(db: ReadDb, ids: string[]) {
  if (ids.length === 0) return new Map<string, { id: string; nickname: string }>()
  const { id, nickname } = member
  const rows = await db
    .select({ id, nickname })
    .from(member)
    .where(inArray(id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}
