import { and, eq, isNull, lte, reconciliation } from '@/src/db'
import { calendarDay } from '@/src/lib/clock'
import { newId } from '@/src/lib/ids'
import { raiseAlert } from '../alerts'
import type { AppContext } from '../context'
import { type Reconciliation, reconcile } from './reconcile'

/** 03:30 of the shop's, when few play. */
const AT_MINUTES = 3 * 60 + 30
/** Whoever began so long ago and has not finished was stopped halfway. */
const ABANDONED_MS = 60 * 60 * 1000
/** Differences that are stored one by one. */
const STORED = 200
const LOGGED = 10

/**
 * Checks the books once a day, from 03:30 on, in whichever process comes first, and stores what it
 * came to. Differences are logged as an error, and an alert to whoever may read budgets.
 */
export async function reconcileNightly(ctx: AppContext, signal: AbortSignal): Promise<void> {
  const now = ctx.clock.now()
  const { day, instantAt } = calendarDay(ctx.timeZone, now)
  if (now < instantAt(AT_MINUTES, 0)) return
  const id = await begin(ctx, day, now)
  if (!id) return
  const started = performance.now()
  try {
    const result = await ctx.db.snapshot((read) => reconcile(read, signal))
    await finish(ctx, { id, day }, result, Math.round(performance.now() - started))
    tell(ctx, day, result)
  } catch (error) {
    // The day is free again: another process, or this one in a minute, does it.
    await ctx.db.transaction(async (tx) => {
      await tx.delete(reconciliation).where(eq(reconciliation.id, id))
    })
    if (!signal.aborted) throw error
  }
}

/** Takes the day for this process. Undefined when it is done, or somebody else is at it. */
async function begin({ db }: AppContext, day: string, now: Date): Promise<string | undefined> {
  const ofDay = eq(reconciliation.day, day)
  const [known] = await db.read.select().from(reconciliation).where(ofDay)
  const longAgo = new Date(now.getTime() - ABANDONED_MS)
  if (known && (known.durationMs !== null || known.ranAt > longAgo)) return undefined
  return db.transaction(async (tx) => {
    const isAbandoned = and(ofDay, isNull(reconciliation.durationMs), lte(reconciliation.ranAt, longAgo))
    await tx.delete(reconciliation).where(isAbandoned)
    const [mine] = await tx
      .insert(reconciliation)
      .values({ id: newId('rec', now), day, ranAt: now })
      .onConflictDoNothing()
      .returning({ id: reconciliation.id })
    return mine?.id
  })
}

async function finish(
  ctx: AppContext,
  { id, day }: { id: string; day: string },
  result: Reconciliation,
  durationMs: number,
) {
  const { checked, differenceCount, differences } = result
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(reconciliation)
      .set({ durationMs, checked, differenceCount, differences: differences.slice(0, STORED) })
      .where(eq(reconciliation.id, id))
    if (differenceCount === 0) return
    const facts = { kind: 'books_disagree', day, differenceCount } as const
    await raiseAlert(tx, ctx, { key: `books_disagree:${day}`, facts }, ctx.clock.now())
  })
}

function tell({ log }: AppContext, day: string, { differenceCount, differences }: Reconciliation): void {
  if (differenceCount === 0) log.info({ day }, 'the books agree')
  else
    log.error({ day, differenceCount, differences: differences.slice(0, LOGGED) }, 'the books do not agree')
}
