import { eq, product, type ReadDb } from '@/src/db'
import { AppError } from '@/src/lib/errors'

export type ProductRow = typeof product.$inferSelect

/** One product. Throws `not_found`. */
export async function getProduct(db: ReadDb, id: string): Promise<ProductRow> {
  const [row] = await db.select().from(product).where(eq(product.id, id))
  if (!row) throw new AppError('not_found', `no product ${id}`)
  return row
}
