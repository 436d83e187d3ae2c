import type { CouponTerms, ReservationPolicy } from '@/schemas/reward'
import type { StaffOutput } from '@/src/client/trpc'

export type Reward = StaffOutput['rewards']['list']['items'][number]

/** Named as the procedure's input is, so that what the server finds lands beside its field. */
export interface RewardFormValues {
  title: string
  coupon: CouponTerms
  stock: number
  reservation: ReservationPolicy
}
