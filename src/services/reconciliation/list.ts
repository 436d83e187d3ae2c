import type { z } from 'zod'
import { desc, lt, reconciliation } from '@/src/db'
import type { StaffContext } from '../context'
import { ListInput, toPage } from '../paging'
import { authorise } from '../staff/authorise'

export const ListReconciliations = ListInput.omit({ search: true })

/** The nights' checks of the books from the newest, each with its first differences. */
export async function listReconciliations({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ListReconciliations>
}) {
  authorise(ctx, 'budget.read')
  const { cursor, limit } = ListReconciliations.parse(input)
  const rows = await ctx.db.read
    .select()
    .from(reconciliation)
    .where(cursor ? lt(reconciliation.id, cursor) : undefined)
    .orderBy(desc(reconciliation.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}
