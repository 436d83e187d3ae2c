import { sql } from 'drizzle-orm'
import { big, check, document, flag, index, instant, integer, table, text } from '../kit'
import { campaign, reward } from './campaign'
import { grant } from './grant'
import { member } from './member'
import { staff } from './staff'

/** How points come off an order (积分抵现), the one row of the shop; absent until staff say so. */
export const pointsRule = table(
  'points_rule',
  {
    id: text('id').primaryKey(),
    isOn: flag('is_on').notNull(),
    /** The campaign that pays, and its subsidy that is granted. */
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaign.id),
    rewardId: text('reward_id')
      .notNull()
      .references(() => reward.id),
    /** So many points take off so much; only whole steps are taken. */
    stepPoints: integer('step_points').notNull(),
    stepFen: integer('step_fen').notNull(),
    /** At most this part of what coupons left to pay, in parts per million. */
    mostPpm: integer('most_ppm').notNull(),
    setBy: text('set_by')
      .notNull()
      .references(() => staff.id),
    setAt: instant('set_at').notNull(),
  },
  (t) => [
    check('points_rule_steps', sql`${t.stepPoints} > 0 and ${t.stepFen} > 0`),
    check('points_rule_part', sql`${t.mostPpm} between 1 and 1000000`),
  ],
)

/** Points of one validity that were burnt together. */
export interface BurntLot {
  points: number
  expiresAt: string
}

/** Points that came off an order, by the subsidy they became, and how many of them were given back. */
export const pointsUse = table(
  'points_use',
  {
    grantId: text('grant_id')
      .primaryKey()
      .references(() => grant.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    orderRef: text('order_ref').notNull(),
    points: big('points').notNull(),
    /** Out of which lots, in the order in which they were burnt. */
    lots: document<BurntLot[]>('lots').notNull(),
    givenBack: big('given_back').notNull().default(0),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('points_use_member').on(t.memberId),
    check('points_use_bounded', sql`${t.points} > 0 and ${t.givenBack} between 0 and ${t.points}`),
  ],
)
