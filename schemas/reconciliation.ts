import { z } from 'zod'

/** What is checked of the books, in the order in which differences are told. */
export const BookCheck = z.enum([
  'account_balances',
  'zero_sum',
  'accounts_below_zero',
  'entry_sides',
  'entry_causes',
  'entries_taken_back',
  'reserved',
  'spent',
  'grant_costs',
  'taxes',
  'grant_batches',
  'redemptions_taken_back',
  'stock',
  'stock_by_day',
  'voucher_codes',
  'wallets',
  'point_lots',
  'points_used',
  'points_given_back',
  'payouts',
  'parcels',
  'chances',
])
export type BookCheck = z.infer<typeof BookCheck>

/** Two figures that should be the same and are not. */
export const BookDifference = z.strictObject({
  check: BookCheck,
  /** What they are figures of: the id of an account, a campaign, a grant, a member… */
  subject: z.string(),
  /** What stands in the books, and what everything it is made of comes to. */
  kept: z.number(),
  counted: z.number(),
})
export type BookDifference = z.infer<typeof BookDifference>
