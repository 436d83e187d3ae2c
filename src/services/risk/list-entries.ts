import type { z } from 'zod'
import { and, contains, desc, eq, or, riskListEntry } from '@/src/db'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { ListRiskEntries } from './schemas'

/** Who is on a list, from the latest; a longer list is searched. */
export async function listRiskEntries({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ListRiskEntries>
}) {
  authorise(ctx, 'grant.read')
  const { list, search, limit } = ListRiskEntries.parse(input)
  const { kind, value, note, addedAt } = riskListEntry
  return ctx.db.read
    .select({ kind, value, note, addedAt })
    .from(riskListEntry)
    .where(
      and(
        eq(riskListEntry.list, list),
        search ? or(contains(value, search), contains(note, search)) : undefined,
      ),
    )
    .orderBy(desc(addedAt), desc(value))
    .limit(limit)
}
