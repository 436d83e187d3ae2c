import type { z } from 'zod'
import { and, contains, desc, eq, lt, notInArray, pointsRule, reward } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import type { StaffContext } from '../context'
import { counterText, readCounters, stockOf, stockOfDay } from '../grants/counters'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { ListRewards } from './schemas'

/** Rewards from the newest, with their stock and how many were granted, in all and today. */
export async function listRewards({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ListRewards> }) {
  authorise(ctx, 'reward.read')
  const { search, kind: onlyKind, cursor, limit } = ListRewards.parse(input)
  const rows = await ctx.db.read
    .select()
    .from(reward)
    .where(
      and(
        // What points become when they come off an order is no reward to be given.
        notInArray(reward.id, ctx.db.read.select({ id: pointsRule.rewardId }).from(pointsRule)),
        search ? contains(reward.title, search) : undefined,
        onlyKind ? eq(reward.kind, onlyKind) : undefined,
        cursor ? lt(reward.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(reward.id))
    .limit(limit + 1)
  const { items, nextCursor } = toPage(rows, limit)
  const { day } = calendarDay(ctx.timeZone, ctx.clock.now())
  const daily = items.filter((row) => row.stockPerDay !== null).map((row) => stockOfDay(row.id, day))
  const counters = new Map([
    ...(await readCounters(
      ctx.db.read,
      items.map((row) => stockOf(row.id)),
    )),
    ...(await readCounters(ctx.db.read, daily)),
  ])
  return {
    items: items.map((row) => {
      const stock = counters.get(counterText(stockOf(row.id)))
      const { id, kind, title, terms, reservation, bearer, taxClass, reservedFenEach } = row
      const { stockPerDay, isEnabled, createdAt } = row
      return {
        id,
        kind,
        title,
        terms,
        stockPerDay,
        takenToday: counters.get(counterText(stockOfDay(id, day)))?.used ?? 0,
        reservation,
        bearer,
        taxClass,
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
