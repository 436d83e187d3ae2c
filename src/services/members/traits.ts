import { z } from 'zod'
import { MemberTag, MemberTrait } from '@/schemas/member-rule'
import { and, eq, member, memberTag, notInArray, type ReadDb, type Tx } from '@/src/db'
import type { AppContext } from '../context'

/** Tags of one member. */
const MOST_TAGS = 50

/**
 * What a ticket may say of its member beside the name. What it leaves out stays as it was, null or no
 * tags clear it, and what is out of bounds counts as left out: it must not keep the member away.
 */
export const TraitClaims = {
  city: MemberTrait.nullish().catch(undefined),
  level: MemberTrait.nullish().catch(undefined),
  tags: z.array(MemberTag).max(MOST_TAGS).optional().catch(undefined),
}

export interface Traits {
  city?: string | null | undefined
  level?: string | null | undefined
  tags?: string[] | undefined
}

/** Writes what the shop says of a member, if it is not what was said before: most tickets say nothing new. */
export async function keepTraits(ctx: AppContext, memberId: string, said: Traits): Promise<void> {
  if (await isKnown(ctx.db.read, memberId, said)) return
  await ctx.db.transaction((tx) => writeTraits(tx, memberId, said))
}

async function isKnown(db: ReadDb, memberId: string, { city, level, tags }: Traits): Promise<boolean> {
  if (city !== undefined || level !== undefined) {
    const [row] = await db
      .select({ city: member.city, level: member.level })
      .from(member)
      .where(eq(member.id, memberId))
    if (city !== undefined && row?.city !== city) return false
    if (level !== undefined && row?.level !== level) return false
  }
  if (tags === undefined) return true
  const rows = await db.select({ tag: memberTag.tag }).from(memberTag).where(eq(memberTag.memberId, memberId))
  const wanted = new Set(tags)
  return rows.length === wanted.size && rows.every(({ tag }) => wanted.has(tag))
}

/** Writes what is said of a member; what is undefined stays. */
export async function writeTraits(tx: Tx, memberId: string, { city, level, tags }: Traits): Promise<void> {
  if (city !== undefined || level !== undefined)
    await tx.update(member).set({ city, level }).where(eq(member.id, memberId))
  if (tags === undefined) return
  const own = eq(memberTag.memberId, memberId)
  await tx.delete(memberTag).where(tags.length > 0 ? and(own, notInArray(memberTag.tag, tags)) : own)
  // In one order: two tickets of a member may come at once.
  const rows = [...new Set(tags)].sort().map((tag) => ({ memberId, tag }))
  if (rows.length > 0) await tx.insert(memberTag).values(rows).onConflictDoNothing()
}
