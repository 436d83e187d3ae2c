import { asc, eq, inArray, product, type ReadDb, sql } from '@/src/db'
import type { Needs, ProductFacts, ToolFacts } from '@/widgets/kit/tool'

type Asked = NonNullable<Needs['products']>

/** No floor shows more at once. */
const MOST = 100

/** The products that floors ask for, by id and by group; one that is gone is absent. */
export async function readProducts(db: ReadDb, asked: Asked[]): Promise<ToolFacts<unknown>['products']> {
  const ids = [...new Set(asked.flatMap((each) => each.ids ?? []))]
  const byId = new Map<string, ProductFacts>()
  if (ids.length > 0) {
    const rows = await db.select().from(product).where(inArray(product.id, ids))
    for (const row of rows) byId.set(row.id, factsOf(row))
  }
  const byGroup = new Map<string, ProductFacts[]>()
  for (const { groups = [], limit } of asked) {
    for (const group of groups) byGroup.set(group, await readGroup(db, group, limit))
  }
  return { byId: (id) => byId.get(id), inGroup: (group) => byGroup.get(group) ?? [] }
}

async function readGroup(db: ReadDb, group: string, limit: number): Promise<ProductFacts[]> {
  const rows = await db
    .select()
    .from(product)
    .where(eq(product.group, group))
    // What can be bought comes first: a floor that is full of sold-out goods shows none.
    .orderBy(sql`case when ${product.stock} > 0 then 0 else 1 end`, asc(product.sku))
    .limit(Math.min(limit, MOST))
  return rows.map(factsOf)
}

function factsOf(row: typeof product.$inferSelect): ProductFacts {
  const { id, title, image, priceFen, listPriceFen, stock, link } = row
  return { id, title, image, priceFen, listPriceFen, stock, link }
}
