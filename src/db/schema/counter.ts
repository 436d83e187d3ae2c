import { sql } from 'drizzle-orm'
import { big, check, primaryKey, table, text } from '../kit'

/**
 * The one bounded counter: stock, daily stock and limits are all rows of it. `scope` says what
 * is counted, `key` for whom or when. It never passes its cap, which the database refuses too.
 */
export const counter = table(
  'counter',
  {
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    used: big('used').notNull(),
    cap: big('cap').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.key] }),
    check('counter_bounded', sql`${t.used} >= 0 and ${t.used} <= ${t.cap}`),
  ],
)
