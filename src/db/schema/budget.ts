import { sql } from 'drizzle-orm'
import { big, check, index, instant, table, text, uniqueIndex, word } from '../kit'

/**
 * The double-entry ledger. A department has its source, a contingency and an overdraft; a campaign
 * what is allocated to it, reserved for open grants, committed by redeemed ones, and settled. A
 * balance is kept beside the entries and moves only with them; no account but a department's source
 * and its overdraft may go below zero, which the database itself refuses.
 */
export const account = table(
  'account',
  {
    id: text('id').primaryKey(),
    kind: word('kind', [
      'source',
      'contingency',
      'overdraft',
      'allocated',
      'reserved',
      'committed',
      'settled',
    ]).notNull(),
    /** The department or campaign it belongs to. */
    ownerId: text('owner_id').notNull(),
    balanceFen: big('balance_fen').notNull().default(0),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('account_owner_kind').on(t.ownerId, t.kind),
    check('account_not_negative', sql`${t.kind} in ('source', 'overdraft') or ${t.balanceFen} >= 0`),
  ],
)

/** An immutable transfer between two accounts; triggers refuse to change or delete one. */
export const entry = table(
  'entry',
  {
    id: text('id').primaryKey(),
    debitAccountId: text('debit_account_id')
      .notNull()
      .references(() => account.id),
    creditAccountId: text('credit_account_id')
      .notNull()
      .references(() => account.id),
    amountFen: big('amount_fen').notNull(),
    /** How much of it a merchant bears; the platform bears the rest. */
    merchantFen: big('merchant_fen').notNull().default(0),
    cause: word('cause', [
      'allocation',
      'top_up',
      'contingency',
      'reservation',
      'hold',
      'release',
      'redemption',
      'shortfall',
      'reversal',
      'settlement',
    ]).notNull(),
    /** The grant, the redemption, the reversal, or the staff request, this transfer comes from. */
    causeId: text('cause_id').notNull(),
    /** The entry this one takes back, in whole or in part. */
    reverses: text('reverses'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('entry_cause').on(t.cause, t.causeId),
    index('entry_reverses').on(t.reverses).where(sql`${t.reverses} is not null`),
    check('entry_bearer', sql`${t.merchantFen} between 0 and ${t.amountFen}`),
    check('entry_positive', sql`${t.amountFen} > 0`),
    check('entry_two_sided', sql`${t.debitAccountId} <> ${t.creditAccountId}`),
  ],
)
