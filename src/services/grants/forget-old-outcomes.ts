import { and, inArray, lt, requestOutcome } from '@/src/db'
import type { AppContext } from '../context'

const KEPT_MS = 7 * 24 * 60 * 60 * 1000
/** Rows forgotten in one transaction, so that claims need not wait long for it. */
const AT_ONCE = 500

/**
 * Forgets answers older than seven days: a tap is not repeated for longer than that. If one is, what
 * it granted, spent or paid out keeps its key and the tap is refused; what left none of these, such
 * as a look at a task's page or a packet sent, happens again within its limits of the day.
 */
export async function forgetOldOutcomes(ctx: AppContext): Promise<void> {
  const isOld = lt(requestOutcome.createdAt, new Date(ctx.clock.now().getTime() - KEPT_MS))
  for (;;) {
    const rows = await ctx.db.read
      .select({ key: requestOutcome.key })
      .from(requestOutcome)
      .where(isOld)
      .limit(AT_ONCE)
    if (rows.length === 0) return
    const keys = rows.map((row) => row.key)
    await ctx.db.transaction(async (tx) => {
      await tx.delete(requestOutcome).where(and(isOld, inArray(requestOutcome.key, keys)))
    })
  }
}
