import { sql } from 'drizzle-orm'
import { check, index, instant, integer, table, text, uniqueIndex, word } from '../kit'
import { campaign, reward } from './campaign'
import { grant } from './grant'
import { redemption } from './redemption'
import { staff } from './staff'

/** Where a parcel can stand; `src/services/shipping/state.ts` says what leads from one to the next. */
export const SHIPMENT_STATES = ['exported', 'shipped', 'returned', 'put_back'] as const

/** Prizes that were handed to the warehouse together (发货清单), with their addresses. Never changed. */
export const shipmentList = table(
  'shipment_list',
  {
    id: text('id').primaryKey(),
    /** Counts the shop's lists from 1. */
    number: integer('number').notNull().unique(),
    /** What it was made of, when not of all there was. */
    campaignId: text('campaign_id').references(() => campaign.id),
    rewardId: text('reward_id').references(() => reward.id),
    count: integer('count').notNull(),
    /** The file, to the letter. */
    csv: text('csv').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => staff.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [check('shipment_list_not_empty', sql`${t.count} > 0`)],
)

/** One prize of one list. A prize that was put back, or came back, may stand in a later list again. */
export const shipment = table(
  'shipment',
  {
    id: text('id').primaryKey(),
    listId: text('list_id')
      .notNull()
      .references(() => shipmentList.id),
    grantId: text('grant_id')
      .notNull()
      .references(() => grant.id),
    state: word('state', [...SHIPMENT_STATES]).notNull(),
    carrier: text('carrier'),
    trackingNumber: text('tracking_number'),
    /** What sending it cost the campaign. */
    redemptionId: text('redemption_id').references(() => redemption.id),
    shippedAt: instant('shipped_at'),
    /** Why it came back. */
    reason: text('reason'),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index('shipment_list_of').on(t.listId),
    index('shipment_grant').on(t.grantId),
    index('shipment_state').on(t.state, t.id),
    index('shipment_tracking').on(t.trackingNumber),
    // What was sent has a number that the member can follow.
    check(
      'shipment_tracked',
      sql`(${t.state} in ('shipped', 'returned')) = (${t.trackingNumber} is not null)`,
    ),
  ],
)

/** Members who were told that a prize of theirs still needs an address. */
export const addressReminder = table(
  'address_reminder',
  {
    id: text('id').primaryKey(),
    grantId: text('grant_id')
      .notNull()
      .references(() => grant.id),
    /** The last so many days it belongs to, each told of once; null for one by hand. */
    step: integer('step'),
    /** The shop's day: a member is told of a prize at most once a day. */
    day: text('day').notNull(),
    /** Who asked for it; null for the clock. */
    staffId: text('staff_id').references(() => staff.id),
    remindedAt: instant('reminded_at').notNull(),
    /** When the shop's own system took it over; null where members see it on their pages only. */
    deliveredAt: instant('delivered_at'),
  },
  (t) => [
    uniqueIndex('address_reminder_day').on(t.grantId, t.day),
    uniqueIndex('address_reminder_step').on(t.grantId, t.step),
  ],
)
