import { z } from 'zod'
import { Id } from '@/schemas/primitives'
import {
  CostBearer,
  isTaxable,
  REWARD_KINDS,
  ReservationPolicy,
  RewardTerms,
  RewardTitle,
  Stock,
  TaxClass,
} from '@/schemas/reward'
import { ListInput } from '../paging'

/** How many on one day of the shop's; null for as many as there are. */
const StockPerDay = Stock.min(1).nullable()

export const CreateReward = z
  .object({
    title: RewardTitle,
    terms: RewardTerms,
    stock: Stock,
    stockPerDay: StockPerDay.default(null),
    reservation: ReservationPolicy,
    bearer: CostBearer.default({ kind: 'platform' }),
    taxClass: TaxClass.default('exempt'),
  })
  .superRefine(({ terms, stock, reservation, taxClass }, context) => {
    const refuse = (message: string, path: string[]) =>
      context.addIssue({ code: 'custom', message, path, input: undefined })
    // Only of coupons some are never used; whatever else is given is spent.
    if (terms.kind !== 'coupon' && reservation.kind !== 'full') {
      refuse('expected_only_for_coupons', ['reservation', 'kind'])
    }
    if (taxClass !== 'exempt' && !isTaxable(terms.kind)) refuse('exempt_by_kind', ['taxClass'])
    if (terms.kind === 'partner_voucher' && stock !== 0) refuse('codes_are_stock', ['stock'])
  })
export const UpdateReward = z.object({
  id: Id,
  title: RewardTitle.optional(),
  stock: Stock.optional(),
  stockPerDay: StockPerDay.optional(),
  isEnabled: z.boolean().optional(),
})
export const ListRewards = ListInput.extend({ kind: z.enum(REWARD_KINDS).optional() })
export const ImportCodes = z.object({ id: Id })
