import { and, eq, grantBatch, grantBatchRow, isNull, lte, or } from '@/src/db'
import { newId } from '@/src/lib/ids'
import type { AppContext } from '../context'
import { cancelNext, giveNext, type Progress } from './give'
import { takeBackNext } from './give-back'
import { type GrantBatch, getGrantBatch } from './internal'

/** For so long nobody else works on a batch; then whoever did is taken for dead. */
export const LEASE_MS = 30_000
/** Steps of one batch before it is another one's turn. */
const STEPS_IN_TURN = 20

/**
 * Gives out, takes back and cancels what batches still have to, a few rows at a time, until nothing
 * is left to do or `stop` says so. It may be killed at any moment: what is done is done once, and
 * whoever comes next goes on where it ended.
 */
export async function runGrantBatches(ctx: AppContext, stop: AbortSignal): Promise<void> {
  for (;;) {
    let hasMore = false
    for (const id of await findWork(ctx)) {
      if (stop.aborted) return
      hasMore = (await takeTurn(ctx, id, stop)) || hasMore
    }
    if (!hasMore || stop.aborted) return
  }
}

/** Batches there is something to do for, from the oldest. */
async function findWork({ db: { read } }: AppContext): Promise<string[]> {
  const { id, state, endedAt } = grantBatch
  const given = read.select({ id }).from(grantBatch).where(eq(state, 'running'))
  const cancelled = read
    .select({ id })
    .from(grantBatch)
    .where(and(eq(state, 'cancelled'), isNull(endedAt)))
  const asked = read
    .selectDistinct({ id: grantBatchRow.batchId })
    .from(grantBatchRow)
    .where(eq(grantBatchRow.takingBack, 'asked'))
  const found = (await Promise.all([given, cancelled, asked])).flat()
  return [...new Set(found.map((row) => row.id))].sort()
}

/** Works on one batch for a while. Answers whether there is more to do for it now. */
async function takeTurn(ctx: AppContext, id: string, stop: AbortSignal): Promise<boolean> {
  const lease = newId('lse', ctx.clock.now())
  try {
    for (let step = 0; step < STEPS_IN_TURN; step++) {
      if (stop.aborted || !(await takeLease(ctx, id, lease))) return false
      if (!(await takeStep(ctx, await getGrantBatch(ctx.db.read, id), lease))) return false
    }
    return true
  } finally {
    await change(ctx, and(eq(grantBatch.id, id), eq(grantBatch.leasedBy, lease)), {
      leasedBy: null,
      leasedUntil: null,
    })
  }
}

/** Takes the lease or keeps it for longer; false when somebody else has it. */
async function takeLease(ctx: AppContext, id: string, lease: string): Promise<boolean> {
  const now = ctx.clock.now()
  const isFree = or(
    isNull(grantBatch.leasedUntil),
    lte(grantBatch.leasedUntil, now),
    eq(grantBatch.leasedBy, lease),
  )
  const leasedUntil = new Date(now.getTime() + LEASE_MS)
  return change(ctx, and(eq(grantBatch.id, id), isFree), { leasedBy: lease, leasedUntil })
}

/** Does a little of what is to be done; false when there is no more, or not now. */
async function takeStep(ctx: AppContext, batch: GrantBatch, lease: string): Promise<boolean> {
  if (await takeBackNext(ctx, batch)) return true
  const end = (how: Partial<GrantBatch>) =>
    change(
      ctx,
      and(eq(grantBatch.id, batch.id), eq(grantBatch.leasedBy, lease), eq(grantBatch.state, batch.state)),
      how,
    )
  if (batch.state === 'cancelled' && batch.endedAt === null) {
    if (await cancelNext(ctx, batch)) return true
    await end({ endedAt: ctx.clock.now() })
    return false
  }
  if (batch.state !== 'running') return false
  const progress: Progress = await giveNext(ctx, batch)
  if (progress === 'more') return true
  if (progress === 'none_left') await end({ state: 'finished', endedAt: ctx.clock.now() })
  else if (progress !== 'busy') await end({ state: 'paused', stoppedBy: progress.stoppedBy })
  return false
}

/** Changes a batch where the condition holds; answers whether it did. */
async function change(
  ctx: AppContext,
  where: ReturnType<typeof and>,
  to: Partial<GrantBatch>,
): Promise<boolean> {
  const rows = await ctx.db.transaction((tx) =>
    tx.update(grantBatch).set(to).where(where).returning({ id: grantBatch.id }),
  )
  return rows.length > 0
}
