import { addressReminder, and, asc, eq, grant, lte, reward, sql, type Tx } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import type { AppContext } from '../context'
import { noteReminders } from './note'
import { DAYTIME, STEPS, withinDays } from './steps'
import { isWaiting } from './waiting'

/** Noted in one transaction, so that claims need not wait long for it. */
const AT_ONCE = 100

/**
 * Reminds whoever won a prize and gave no address when 7, 3 and 1 days are left: once for each, at
 * most once a day, by day. A step that was missed while nothing ran is made up for by the next one.
 */
export async function remindDaily(ctx: AppContext, signal?: AbortSignal): Promise<void> {
  const now = ctx.clock.now()
  const { instantAt } = calendarDay(ctx.timeZone, now)
  if (now < instantAt(DAYTIME.from, 0) || now >= instantAt(DAYTIME.until, 0)) return
  for (const step of STEPS) {
    for (;;) {
      const found = await ctx.db.transaction((tx) => remindSome(tx, ctx, step))
      if (found < AT_ONCE || signal?.aborted) break
    }
  }
}

/** Answers how many it looked at. */
async function remindSome(tx: Tx, ctx: AppContext, step: number): Promise<number> {
  const now = ctx.clock.now()
  const { day } = calendarDay(ctx.timeZone, now)
  const { grantId } = addressReminder
  // Whoever was told of fewer days left is not told of more of them.
  const isTold = sql`exists (select 1 from ${addressReminder} where ${grantId} = ${grant.id}
    and (${addressReminder.step} <= ${step} or ${addressReminder.day} = ${day}))`
  const due = await tx
    .select({ id: grant.id })
    .from(grant)
    .innerJoin(reward, eq(grant.rewardId, reward.id))
    .where(and(isWaiting(now), lte(grant.expiresAt, withinDays(step, now)), sql`not ${isTold}`))
    .orderBy(asc(grant.id))
    .limit(AT_ONCE)
  const ids = due.map(({ id }) => id)
  await noteReminders(tx, ctx, ids, { step, staffId: null })
  return due.length
}
