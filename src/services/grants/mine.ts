import { z } from 'zod'
import { Id } from '@/schemas/primitives'
import { and, desc, eq, grant, isNull, lt, pointsUse, reward } from '@/src/db'
import type { MemberContext } from '../context'
import { identityStatus } from '../identities'
import { toPage } from '../paging'
import { parcelsOf } from '../shipping/parcels'
import { EMPTY_WALLET, spendable } from '../wallets/state'
import { readWallets } from '../wallets/store'
import { heldReward } from './held-reward'

const LIMIT = 20

export const MyRewards = z.object({ cursor: Id.optional() })

/** What the member holds, from the newest, and where what is sent to them is. Nobody signed in holds nothing, and is told so. */
export async function myRewards({ ctx, input }: { ctx: MemberContext; input: z.input<typeof MyRewards> }) {
  const { cursor } = MyRewards.parse(input)
  const now = ctx.clock.now()
  if (!ctx.member) {
    return {
      isSignedIn: false,
      wallet: spendable(EMPTY_WALLET, now),
      rewards: [],
      parcels: [],
      identity: 'not_needed' as const,
      nextCursor: null,
    }
  }
  const { id } = ctx.member
  const rows = await ctx.db.read
    .select({ grant, title: reward.title, terms: reward.terms })
    .from(grant)
    .innerJoin(reward, eq(grant.rewardId, reward.id))
    // What points became on an order is no reward of theirs.
    .leftJoin(pointsUse, eq(pointsUse.grantId, grant.id))
    .where(and(eq(grant.memberId, id), isNull(pointsUse.grantId), cursor ? lt(grant.id, cursor) : undefined))
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
    parcels: await parcelsOf(ctx.db.read, id),
    identity: await identityStatus(ctx.db.read, id),
    nextCursor,
  }
}
