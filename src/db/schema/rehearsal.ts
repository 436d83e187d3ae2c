import { sql } from 'drizzle-orm'
import type { RehearsalOptions, RehearsalSummary } from '../../../schemas/rehearsal'
import { big, check, document, index, instant, integer, table, text, uniqueIndex, word } from '../kit'
import { campaign } from './campaign'
import { staff } from './staff'

/**
 * A rehearsal of a campaign. All that is played in it stands in a database of its own, beside this
 * one, which is called like this row: no figure of ours can ever hold any of it.
 */
export const rehearsal = table(
  'rehearsal',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaign.id),
    /** SHA-256 of all that was copied, to know when what is live has changed since. */
    sourceHash: text('source_hash').notNull(),
    /** How many migrations its database was made by: another build's is not played on. */
    migrationCount: integer('migration_count').notNull(),
    /** How far its clock is ahead of ours, in ms; less than zero is behind. */
    aheadMs: big('ahead_ms').notNull(),
    /** The points each tester begins with. */
    pointsEach: integer('points_each').notNull(),
    /** What else was asked for as it was started: a restart asks for the same. */
    options: document<RehearsalOptions>('options').notNull().default({}),
    startedBy: text('started_by')
      .notNull()
      .references(() => staff.id),
    startedAt: instant('started_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** Null while its database is being made. */
    readyAt: instant('ready_at'),
    closedAt: instant('closed_at'),
    closedWhy: word('closed_why', ['cleared', 'restarted', 'lapsed', 'failed']),
    /** What it came to, kept when it is closed; its database is deleted. */
    summary: document<RehearsalSummary>('summary'),
  },
  (t) => [
    uniqueIndex('rehearsal_open').on(t.campaignId).where(sql`${t.closedAt} is null`),
    index('rehearsal_campaign').on(t.campaignId, t.startedAt),
    check('rehearsal_closed', sql`(${t.closedAt} is null) = (${t.closedWhy} is null)`),
    check('rehearsal_window', sql`${t.endsAt} >= ${t.startedAt}`),
  ],
)
