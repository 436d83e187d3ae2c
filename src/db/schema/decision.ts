import type { Trace } from '../../../schemas/decision'
import { document, index, instant, integer, primaryKey, table, text } from '../kit'

/**
 * Why members' actions gave nothing: one row for each way a member was refused on one day of the
 * shop's, with how often and the latest trace. Written behind the answer, so the very last moments
 * before a crash may be missing; nothing is decided by it.
 */
export const decision = table(
  'decision',
  {
    memberId: text('member_id').notNull(),
    day: text('day').notNull(),
    toolId: text('tool_id').notNull(),
    action: text('action').notNull(),
    /** The outcome's, or `not_shown` for a block that was taken off the page. */
    status: text('status').notNull(),
    /** The limit, group or risk rule that refused; empty when none is named. */
    rule: text('rule').notNull(),
    campaignId: text('campaign_id').notNull(),
    times: integer('times').notNull(),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
    trace: document<Trace>('trace').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.day, t.toolId, t.action, t.status, t.rule] }),
    index('decision_day').on(t.day, t.status),
  ],
)
