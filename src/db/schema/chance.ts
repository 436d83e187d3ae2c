import { sql } from 'drizzle-orm'
import { big, check, index, instant, primaryKey, table, text, word } from '../kit'
import { tool } from './campaign'
import { member } from './member'

/** Why chances came or went. `opening` is what was counted before there were entries. */
export const CHANCE_CAUSES = [
  'opening',
  'login',
  'visit',
  'friend',
  'order',
  'points',
  'gift',
  'draw',
] as const

/** The chances a member has in a tool until they are used. Moves only together with its entries. */
export const chanceBalance = table(
  'chance_balance',
  {
    toolId: text('tool_id')
      .notNull()
      .references(() => tool.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    balance: big('balance').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.toolId, t.memberId] }),
    // The books are checked member by member.
    index('chance_balance_member').on(t.memberId),
    check('chance_balance_not_negative', sql`${t.balance} >= 0`),
  ],
)

/**
 * An immutable change of a member's chances; triggers refuse to change or delete one. Its key is
 * what it happened for, so that an order or a friend gives its chances once, however often it is told.
 */
export const chanceEntry = table(
  'chance_entry',
  {
    toolId: text('tool_id')
      .notNull()
      .references(() => tool.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    cause: word('cause', [...CHANCE_CAUSES]).notNull(),
    /** The order, the friend's visit, the day, the staff's gift; the member's key for what they did. */
    causeId: text('cause_id').notNull(),
    /** More than zero comes in, less goes out. */
    amount: big('amount').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.toolId, t.memberId, t.cause, t.causeId] }),
    index('chance_entry_member').on(t.memberId),
    check('chance_entry_moves', sql`${t.amount} <> 0`),
  ],
)
