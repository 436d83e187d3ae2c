import { big, index, instant, integer, primaryKey, table, text } from '../kit'

/** A product of the shop's, as its list was last imported. Goods floors show it. */
export const product = table(
  'product',
  {
    id: text('id').primaryKey(),
    /** The shop's own number for it, by which an import finds it again. */
    sku: text('sku').notNull().unique(),
    title: text('title').notNull(),
    image: text('image').notNull(),
    priceFen: big('price_fen').notNull(),
    /** What is crossed out; 0 for nothing. */
    listPriceFen: big('list_price_fen').notNull(),
    stock: integer('stock').notNull(),
    link: text('link').notNull(),
    /** What floors pick by; empty for none. */
    group: text('group_name').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('product_group').on(t.group, t.sku), index('product_created').on(t.createdAt)],
)

/** Since when a product was sold at a price: what a crossed-out price is held against. */
export const productPrice = table(
  'product_price',
  {
    productId: text('product_id')
      .notNull()
      .references(() => product.id),
    since: instant('since').notNull(),
    priceFen: big('price_fen').notNull(),
  },
  (t) => [primaryKey({ columns: [t.productId, t.since] })],
)
