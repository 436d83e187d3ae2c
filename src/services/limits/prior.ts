import { and, count, grant, gte, inArray, type ReadDb } from '@/src/db'
import type { Now } from '@/widgets/kit/tool'
import type { Bound } from './bounds'

/** A bound of one member's on which nothing was counted yet. */
export interface Uncounted {
  memberId: string
  bound: Bound
}

/**
 * How many rewards each member had got before anything was counted: a limit or a group that is set
 * while a campaign runs counts what was given before. In the order of `uncounted`.
 */
export async function countPrior(db: ReadDb, uncounted: Uncounted[], now: Now): Promise<number[]> {
  const ofDay = uncounted.filter(({ bound }) => bound.isOfDay)
  const inAll = uncounted.filter(({ bound }) => !bound.isOfDay)
  const counts = {
    ofDay: ofDay.length > 0 ? await countGrants(db, ofDay, now.dayStartsAt) : [],
    inAll: inAll.length > 0 ? await countGrants(db, inAll, undefined) : [],
  }
  return uncounted.map(({ memberId, bound }) =>
    (bound.isOfDay ? counts.ofDay : counts.inAll)
      .filter((row) => row.memberId === memberId)
      .filter(({ toolId, campaignId }) => bound.subjectIds.has(toolId) || bound.subjectIds.has(campaignId))
      .reduce((sum, row) => sum + row.granted, 0),
  )
}

function countGrants(db: ReadDb, uncounted: Uncounted[], since: Date | undefined) {
  const { memberId, campaignId, toolId, grantedAt } = grant
  return db
    .select({ memberId, campaignId, toolId, granted: count() })
    .from(grant)
    .where(
      and(
        inArray(memberId, [...new Set(uncounted.map((each) => each.memberId))]),
        since && gte(grantedAt, since),
      ),
    )
    .groupBy(memberId, campaignId, toolId)
}
