import type { z } from 'zod'
import { and, desc, eq, lt, payout } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import type { MemberContext } from '../context'
import { toPage } from '../paging'
import { ownPayout } from './own-payout'
import { PAYOUT_RULES } from './rules'
import { MyPayouts } from './schemas'
import { ofTheDay } from './withdraw'

const LIMIT = 10

/** The member's own payouts from the newest, the rules, and what is left of the day. Nobody has none. */
export async function myPayouts({ ctx, input }: { ctx: MemberContext; input: z.input<typeof MyPayouts> }) {
  const { cursor } = MyPayouts.parse(input)
  const { member } = ctx
  const rules = PAYOUT_RULES
  const rows = member
    ? await ctx.db.read
        .select()
        .from(payout)
        .where(and(eq(payout.memberId, member.id), cursor ? lt(payout.id, cursor) : undefined))
        .orderBy(desc(payout.id))
        .limit(LIMIT + 1)
    : []
  const { day } = calendarDay(ctx.timeZone, ctx.clock.now())
  const today = member ? await ofTheDay(ctx.db.read, member.id, day) : { times: 0, fen: 0 }
  const { items, nextCursor } = toPage(rows, LIMIT)
  return {
    rules,
    left: {
      times: Math.max(0, rules.timesPerDay - today.times),
      fen: Math.max(0, rules.fenPerDay - today.fen),
    },
    payouts: items.map(ownPayout),
    nextCursor,
  }
}
