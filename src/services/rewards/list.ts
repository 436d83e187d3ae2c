import type { z } from 'zod'
import { and, contains, desc, lt, reward } from '@/src/db'
import type { StaffContext } from '../context'
import { counterText, readCounters, stockOf } from '../grants/counters'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { ListRewards } from './schemas'

/** Rewards from the newest, with their stock and how many were granted. */
export async function listRewards({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ListRewards> }) {
  authorise(ctx, 'reward.read')
  const { search, cursor, limit } = ListRewards.parse(input)
  const rows = await ctx.db.read
    .select()
    .from(reward)
    .where(
      and(search ? contains(reward.title, search) : undefined, cursor ? lt(reward.id, cursor) : undefined),
    )
    .orderBy(desc(reward.id))
    .limit(limit + 1)
  const { items, nextCursor } = toPage(rows, limit)
  const counters = await readCounters(
    ctx.db.read,
    items.map((row) => stockOf(row.id)),
  )
  return {
    items: items.map((row) => {
      const stock = counters.get(counterText(stockOf(row.id)))
      const { id, kind, title, terms, reservation, reservedFenEach, stockPerDay, isEnabled, createdAt } = row
      return {
        id,
        kind,
        title,
        terms,
        stockPerDay,
        reservation,
        reservedFenEach,
        stock: stock?.cap ?? 0,
        taken: stock?.used ?? 0,
        isEnabled,
        createdAt,
      }
    }),
    nextCursor,
  }
}
