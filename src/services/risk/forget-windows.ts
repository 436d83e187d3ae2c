import { and, counter, gte, inArray, lt, riskRule } from '@/src/db'
import type { AppContext } from '../context'
import { windowsOf } from './checks'

/** The longest window is a week; what began before that is over. */
const KEPT_MS = 8 * 24 * 60 * 60 * 1000
/** Counters forgotten in one transaction, so that claims need not wait long for it. */
const AT_ONCE = 500

/** Forgets what was counted in windows that are over. */
export async function forgetRiskWindows(ctx: AppContext, signal: AbortSignal): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - KEPT_MS).toISOString()
  const rules = await ctx.db.read.select({ id: riskRule.id }).from(riskRule)
  for (const { id } of rules) {
    const isOver = and(gte(counter.scope, windowsOf(id)), lt(counter.scope, `${windowsOf(id)}${before}`))
    while (!signal.aborted) {
      const rows = await ctx.db.read.select({ key: counter.key }).from(counter).where(isOver).limit(AT_ONCE)
      if (rows.length === 0) break
      const keys = [...new Set(rows.map(({ key }) => key))]
      await ctx.db.transaction(async (tx) => {
        await tx.delete(counter).where(and(isOver, inArray(counter.key, keys)))
      })
    }
  }
}
