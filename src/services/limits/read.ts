import { eq, exclusivityGroup, exclusivityMember, inArray, participationLimit, type ReadDb } from '@/src/db'
import { Briefly } from '@/src/lib/briefly'

/** How many rewards one member may get of a campaign or of a tool; null is no limit. */
export interface ParticipationLimit {
  subjectId: string
  subjectKind: 'campaign' | 'tool'
  perDay: number | null
  inAll: number | null
}

/** Campaigns and tools of which a member gets one reward in all. */
export interface ExclusivityGroup {
  id: string
  name: string
  /** Ids of its campaigns and its tools. */
  subjectIds: ReadonlySet<string>
}

export interface Limits {
  limits: readonly ParticipationLimit[]
  groups: readonly ExclusivityGroup[]
}

/** A change reaches every process within a second. */
const kept = new Briefly<Limits>({ forMs: 1_000, atMost: 500 })

/** The limits of a campaign and of its tools, and the groups any of them is in; up to a second old. */
export function readLimits(db: ReadDb, campaignId: string, now: Date): Promise<Limits> {
  return kept.get(db, campaignId, now, () => queryLimits(db, campaignId))
}

/** Makes this process see a change at once. */
export function forgetLimits(db: ReadDb): void {
  kept.forget(db)
}

/** The same, as it is now. */
export async function queryLimits(db: ReadDb, campaignId: string): Promise<Limits> {
  const { subjectId, subjectKind, perDay, inAll } = participationLimit
  const limits = await db
    .select({ subjectId, subjectKind, perDay, inAll })
    .from(participationLimit)
    .where(eq(participationLimit.campaignId, campaignId))
  const own = await db
    .selectDistinct({ groupId: exclusivityMember.groupId })
    .from(exclusivityMember)
    .where(eq(exclusivityMember.campaignId, campaignId))
  return {
    limits,
    groups: await readGroups(
      db,
      own.map(({ groupId }) => groupId),
    ),
  }
}

/** Groups by their ids, with all that is in them. */
async function readGroups(db: ReadDb, ids: string[]): Promise<ExclusivityGroup[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: exclusivityGroup.id, name: exclusivityGroup.name, subjectId: exclusivityMember.subjectId })
    .from(exclusivityMember)
    .innerJoin(exclusivityGroup, eq(exclusivityMember.groupId, exclusivityGroup.id))
    .where(inArray(exclusivityMember.groupId, ids))
  return [...new Set(rows.map(({ id }) => id))].sort().map((id) => {
    const own = rows.filter((row) => row.id === id)
    return { id, name: own[0]?.name ?? '', subjectIds: new Set(own.map(({ subjectId }) => subjectId)) }
  })
}
