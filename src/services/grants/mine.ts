import { z } from 'zod'
import { Id } from '@/schemas/primitives'
import { and, desc, eq, grant, lt, reward } from '@/src/db'
import type { MemberContext } from '../context'
import { toPage } from '../paging'
import { heldReward } from './held-reward'

const LIMIT = 20

export const MyRewards = z.object({ cursor: Id.optional() })

/** What the member holds, from the newest. Nobody signed in holds nothing, and is told so. */
export async function myRewards({ ctx, input }: { ctx: MemberContext; input: z.input<typeof MyRewards> }) {
  const { cursor } = MyRewards.parse(input)
  if (!ctx.member) return { isSignedIn: false, rewards: [], nextCursor: null }
  const now = ctx.clock.now()
  const rows = await ctx.db.read
    .select({ grant, title: reward.title, coupon: reward.coupon })
    .from(grant)
    .innerJoin(reward, eq(grant.rewardId, reward.id))
    .where(and(eq(grant.memberId, ctx.member.id), cursor ? lt(grant.id, cursor) : undefined))
    .orderBy(desc(grant.id))
    .limit(LIMIT + 1)
  const { items, nextCursor } = toPage(
    rows.map((row) => ({ id: row.grant.id, row })),
    LIMIT,
  )
  return { isSignedIn: true, rewards: items.map(({ row }) => heldReward(row.grant, row, now)), nextCursor }
}
