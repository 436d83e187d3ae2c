import type { CouponOff, CouponScope } from '@/schemas/reward'
import type { RewardInput } from './published-tool'

/* Rewards of each kind, as staff would enter them. */

type Over<Terms> = Partial<Terms> & Partial<Omit<RewardInput, 'terms'>>

function reward(
  title: string,
  terms: RewardInput['terms'],
  over: Partial<Omit<RewardInput, 'terms'>>,
): RewardInput {
  const { stock = 1_000, stockPerDay = null, reservation = { kind: 'full' }, bearer } = over
  return { title: over.title ?? title, terms, stock, stockPerDay, reservation, ...(bearer && { bearer }) }
}

export type CouponOver = Over<{
  amountFen: number
  off: CouponOff
  thresholdFen: number
  validity: { kind: 'days'; days: number } | { kind: 'until'; until: string }
  scope: CouponScope
  stackGroup: string
}>

/** ¥1 off any order, for three days. */
export function aCoupon({
  amountFen = 100,
  off,
  thresholdFen = 0,
  validity,
  scope,
  stackGroup,
  ...over
}: CouponOver = {}): RewardInput {
  const lasts = validity ?? { kind: 'days' as const, days: 3 }
  const terms = {
    amountFen,
    thresholdFen,
    validity: lasts,
    useLink: '',
    ...(off && { off }),
    ...(scope && { scope }),
    ...(stackGroup && { stackGroup }),
  }
  return reward('满减券', { kind: 'coupon', ...terms }, over)
}

/** ¥5 off what coupons left of an order, for three days. */
export function aSubsidy({
  amountFen = 500,
  scope,
  ...over
}: Over<{ amountFen: number; scope: CouponScope }> = {}): RewardInput {
  const validity = { kind: 'days' as const, days: 3 }
  return reward('补贴', { kind: 'subsidy', amountFen, validity, useLink: '', ...(scope && { scope }) }, over)
}

/** Up to ¥20 into the balance. */
export function someCash({ amountFen = 2_000, ...over }: Over<{ amountFen: number }> = {}): RewardInput {
  return reward('现金红包', { kind: 'cash', amountFen, useLink: '' }, over)
}

/** 100 points for a year, at ¥1. */
export function somePoints({
  points = 100,
  costFen = 100,
  validDays = 365,
  pendingDays,
  ...over
}: Over<{ points: number; costFen: number; validDays: number; pendingDays: number }> = {}): RewardInput {
  const pending = pendingDays === undefined ? {} : { pendingDays }
  return reward('积分', { kind: 'points', points, costFen, validDays, ...pending, useLink: '' }, over)
}

/** A month of a partner's membership, at ¥5; its codes are still to be imported. */
export function aPartnerVoucher({ costFen = 500, ...over }: Over<{ costFen: number }> = {}): RewardInput {
  const terms = { partner: '云听', howToUse: '在云听 App 里兑换', useLink: '' }
  const validity = { kind: 'days' as const, days: 30 }
  return reward('会员月卡', { kind: 'partner_voucher', costFen, validity, ...terms }, { stock: 0, ...over })
}

/** A thermos that costs ¥30. */
export function aThing({ costFen = 3_000, ...over }: Over<{ costFen: number }> = {}): RewardInput {
  return reward('保温杯', { kind: 'physical', costFen, image: '' }, over)
}
