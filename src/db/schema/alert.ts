import type { AlertFacts } from '../../../schemas/alert'
import { document, instant, table, text } from '../kit'
import { staff } from './staff'

/** Something that staff must hear of, told once. */
export const alert = table('alert', {
  id: text('id').primaryKey(),
  /** One for each occasion: raised again under the same key, it is still one. */
  key: text('key').notNull().unique(),
  facts: document<AlertFacts>('facts').notNull(),
  raisedAt: instant('raised_at').notNull(),
})

/** Up to which alert somebody has seen them. */
export const alertSeen = table('alert_seen', {
  staffId: text('staff_id')
    .primaryKey()
    .references(() => staff.id),
  alertId: text('alert_id').notNull(),
})
