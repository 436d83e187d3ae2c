import { sql } from 'drizzle-orm'
import { check, document, index, instant, integer, table, text, word } from '../kit'

/**
 * What is to be done outside the database, written together with the reason for it. It is done at
 * least once, always under the same idempotency key.
 */
export const outbox = table(
  'outbox',
  {
    id: text('id').primaryKey(),
    /** Names the handler. */
    topic: text('topic').notNull(),
    payload: document<Record<string, unknown>>('payload').notNull(),
    idempotency: text('idempotency').notNull().unique(),
    /** `dead` was tried as often as it may be, and waits for somebody to look at it. */
    state: word('state', ['waiting', 'done', 'dead']).notNull(),
    /** Tries begun so far. One that was cut off counts too, so none can go on for ever. */
    attempts: integer('attempts').notNull().default(0),
    /** When it is tried next; while somebody is at it, when others may take it over. */
    dueAt: instant('due_at').notNull(),
    /** Whoever is at it, by a name of that one try. */
    leasedBy: text('leased_by'),
    /** What went wrong at the last try. */
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
    /** When it was done, or given up. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    index('outbox_due').on(t.dueAt).where(sql`${t.state} = 'waiting'`),
    index('outbox_dead').on(t.id).where(sql`${t.state} = 'dead'`),
    index('outbox_done').on(t.endedAt).where(sql`${t.state} = 'done'`),
    check('outbox_ended', sql`(${t.state} = 'waiting') = (${t.endedAt} is null)`),
  ],
)
