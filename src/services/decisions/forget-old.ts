import { and, decision, inArray, lt } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import type { AppContext } from '../context'

/** How long it can be asked why somebody got nothing, in days of the shop's. */
const KEPT_DAYS = 180
/** Members whose rows are forgotten in one transaction, so that claims need not wait long for it. */
const AT_ONCE = 200

/** Forgets refusals older than half a year. */
export async function forgetOldDecisions(ctx: AppContext, signal: AbortSignal): Promise<void> {
  const first = calendarDay(ctx.timeZone, ctx.clock.now()).startAfter(-KEPT_DAYS)
  const isOld = lt(decision.day, calendarDay(ctx.timeZone, first).day)
  while (!signal.aborted) {
    const rows = await ctx.db.read
      .selectDistinct({ memberId: decision.memberId })
      .from(decision)
      .where(isOld)
      .limit(AT_ONCE)
    if (rows.length === 0) return
    const members = rows.map((row) => row.memberId)
    await ctx.db.transaction(async (tx) => {
      await tx.delete(decision).where(and(isOld, inArray(decision.memberId, members)))
    })
  }
}
