import type { PageDefinition } from '../../../schemas/page'
import { document, index, instant, integer, primaryKey, table, text, uniqueIndex, word } from '../kit'
import { campaign, tool } from './campaign'
import { staff } from './staff'

/** How many differences of each sort there are between two versions of a page. */
export interface VersionChanges {
  added: number
  removed: number
  moved: number
  changed: number
}

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

/**
 * The page as it was at a revision, kept to look at and to go back to. Those without a name are
 * kept by themselves, and the oldest of them give way.
 */
export const keptVersion = table(
  'kept_version',
  {
    id: text('id').primaryKey(),
    pageId: text('page_id')
      .notNull()
      .references(() => page.id),
    revision: integer('revision').notNull(),
    definition: document<PageDefinition>('definition').notNull(),
    name: text('name'),
    reason: word('reason', ['named', 'published', 'restore', 'conflict', 'hourly']).notNull(),
    /** How it differs from the version kept before it, in numbers. */
    changes: document<VersionChanges>('changes').notNull(),
    /** Who saved that revision, and when. */
    createdBy: text('created_by')
      .notNull()
      .references(() => staff.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('kept_version_revision').on(t.pageId, t.revision)],
)

/** Who has a page open in the editor, one row a tab. Rows not renewed are as good as gone. */
export const pagePresence = table(
  'page_presence',
  {
    pageId: text('page_id')
      .notNull()
      .references(() => page.id),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    /** Made by the tab: one person may have several. */
    tabId: text('tab_id').notNull(),
    selectedId: text('selected_id'),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.pageId, t.staffId, t.tabId] })],
)
