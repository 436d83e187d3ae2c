import type { z } from 'zod'
import { contains, desc, eq, member, or } from '@/src/db'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { FindMembers } from './schemas'

/** Whoever looks for one member among more types more of the name. */
const MOST = 12

/** Members by part of the nickname, or by the whole of either id; from the newest. */
export async function findMembers({ ctx, input }: { ctx: StaffContext; input: z.input<typeof FindMembers> }) {
  authorise(ctx, 'grant.read')
  const { search } = FindMembers.parse(input)
  const { id, shopMemberId, nickname, createdAt } = member
  return ctx.db.read
    .select({ id, shopMemberId, nickname, createdAt })
    .from(member)
    .where(or(contains(nickname, search), eq(id, search), eq(shopMemberId, search)))
    .orderBy(desc(id))
    .limit(MOST)
}
