import { sql } from 'drizzle-orm'
import type { Given } from '../../../schemas/outcome'
import { big, check, document, index, instant, primaryKey, table, text, uniqueIndex, word } from '../kit'
import { campaign, reward, tool } from './campaign'
import { member } from './member'

/** Where a grant can stand; `src/services/grants/state.ts` says what leads from one to the next. */
export const GRANT_STATES = ['granted', 'locked', 'redeemed', 'expired', 'revoked', 'reversed'] as const

/** One reward given to one member. Its reservation is the entry whose cause it is. */
export const grant = table(
  'reward_grant',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    rewardId: text('reward_id')
      .notNull()
      .references(() => reward.id),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaign.id),
    toolId: text('tool_id')
      .notNull()
      .references(() => tool.id),
    state: word('state', [...GRANT_STATES]).notNull(),
    /** What was given, as it was on that day: the reward's terms may be worded anew since. */
    given: document<Given>('given').notNull(),
    /** What it sets aside while it is open. */
    reservedFen: big('reserved_fen').notNull(),
    /** How much of both is the tax that is borne for the member. */
    taxFen: big('tax_fen').notNull().default(0),
    /** What it really cost, once redeemed, less what was taken back since. */
    redeemedFen: big('redeemed_fen').notNull().default(0),
    /** The order that locked it, and until when. */
    lockedBy: text('locked_by'),
    lockedUntil: instant('locked_until'),
    /** The request it answers and its place in the answer: a repeat cannot grant again. */
    idempotency: text('idempotency').notNull().unique(),
    grantedAt: instant('granted_at').notNull(),
    /** Null when it does not lapse. */
    expiresAt: instant('expires_at'),
  },
  (t) => [
    index('grant_member').on(t.memberId, t.grantedAt),
    index('grant_campaign').on(t.campaignId, t.grantedAt),
    index('grant_reward').on(t.rewardId),
    index('grant_granted').on(t.grantedAt),
    index('grant_tool').on(t.toolId, t.grantedAt),
    // What can still lapse, and what is locked: the jobs that look for them read nothing else.
    index('grant_lapsing').on(t.expiresAt).where(sql`${t.state} = 'granted'`),
    index('grant_locked').on(t.lockedUntil).where(sql`${t.state} = 'locked'`),
    check('grant_cost', sql`${t.reservedFen} >= 0 and ${t.redeemedFen} >= 0`),
    check('grant_lock', sql`(${t.state} = 'locked') = (${t.lockedBy} is not null)`),
  ],
)

/** Where a physical prize is sent, given by the member after winning it. */
export const deliveryAddress = table('delivery_address', {
  grantId: text('grant_id')
    .primaryKey()
    .references(() => grant.id),
  name: text('name').notNull(),
  phone: text('phone').notNull(),
  region: text('region').notNull(),
  detail: text('detail').notNull(),
  /** When the member agreed that it is stored and handed to whoever ships it. */
  consentedAt: instant('consented_at').notNull(),
  /** The parcel that goes there, or went and came back: while it is under way the address stays as it is. */
  shipmentId: text('shipment_id'),
})

/**
 * A partner's codes. One belongs to one reward and is given once: `grantId` is set under a guard
 * and never cleared.
 */
export const voucherCode = table(
  'voucher_code',
  {
    id: text('id').primaryKey(),
    rewardId: text('reward_id')
      .notNull()
      .references(() => reward.id),
    code: text('code').notNull(),
    grantId: text('grant_id'),
    importedAt: instant('imported_at').notNull(),
  },
  (t) => [
    uniqueIndex('voucher_code_once').on(t.code),
    // Leaves out what is free: SQLite would look for free codes here, and read all of them.
    uniqueIndex('voucher_code_grant').on(t.grantId).where(sql`${t.grantId} is not null`),
    // Only what is free, in the order it is given: codes given before cost no time.
    index('voucher_code_free').on(t.rewardId, t.id).where(sql`${t.grantId} is null`),
  ],
)

/**
 * What a member's request came to, so that repeating it answers the same. Only outcomes that
 * changed something are kept, for seven days.
 */
export const requestOutcome = table(
  'request_outcome',
  {
    memberId: text('member_id').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of what was asked: the same key with another request is an error. */
    inputHash: text('input_hash').notNull(),
    /** The outcome's JSON, kept as text to be answered again to the letter. */
    outcome: text('outcome').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.key] }), index('request_outcome_created').on(t.createdAt)],
)
