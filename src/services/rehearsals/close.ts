import type { RehearsalSummary } from '@/schemas/rehearsal'
import { and, campaign, count, decision, eq, grant, isNull, member, rehearsal, sum, type Tx } from '@/src/db'
import { readBudgets } from '../budgets/internal'
import type { AppContext } from '../context'
import { reconcile } from '../reconciliation'
import { closeStage, type RehearsalRow, stageOf } from './stage'

interface Close {
  why: 'cleared' | 'restarted' | 'lapsed'
  /** What else is written with it: who did it. */
  alsoWrite?: (tx: Tx, summary: RehearsalSummary | null) => Promise<unknown>
}

/**
 * Ends a rehearsal: what it came to is kept, its database is deleted with every grant, wallet and
 * entry in it. Answers false when somebody else closed it first.
 */
export async function closeRehearsal(ctx: AppContext, row: RehearsalRow, o: Close): Promise<boolean> {
  const summary = await summaryOf(ctx, row)
  const isClosed = await ctx.db.transaction(async (tx) => {
    const closed = await tx
      .update(rehearsal)
      .set({ closedAt: ctx.clock.now(), closedWhy: o.why, summary })
      .where(and(eq(rehearsal.id, row.id), isNull(rehearsal.closedAt)))
      .returning({ id: rehearsal.id })
    if (closed.length > 0) await o.alsoWrite?.(tx, summary)
    return closed.length > 0
  })
  if (!isClosed) return false
  await closeStage(ctx, row.id)
  await ctx.db.dropBeside(row.id)
  return true
}

/** What it came to; null for one whose database was never finished, or is of another build. */
async function summaryOf(ctx: AppContext, row: RehearsalRow): Promise<RehearsalSummary | null> {
  if (row.readyAt === null || row.migrationCount !== ctx.db.migrationCount) return null
  const stage = stageOf(ctx, row)
  await stage.decisions.flush()
  const { differenceCount } = await stage.db.snapshot((read) => reconcile(read))
  if (differenceCount > 0)
    ctx.log.error({ rehearsal: row.id, differenceCount }, 'the books of a rehearsal do not agree')
  return { ...(await figuresOf(stage)), differences: differenceCount }
}

/** How many tested, what they got and what they were refused, and the test money used, in fen. */
export async function figuresOf({
  db,
}: Pick<AppContext, 'db'>): Promise<Omit<RehearsalSummary, 'differences'>> {
  const [testers] = await db.read.select({ total: count() }).from(member)
  const [grants] = await db.read.select({ total: count() }).from(grant)
  const [refusals] = await db.read.select({ total: sum(decision.times) }).from(decision)
  const budgets = await readBudgets(
    db.read,
    (await db.read.select({ id: campaign.id }).from(campaign)).map(({ id }) => id),
  )
  const usedFen = [...budgets.values()].reduce(
    (fen, { reservedFen, spentFen }) => fen + reservedFen + spentFen,
    0,
  )
  return {
    testers: testers?.total ?? 0,
    grants: grants?.total ?? 0,
    refusals: Number(refusals?.total ?? 0),
    usedFen,
  }
}
