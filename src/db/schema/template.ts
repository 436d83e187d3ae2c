import { SAVED_TEMPLATE_KINDS, type TemplateContent } from '../../../schemas/template'
import { document, index, instant, primaryKey, table, text, word } from '../kit'
import { staff } from './staff'

/** Blocks or a whole page that somebody saved to start from again. Those that come with the product are code. */
export const template = table(
  'template',
  {
    id: text('id').primaryKey(),
    kind: word('kind', [...SAVED_TEMPLATE_KINDS]).notNull(),
    name: text('name').notNull(),
    content: document<TemplateContent>('content').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => staff.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('template_kind').on(t.kind), index('template_created_by').on(t.createdBy)],
)

/** What a template was made into, under the key its user chose: asking twice makes it once. */
export const templateUse = table(
  'template_use',
  {
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    key: text('key').notNull(),
    /** SHA-256 of what was asked, so that one key is not taken for two requests. */
    request: text('request').notNull(),
    /** Written as the last thing of the same transaction. */
    pageId: text('page_id'),
    campaignId: text('campaign_id'),
    usedAt: instant('used_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.key] })],
)
