import { z } from 'zod'
import { Id } from '@/schemas/primitives'
import { ReservationPolicy, RewardTerms, RewardTitle, Stock } from '@/schemas/reward'
import { ListInput } from '../paging'

export const CreateReward = z.object({
  title: RewardTitle,
  terms: RewardTerms,
  stock: Stock,
  /** How many on one day of the shop's; null for as many as there are. */
  stockPerDay: Stock.nullable().default(null),
  reservation: ReservationPolicy,
})
export const UpdateReward = z.object({
  id: Id,
  title: RewardTitle.optional(),
  stock: Stock.optional(),
  isEnabled: z.boolean().optional(),
})
export const ListRewards = ListInput
