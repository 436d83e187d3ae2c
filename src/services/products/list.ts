import type { z } from 'zod'
import { and, asc, contains, count, desc, eq, inArray, lt, ne, or, product } from '@/src/db'
import type { StaffContext } from '../context'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { ListProducts } from './schemas'

/** A shop with more groups than this finds them by searching. */
const MOST_GROUPS = 200

/** Products from the newest; `search` looks into titles and the shop's own numbers. */
export async function listProducts({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ListProducts>
}) {
  authorise(ctx, 'product.read')
  const { search, group, ids, cursor, limit } = ListProducts.parse(input)
  if (ids?.length === 0) return { items: [], nextCursor: null }
  const rows = await ctx.db.read
    .select()
    .from(product)
    .where(
      and(
        search ? or(contains(product.title, search), contains(product.sku, search)) : undefined,
        group ? eq(product.group, group) : undefined,
        ids ? inArray(product.id, ids) : undefined,
        cursor ? lt(product.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(product.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}

/** The groups floors may pick by, with how many products each holds. */
export async function listProductGroups({ ctx }: { ctx: StaffContext }) {
  authorise(ctx, 'product.read')
  return ctx.db.read
    .select({ group: product.group, products: count() })
    .from(product)
    .where(ne(product.group, ''))
    .groupBy(product.group)
    .orderBy(asc(product.group))
    .limit(MOST_GROUPS)
}
