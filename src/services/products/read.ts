import { asc, eq, inArray, product, type ReadDb, sql } from '@/src/db'
import { Briefly } from '@/src/lib/briefly'
import type { Needs, ProductFacts, ToolFacts } from '@/widgets/kit/tool'

type Asked = NonNullable<Needs['products']>

/** No floor shows more at once. */
const MOST = 100
/** Everybody is shown the same floors: one process reads them once a second. */
const groups = new Briefly<ProductFacts[]>({ forMs: 1_000, atMost: 500 })

/**
 * The products that floors ask for, by id and by group; one that is gone is absent. Of a group
 * there are as many as the largest floor shows, up to a second old.
 */
export async function readProducts(
  db: ReadDb,
  asked: Asked[],
  now: Date,
): Promise<ToolFacts<unknown>['products']> {
  const ids = [...new Set(asked.flatMap((each) => each.ids ?? []))]
  const byId = new Map<string, ProductFacts>()
  if (ids.length > 0) {
    const rows = await db.select().from(product).where(inArray(product.id, ids))
    for (const row of rows) byId.set(row.id, factsOf(row))
  }
  const limits = new Map<string, number>()
  for (const { groups: names = [], limit } of asked) {
    for (const name of names) limits.set(name, Math.max(limit, limits.get(name) ?? 0))
  }
  const read = [...limits].map(async ([name, limit]) => {
    const found = await groups.get(db, `${limit} ${name}`, now, () => readGroup(db, name, limit))
    return [name, found] as const
  })
  const byGroup = new Map(await Promise.all(read))
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
