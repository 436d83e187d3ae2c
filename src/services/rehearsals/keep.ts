import type { AppContext } from '../context'
import { expireGrants } from '../grants/expire'
import { releaseHolds } from '../grants/release-holds'
import { expirePoints } from '../wallets/expire'
import { closeRehearsal } from './close'
import { isPlayed, readOpenRows, stageOf } from './stage'

/** Making one takes seconds; after this whoever made it has died of it. */
const MAKING_MS = 10 * 60 * 1000

/**
 * What runs by the clock in every rehearsal, as it does for real; one whose time is up, or that
 * another build made, is closed.
 */
export async function keepRehearsals(ctx: AppContext, signal: AbortSignal): Promise<void> {
  for (const row of await readOpenRows(ctx.db.read)) {
    if (signal.aborted) return
    const isBeingMade =
      row.readyAt === null && ctx.clock.now().getTime() - row.startedAt.getTime() < MAKING_MS
    if (isBeingMade) continue
    if (!isPlayed(ctx, row)) {
      await closeRehearsal(ctx, row, { why: 'lapsed' })
      continue
    }
    const stage = stageOf(ctx, row)
    await releaseHolds(stage)
    await expireGrants(stage, signal)
    await expirePoints(stage)
  }
}
