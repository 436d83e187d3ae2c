import type { CostBearer, ReservationPolicy, RewardTerms } from '../../../schemas/reward'
import { big, document, flag, index, instant, integer, table, text, word } from '../kit'
import { staff } from './staff'

export const campaign = table(
  'campaign',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** As last decided by a person; `scheduled` covers what the clock makes running or ended. */
    state: word('state', ['draft', 'scheduled', 'suspended', 'ended']).notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** 兑奖截止; null leaves it to `collectsUntilOf`. */
    collectsUntil: instant('collects_until'),
    createdBy: text('created_by')
      .notNull()
      .references(() => staff.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('campaign_created').on(t.createdAt)],
)

export const reward = table(
  'reward',
  {
    id: text('id').primaryKey(),
    kind: word('kind', ['coupon', 'cash', 'subsidy', 'points', 'partner_voucher', 'physical']).notNull(),
    title: text('title').notNull(),
    terms: document<RewardTerms>('terms').notNull(),
    reservation: document<ReservationPolicy>('reservation').notNull(),
    /** Who pays for it. */
    bearer: document<CostBearer>('bearer').notNull().default({ kind: 'platform' }),
    taxClass: word('tax_class', ['exempt', 'incidental']).notNull().default('exempt'),
    /** What one grant sets aside, worked out from the reservation policy when it was made. */
    reservedFenEach: big('reserved_fen_each').notNull(),
    /** How many may be granted on one day of the shop's; null for as many as there are. */
    stockPerDay: integer('stock_per_day'),
    isEnabled: flag('is_enabled').notNull().default(true),
    createdBy: text('created_by')
      .notNull()
      .references(() => staff.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('reward_created').on(t.createdAt)],
)

export const tool = table(
  'tool',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaign.id),
    /** The widget's type. */
    type: text('type').notNull(),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    config: document<Record<string, unknown>>('config').notNull(),
    revision: integer('revision').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => staff.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('tool_campaign').on(t.campaignId), index('tool_created').on(t.createdAt)],
)

/** Which rewards a tool may grant, kept beside its configuration to be looked up both ways. */
export const toolReward = table(
  'tool_reward',
  {
    toolId: text('tool_id')
      .notNull()
      .references(() => tool.id),
    rewardId: text('reward_id')
      .notNull()
      .references(() => reward.id),
  },
  (t) => [index('tool_reward_tool').on(t.toolId), index('tool_reward_reward').on(t.rewardId)],
)
