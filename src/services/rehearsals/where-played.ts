import type { MemberContext } from '../context'
import { readVersion } from '../publications/version'
import { isPlayed, readRehearsalRow, stageOf } from './stage'

/**
 * Where a request about a version of a page belongs. A rehearsal's versions are no live page's, so the
 * version alone decides: a live page is always the member's, and what a rehearsal's page asks for is
 * never done for real, whatever cookies come with it. `over` when that rehearsal is closed.
 */
export async function wherePlayed(ctx: MemberContext, version: string): Promise<MemberContext | 'over'> {
  const { tester } = ctx
  if (!tester || (await readVersion(ctx, version))) return ctx
  const row = await readRehearsalRow(ctx.db.read, tester.rehearsalId)
  if (!row) return ctx
  if (!isPlayed(ctx, row)) return 'over'
  const { requestId, origin } = ctx
  return {
    ...stageOf(ctx, row),
    requestId,
    member: { id: tester.memberId },
    ...(origin && { origin }),
  }
}
