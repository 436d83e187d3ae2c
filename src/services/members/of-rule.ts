import type { MemberRule } from '@/schemas/member-rule'
import { and, asc, inArray, member, memberTag, type ReadDb } from '@/src/db'

/** The ids of the members that fit a rule, in their order, at most `limit`. */
export async function membersOfRule(
  db: ReadDb,
  { cities, levels, tags }: MemberRule,
  limit: number,
): Promise<string[]> {
  const tagged = db.select({ id: memberTag.memberId }).from(memberTag).where(inArray(memberTag.tag, tags))
  const rows = await db
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        cities.length > 0 ? inArray(member.city, cities) : undefined,
        levels.length > 0 ? inArray(member.level, levels) : undefined,
        tags.length > 0 ? inArray(member.id, tagged) : undefined,
      ),
    )
    .orderBy(asc(member.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}
