import { sql } from 'drizzle-orm'
import { big, check, index, instant, primaryKey, table, text, uniqueIndex, word } from '../kit'
import { member } from './member'

/**
 * What a member has: points, and cash in fen. Moves only together with its entries, and never
 * falls below zero, which the database refuses too. Points that were taken back after they were spent
 * are owed instead, and the next that come in fill that first: entries come to balance less owed.
 */
export const wallet = table(
  'wallet',
  {
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    unit: word('unit', ['points', 'cash']).notNull(),
    balance: big('balance').notNull(),
    owed: big('owed').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.unit] }),
    check('wallet_not_negative', sql`${t.balance} >= 0`),
    check('wallet_owed_not_negative', sql`${t.owed} >= 0`),
  ],
)

/** An immutable change of a wallet; triggers refuse to change or delete one. */
export const walletEntry = table(
  'wallet_entry',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    unit: word('unit', ['points', 'cash']).notNull(),
    /** More than zero comes in, less goes out. */
    amount: big('amount').notNull(),
    /** `opening` is what the shop brought along when it began with us. */
    cause: word('cause', [
      'opening',
      'grant',
      'spend',
      'points_return',
      'payout',
      'payout_return',
      'expiry',
      'revocation',
    ]).notNull(),
    /** The grant, the member’s request, the lot that lapsed, or the points of an order that came back. */
    causeId: text('cause_id').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('wallet_entry_cause').on(t.cause, t.causeId, t.unit),
    index('wallet_entry_member').on(t.memberId, t.createdAt),
    check('wallet_entry_moves', sql`${t.amount} <> 0`),
  ],
)

/** A member's points that lapse together. Those that lapse first are burnt first. */
export const pointLot = table(
  'point_lot',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    points: big('points').notNull(),
    left: big('left_points').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Until then they are pending and cannot be spent; null for points that never were. */
    availableAt: instant('available_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('point_lot_member').on(t.memberId, t.expiresAt),
    index('point_lot_expires').on(t.expiresAt),
    check('point_lot_bounded', sql`${t.left} >= 0 and ${t.left} <= ${t.points}`),
  ],
)
