import { and, eq, gte, inArray, or, product, productPrice, type ReadDb, sql } from '@/src/db'
import type { Needs } from '@/widgets/kit/tool'
import { readProducts } from './read'

/** A crossed-out price must have been a real one within the days before the promotion began. */
const DAYS_BEFORE = 7
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Names of the products a floor shows whose crossed-out price, as far as their imported prices tell,
 * they were not sold at, or above it, since seven days before `promotionAt`. That is the instant the
 * promotion began or, while it is still to come, now.
 */
export async function unprovenPrices(
  db: ReadDb,
  asked: NonNullable<Needs['products']>,
  promotionAt: Date,
  now: Date,
): Promise<string[]> {
  const { byId, inGroup } = await readProducts(db, [asked], now)
  const shown = [
    ...(asked.ids ?? []).flatMap((id) => byId(id) ?? []),
    ...(asked.groups ?? []).flatMap((group) => inGroup(group).slice(0, asked.limit)),
  ].filter(({ priceFen, listPriceFen }) => listPriceFen > priceFen)
  if (shown.length === 0) return []
  const from = new Date(Math.min(promotionAt.getTime(), now.getTime()) - DAYS_BEFORE * DAY_MS)
  const proven = await soldAtListPrice(
    db,
    shown.map(({ id }) => id),
    from,
  )
  return shown.flatMap(({ id, title }) => (proven.has(id) ? [] : [title]))
}

/** Those whose price was at least what they now cross out, at some time since then. */
async function soldAtListPrice(db: ReadDb, ids: string[], from: Date): Promise<Set<string>> {
  const start = sql.param(from, productPrice.since)
  // What held when the days began is the last price before them.
  const isReplacedBefore = sql`exists (
    select 1 from ${productPrice} as later
    where later.product_id = ${productPrice.productId}
      and later.since > ${productPrice.since} and later.since <= ${start})`
  const rows = await db
    .selectDistinct({ id: productPrice.productId })
    .from(productPrice)
    .innerJoin(product, eq(product.id, productPrice.productId))
    .where(
      and(
        inArray(productPrice.productId, ids),
        gte(productPrice.priceFen, product.listPriceFen),
        or(gte(productPrice.since, from), sql`not ${isReplacedBefore}`),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}
