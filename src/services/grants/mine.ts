import { z } from 'zod'
import { Id } from '@/schemas/primitives'
import { and, desc, eq, grant, lt, reward } from '@/src/db'
import type { MemberContext } from '../context'
import { toPage } from '../paging'
import { EMPTY_WALLET, spendable } from '../wallets/state'
import { readWallets } from '../wallets/store'
import { heldReward } from './held-reward'

const LIMIT = 20

export const MyRewards = z.object({ cursor: Id.optional() })

/** What the member holds, from the newest. Nobody signed in holds nothing, and is told so. */
export async function myRewards({ ctx, input }: { ctx: MemberContext; input: z.input<typeof MyRewards> }) {
  const { cursor } = MyRewards.parse(input)
  const now = ctx.clock.now()
  if (!ctx.member) {
    return { isSignedIn: false, wallet: spendable(EMPTY_WALLET, now), rewards: [], nextCursor: null }
  }
  const { id } = ctx.member
  const rows = await ctx.db.read
    .select({ grant, title: reward.title, terms: reward.terms })
    .from(grant)
    .innerJoin(reward, eq(grant.rewardId, reward.id))
    .where(and(eq(grant.memberId, id), cursor ? lt(grant.id, cursor) : undefined))
    .orderBy(desc(grant.id))
    .limit(LIMIT + 1)
  const { items, nextCursor } = toPage(
    rows.map((row) => ({ id: row.grant.id, row })),
    LIMIT,
  )
  const wallet = (await readWallets(ctx.db.read, [id])).get(id) ?? EMPTY_WALLET
  return {
    isSignedIn: true,
    wallet: spendable(wallet, now),
    rewards: items.map(({ row }) => heldReward(row.grant, row, now)),
    nextCursor,
  }
}
