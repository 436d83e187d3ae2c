import { count, desc, isNotNull, member, memberTag, type ReadDb } from '@/src/db'
import { Briefly } from '@/src/lib/briefly'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'

/** Values of one kind that are offered: the most common ones. */
const MOST = 200
/** Counting reads every member. */
const kept = new Briefly<TraitValues>({ forMs: 60_000, atMost: 1 })

interface TraitValue {
  value: string
  /** How many members there are of it. */
  members: number
}

interface TraitValues {
  cities: TraitValue[]
  levels: TraitValue[]
  tags: TraitValue[]
}

/** Which cities, levels and tags members have, the most common first; up to a minute old. */
export async function listTraits({ ctx }: { ctx: StaffContext }): Promise<TraitValues> {
  authorise(ctx, 'grant.give')
  return kept.get(ctx.db.read, 'traits', ctx.clock.now(), () => countTraits(ctx.db.read))
}

async function countTraits(db: ReadDb): Promise<TraitValues> {
  const [cities, levels, tags] = await Promise.all([
    countOf(db, member.city),
    countOf(db, member.level),
    db
      .select({ value: memberTag.tag, members: count() })
      .from(memberTag)
      .groupBy(memberTag.tag)
      .orderBy(desc(count()), memberTag.tag)
      .limit(MOST),
  ])
  return { cities, levels, tags }
}

async function countOf(db: ReadDb, column: typeof member.city | typeof member.level): Promise<TraitValue[]> {
  const rows = await db
    .select({ value: column, members: count() })
    .from(member)
    .where(isNotNull(column))
    .groupBy(column)
    .orderBy(desc(count()), column)
    .limit(MOST)
  return rows.map(({ value, members }) => ({ value: value ?? '', members }))
}
