import { z } from 'zod'
import { Id } from '@/schemas/primitives'
import { CouponTerms, ReservationPolicy, RewardTitle, Stock } from '@/schemas/reward'
import { ListInput } from '../paging'

export const CreateReward = z.object({
  title: RewardTitle,
  coupon: CouponTerms,
  stock: Stock,
  reservation: ReservationPolicy,
})
export const UpdateReward = z.object({
  id: Id,
  title: RewardTitle.optional(),
  stock: Stock.optional(),
  isEnabled: z.boolean().optional(),
})
export const ListRewards = ListInput
