import { sql } from 'drizzle-orm'
import { big, check, index, instant, integer, table, text, word } from '../kit'
import { member } from './member'
import { staff } from './staff'

/** Where a payout can stand; `src/services/payouts/state.ts` says what leads from one to the next. */
export const PAYOUT_STATES = ['claim_pending', 'paying', 'paid', 'returned', 'failed'] as const

/** Payouts that are paid together, and the file they are paid from: what was signed stays as it was. */
export const payoutBatch = table(
  'payout_batch',
  {
    id: text('id').primaryKey(),
    count: integer('count').notNull(),
    totalFen: big('total_fen').notNull(),
    /** The CSV, its manifest and the signature of that (base64), to the letter. */
    csv: text('csv').notNull(),
    manifest: text('manifest').notNull(),
    signature: text('signature').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => staff.id),
    createdAt: instant('created_at').notNull(),
    /** When finance first took the file; from then on its payouts are being paid. */
    downloadedAt: instant('downloaded_at'),
  },
  (t) => [check('payout_batch_not_empty', sql`${t.count} > 0 and ${t.totalFen} > 0`)],
)

/** Cash on its way out of a member's wallet. What it takes is the wallet entry whose cause it is. */
export const payout = table(
  'payout',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    amountFen: big('amount_fen').notNull(),
    state: word('state', [...PAYOUT_STATES]).notNull(),
    /** Counts the times it was sent on its way, from 1: a late answer to an earlier time is known as one. */
    attempt: integer('attempt').notNull().default(1),
    /** Where it is paid to, when the shop's own number of the member does not say it. */
    account: text('account'),
    /** What the bank said of the last time. */
    reason: text('reason'),
    /** When the adapter took it over. */
    handedAt: instant('handed_at'),
    batchId: text('batch_id').references(() => payoutBatch.id),
    /** The shop's day it was asked for on, for the limits of a day. */
    day: text('day').notNull(),
    idempotency: text('idempotency').notNull().unique(),
    /** SHA-256 of what was asked: the same key with another amount is an error. */
    inputHash: text('input_hash').notNull(),
    requestedAt: instant('requested_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index('payout_member').on(t.memberId, t.day),
    index('payout_state').on(t.state, t.id),
    index('payout_batch_of').on(t.batchId),
    check('payout_positive', sql`${t.amountFen} > 0`),
    // Nothing is being paid, or was, without the adapter having taken it over.
    check('payout_handed', sql`${t.state} not in ('paying', 'paid') or ${t.handedAt} is not null`),
  ],
)
