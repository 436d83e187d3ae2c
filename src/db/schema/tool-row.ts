import { sql } from 'drizzle-orm'
import { big, check, document, index, instant, integer, primaryKey, table, text, uniqueIndex } from '../kit'
import { campaign, reward, tool } from './campaign'

/** A tool's own small state: one shared packet, one group. `revision` counts its writes. */
export const toolRow = table(
  'tool_row',
  {
    toolId: text('tool_id')
      .notNull()
      .references(() => tool.id),
    key: text('key').notNull(),
    value: document<unknown>('value').notNull(),
    revision: integer('revision').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.toolId, t.key] })],
)

/**
 * Stock and budget set aside for grants still to come. What is left when it ends goes back by the
 * opposite entry; the grants made from it need no entry of their own.
 */
export const hold = table(
  'hold',
  {
    id: text('id').primaryKey(),
    toolId: text('tool_id')
      .notNull()
      .references(() => tool.id),
    /** The tool's own name for it. */
    key: text('key').notNull(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaign.id),
    rewardId: text('reward_id')
      .notNull()
      .references(() => reward.id),
    /** The day of the shop's whose stock it took; null when the reward had none by the day. */
    stockDay: text('stock_day'),
    countLeft: integer('count_left').notNull(),
    leftFen: big('left_fen').notNull(),
    until: instant('until').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('hold_tool').on(t.toolId, t.key),
    index('hold_until').on(t.until),
    check('hold_not_negative', sql`${t.countLeft} >= 0 and ${t.leftFen} >= 0`),
  ],
)
