import { index, instant, table, text } from '../kit'
import { page } from './page'

/** A link a page had before it was given another: it goes on opening that page, and is nobody else's. */
export const formerSlug = table(
  'former_slug',
  {
    slug: text('slug').primaryKey(),
    pageId: text('page_id')
      .notNull()
      .references(() => page.id),
    leftAt: instant('left_at').notNull(),
  },
  (t) => [index('former_slug_page').on(t.pageId)],
)
