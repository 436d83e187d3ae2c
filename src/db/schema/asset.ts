import { instant, integer, table, text } from '../kit'

/** An uploaded picture, under its content's hash. */
export const asset = table('asset', {
  hash: text('hash').primaryKey(),
  extension: text('extension').notNull(),
  /** In px; 0 for those uploaded before it was kept, and for drawings without a size. */
  width: integer('width').notNull().default(0),
  height: integer('height').notNull().default(0),
  bytes: integer('bytes').notNull().default(0),
  /** When its AVIF variants were made; null while they are still to be. */
  avifAt: instant('avif_at'),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
})
