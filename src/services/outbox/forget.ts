import { and, eq, inArray, lt, outbox } from '@/src/db'
import type { AppContext } from '../context'

/** How long what was done is kept, for whoever asks when it was; its key may be used again after. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000
/** Removed in one transaction, so that claims need not wait long for it. */
const AT_ONCE = 500

/** Removes messages that were done long ago. Dead letters stay until somebody deals with them. */
export async function forgetDelivered(ctx: AppContext, stop: AbortSignal): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - KEPT_MS)
  while (!stop.aborted) {
    const old = await ctx.db.read
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(eq(outbox.state, 'done'), lt(outbox.endedAt, before)))
      .limit(AT_ONCE)
    if (old.length === 0) return
    const ids = old.map(({ id }) => id)
    await ctx.db.transaction((tx) =>
      tx.delete(outbox).where(inArray(outbox.id, ids)).returning({ id: outbox.id }),
    )
  }
}
