import type { z } from 'zod'
import { and, desc, eq, keptVersion, lt, staff } from '@/src/db'
import type { StaffContext } from '../context'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { ListVersions } from './schemas'

/** The kept versions of a page from the newest, without their definitions. */
export async function listVersions({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ListVersions>
}) {
  authorise(ctx, 'page.read')
  const { id, before, limit } = ListVersions.parse(input)
  const rows = await ctx.db.read
    .select({
      id: keptVersion.id,
      revision: keptVersion.revision,
      name: keptVersion.name,
      reason: keptVersion.reason,
      changes: keptVersion.changes,
      createdAt: keptVersion.createdAt,
      createdBy: staff.name,
    })
    .from(keptVersion)
    .innerJoin(staff, eq(keptVersion.createdBy, staff.id))
    .where(and(eq(keptVersion.pageId, id), before ? lt(keptVersion.revision, before) : undefined))
    .orderBy(desc(keptVersion.revision))
    .limit(limit + 1)
  const { items, nextCursor } = toPage(rows, limit)
  return { items, nextCursor: nextCursor === null ? null : (items.at(-1)?.revision ?? null) }
}
