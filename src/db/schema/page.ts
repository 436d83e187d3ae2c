import type { PageDefinition } from '../../../schemas/page'
import { document, index, instant, integer, primaryKey, table, text } from '../kit'
import { campaign, tool } from './campaign'
import { staff } from './staff'

/** A page being worked on. `revision` counts its saves, so that two editors notice each other. */
export const page = table(
  'page',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull().unique(),
    title: text('title').notNull(),
    campaignId: text('campaign_id').references(() => campaign.id),
    definition: document<PageDefinition>('definition').notNull(),
    revision: integer('revision').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => staff.id),
    updatedBy: text('updated_by')
      .notNull()
      .references(() => staff.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('page_updated').on(t.updatedAt)],
)

/** An immutable page definition under the SHA-256 of its canonical JSON; triggers keep it so. */
export const pageVersion = table('page_version', {
  hash: text('hash').primaryKey(),
  definition: document<PageDefinition>('definition').notNull(),
  createdBy: text('created_by')
    .notNull()
    .references(() => staff.id),
  createdAt: instant('created_at').notNull(),
})

/** The link, and the version it points at now. */
export const publication = table(
  'publication',
  {
    slug: text('slug').primaryKey(),
    pageId: text('page_id')
      .notNull()
      .unique()
      .references(() => page.id),
    versionHash: text('version_hash')
      .notNull()
      .references(() => pageVersion.hash),
    /** The page's revision that was published. */
    revision: integer('revision').notNull(),
    publishedBy: text('published_by')
      .notNull()
      .references(() => staff.id),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [index('publication_version').on(t.versionHash)],
)

/** Versions a link pointed at before, and when each last gave way to another. */
export const replacedVersion = table(
  'replaced_version',
  {
    versionHash: text('version_hash')
      .notNull()
      .references(() => pageVersion.hash),
    slug: text('slug')
      .notNull()
      .references(() => publication.slug),
    replacedAt: instant('replaced_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionHash, t.slug] })],
)

/** Which tools a published page plays, to be looked up both ways. */
export const publicationTool = table(
  'publication_tool',
  {
    slug: text('slug')
      .notNull()
      .references(() => publication.slug),
    toolId: text('tool_id')
      .notNull()
      .references(() => tool.id),
  },
  (t) => [primaryKey({ columns: [t.slug, t.toolId] }), index('publication_tool_tool').on(t.toolId)],
)

/** How often a published page was opened, by the shop's day. Counted by the server. */
export const pageView = table(
  'page_view',
  {
    slug: text('slug').notNull(),
    day: text('day').notNull(),
    views: integer('views').notNull(),
  },
  (t) => [primaryKey({ columns: [t.slug, t.day] })],
)
