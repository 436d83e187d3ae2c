import { sql } from 'drizzle-orm'
import type { CartLine, Returned, UsedCoupon } from '../../../schemas/redemption'
import { big, check, document, index, instant, integer, primaryKey, table, text, word } from '../kit'
import { member } from './member'
import { staff } from './staff'

/**
 * An order of the shop's that coupons are kept for or were used on, as it was when they were: what
 * comes back of it is priced from here. Of the shop's own orders nothing else is kept.
 */
export const shopOrder = table(
  'shop_order',
  {
    /** The shop's own name for it. */
    orderRef: text('order_ref').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    state: word('state', ['locked', 'unlocked', 'redeemed', 'reversed']).notNull(),
    lines: document<CartLine[]>('lines').notNull(),
    /** In the order in which they took their turn. */
    coupons: document<UsedCoupon[]>('coupons').notNull(),
    /** What is paid for it, and how much of that was refunded. */
    payFen: big('pay_fen').notNull(),
    refundedFen: big('refunded_fen').notNull().default(0),
    returned: document<Returned[]>('returned').notNull(),
    /** Who paid, on which device, sent where: hashes. */
    payerHash: text('payer_hash'),
    deviceHash: text('device_hash'),
    addressHash: text('address_hash'),
    lockedUntil: instant('locked_until').notNull(),
    placedAt: instant('placed_at').notNull(),
    /** Counts its writes. */
    revision: integer('revision').notNull(),
  },
  (t) => [
    index('shop_order_member').on(t.memberId, t.placedAt),
    index('shop_order_payer').on(t.payerHash, t.placedAt).where(sql`${t.payerHash} is not null`),
    index('shop_order_device').on(t.deviceHash, t.placedAt).where(sql`${t.deviceHash} is not null`),
    index('shop_order_address').on(t.addressHash, t.placedAt).where(sql`${t.addressHash} is not null`),
    check('shop_order_refund', sql`${t.refundedFen} between 0 and ${t.payFen}`),
  ],
)

/** What a request about an order came to: repeating it answers the same, for as long as the order is kept. */
export const orderRequest = table(
  'order_request',
  {
    memberId: text('member_id').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of what was asked: the same key with another request is an error. */
    inputHash: text('input_hash').notNull(),
    /** The answer's JSON. */
    answer: text('answer').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.key] })],
)

/** Minutes in which orders of one payer, device or address count as one; absent where that is not watched. */
export const splitWindow = table(
  'split_window',
  {
    party: word('party', ['payer', 'device', 'address']).primaryKey(),
    minutes: integer('minutes').notNull(),
    setBy: text('set_by')
      .notNull()
      .references(() => staff.id),
    setAt: instant('set_at').notNull(),
  },
  (t) => [check('split_window_positive', sql`${t.minutes} > 0`)],
)

/** Whoever orders while a window is watched: orders of one party are looked at one after another. */
export const orderParty = table(
  'order_party',
  {
    party: word('party', ['payer', 'device', 'address']).notNull(),
    hash: text('hash').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.party, t.hash] })],
)

/** An order that tried what nobody does by mistake: another member's coupon, or one order in several. */
export const orderRefusal = table(
  'order_refusal',
  {
    memberId: text('member_id').notNull(),
    orderRef: text('order_ref').notNull(),
    grantId: text('grant_id').notNull(),
    reason: word('reason', ['not_own', 'split_order']).notNull(),
    /** Whose coupon it is; which order it belongs to, and by what. */
    details: document<Record<string, string | number>>('details').notNull(),
    times: integer('times').notNull(),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.orderRef, t.grantId, t.reason] }),
    index('order_refusal_last').on(t.lastAt),
  ],
)
