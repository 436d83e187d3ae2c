import type { z } from 'zod'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getProduct } from './internal'
import { GetProduct } from './schemas'

/** One product as it was last imported. Throws `not_found`. */
export async function readProduct({ ctx, input }: { ctx: StaffContext; input: z.input<typeof GetProduct> }) {
  authorise(ctx, 'product.read')
  return getProduct(ctx.db.read, GetProduct.parse(input).id)
}
