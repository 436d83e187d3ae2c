import { lt, requestOutcome } from '@/src/db'
import type { AppContext } from '../context'

const KEPT_MS = 7 * 24 * 60 * 60 * 1000

/** Forgets answers older than seven days: a tap is not repeated for longer than that. */
export async function forgetOldOutcomes(ctx: AppContext): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - KEPT_MS)
  await ctx.db.transaction(async (tx) => {
    await tx.delete(requestOutcome).where(lt(requestOutcome.createdAt, before))
  })
}
