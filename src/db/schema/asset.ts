import { index, instant, integer, primaryKey, table, text, word } from '../kit'
import { page } from './page'

/** Where uploads are kept together, for whoever looks for them. */
export const assetFolder = table('asset_folder', {
  id: text('id').primaryKey(),
  name: text('name').notNull().unique(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
})

/** An uploaded picture, under its content's hash. */
export const asset = table(
  'asset',
  {
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
    /** What staff call it: its file's name at first; null for those uploaded before it was kept. */
    name: text('name'),
    folderId: text('folder_id').references(() => assetFolder.id),
    /** The hash of the picture that this one was cut out of. */
    cutFrom: text('cut_from'),
    /** A tiny WebP as a data URL, to be shown blurred until the picture is there; null before it is made. */
    placeholder: text('placeholder'),
    /** The colour that most of it has, `#rrggbb`. */
    tint: text('tint'),
    /** Of what a phone of a common width downloads as WebP. */
    phoneBytes: integer('phone_bytes'),
    /** Since when it is no longer listed. Its files stay: old versions and open phones show them. */
    deletedAt: instant('deleted_at'),
  },
  (t) => [index('asset_created').on(t.createdAt, t.hash), index('asset_folder_of').on(t.folderId)],
)

/** Which pages show an upload, so that nobody has to search in their definitions. */
export const assetUse = table(
  'asset_use',
  {
    hash: text('hash').notNull(),
    pageId: text('page_id')
      .notNull()
      .references(() => page.id, { onDelete: 'cascade' }),
    /** In the draft, or in the version that the link points at. */
    place: word('place', ['draft', 'published']).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.hash, t.pageId, t.place] }),
    index('asset_use_page').on(t.pageId, t.place),
  ],
)

/** What of a page its uses were last read from; where it lags behind they are read again. */
export const assetUseRead = table('asset_use_read', {
  pageId: text('page_id')
    .primaryKey()
    .references(() => page.id, { onDelete: 'cascade' }),
  /** The draft's revision. */
  revision: integer('revision').notNull(),
  /** The published version; null while none was. */
  versionHash: text('version_hash'),
})
