import { sql } from 'drizzle-orm'
import type { LineDiscount } from '../../../schemas/redemption'
import { big, check, document, index, instant, table, text } from '../kit'
import { campaign } from './campaign'
import { grant } from './grant'

/** A grant used on an order: what it really took off, line by line. */
export const redemption = table(
  'redemption',
  {
    id: text('id').primaryKey(),
    grantId: text('grant_id')
      .notNull()
      .references(() => grant.id),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaign.id),
    /** The shop's order. */
    orderRef: text('order_ref').notNull(),
    /** What it cost, and how much of that was taken back since. */
    costFen: big('cost_fen').notNull(),
    reversedFen: big('reversed_fen').notNull().default(0),
    lines: document<LineDiscount[]>('lines').notNull(),
    /** Who paid, on which device, sent where: hashes, to see through an order split in parts. */
    payerHash: text('payer_hash'),
    deviceHash: text('device_hash'),
    addressHash: text('address_hash'),
    idempotency: text('idempotency').notNull().unique(),
    redeemedAt: instant('redeemed_at').notNull(),
  },
  (t) => [
    index('redemption_grant').on(t.grantId),
    index('redemption_order').on(t.orderRef),
    index('redemption_campaign').on(t.campaignId, t.redeemedAt),
    check('redemption_bounded', sql`${t.reversedFen} between 0 and ${t.costFen}`),
  ],
)

/** A redemption or a grant taken back (冲正), in whole or in part. Its entries name the ones they undo. */
export const reversal = table(
  'reversal',
  {
    id: text('id').primaryKey(),
    grantId: text('grant_id')
      .notNull()
      .references(() => grant.id),
    /** Null when the grant itself was taken back. */
    redemptionId: text('redemption_id').references(() => redemption.id),
    amountFen: big('amount_fen').notNull(),
    reason: text('reason').notNull(),
    idempotency: text('idempotency').notNull().unique(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('reversal_grant').on(t.grantId),
    index('reversal_redemption').on(t.redemptionId),
    check('reversal_positive', sql`${t.amountFen} >= 0`),
  ],
)
