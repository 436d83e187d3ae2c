import { inArray, product, productPrice, sql, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import type { ProductRow } from './internal'
import type { ProductValues } from './read-row'

export interface BatchCount {
  added: number
  updated: number
  unchanged: number
}

const COMPARED = ['title', 'image', 'priceFen', 'listPriceFen', 'stock', 'link', 'group'] as const

/** Adds the products that are new and changes those that differ. No two may have one number. */
export async function writeBatch(tx: Tx, batch: readonly ProductValues[], now: Date): Promise<BatchCount> {
  const rows = await tx
    .select()
    .from(product)
    .where(
      inArray(
        product.sku,
        batch.map(({ sku }) => sku),
      ),
    )
  const known = new Map(rows.map((row) => [row.sku, row]))
  const written: ProductRow[] = []
  const priced: ProductRow[] = []
  const count: BatchCount = { added: 0, updated: 0, unchanged: 0 }
  for (const values of batch) {
    const before = known.get(values.sku)
    const after = merged(before, values, now)
    if (before && COMPARED.every((name) => before[name] === after[name])) {
      count.unchanged += 1
      continue
    }
    count[before ? 'updated' : 'added'] += 1
    written.push(after)
    if (before?.priceFen !== after.priceFen) priced.push(after)
  }
  // In one order, so that two imports at once do not wait for each other in a ring.
  written.sort((a, b) => (a.sku < b.sku ? -1 : 1))
  if (written.length > 0) await upsert(tx, written)
  if (priced.length > 0) await keepPrices(tx, priced, now)
  return count
}

function merged(before: ProductRow | undefined, values: ProductValues, now: Date): ProductRow {
  const { sku, title, priceFen, stock } = values
  return {
    id: before?.id ?? newId('prd', now),
    sku,
    title,
    priceFen,
    stock,
    image: values.image ?? before?.image ?? '',
    listPriceFen: values.listPriceFen ?? before?.listPriceFen ?? 0,
    link: values.link ?? before?.link ?? '',
    group: values.group ?? before?.group ?? '',
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  }
}

async function upsert(tx: Tx, rows: ProductRow[]): Promise<void> {
  await tx
    .insert(product)
    .values(rows)
    .onConflictDoUpdate({
      target: product.sku,
      set: {
        title: sql`excluded.title`,
        image: sql`excluded.image`,
        priceFen: sql`excluded.price_fen`,
        listPriceFen: sql`excluded.list_price_fen`,
        stock: sql`excluded.stock`,
        link: sql`excluded.link`,
        group: sql`excluded.group_name`,
        updatedAt: sql`excluded.updated_at`,
      },
    })
}

async function keepPrices(tx: Tx, rows: readonly ProductRow[], now: Date): Promise<void> {
  await tx
    .insert(productPrice)
    .values(rows.map(({ id, priceFen }) => ({ productId: id, since: now, priceFen })))
    // Imported twice within a millisecond: the later one is what it costs.
    .onConflictDoUpdate({
      target: [productPrice.productId, productPrice.since],
      set: { priceFen: sql`excluded.price_fen` },
    })
}
