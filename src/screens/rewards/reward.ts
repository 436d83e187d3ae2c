import type { CostBearer, ReservationPolicy, RewardKind, RewardTerms, TaxClass } from '@/schemas/reward'
import type { StaffOutput } from '@/src/client/trpc'

export type Reward = StaffOutput['rewards']['list']['items'][number]

/** Named as the procedure's input is, so that what the server finds lands beside its field. */
export interface RewardFormValues {
  title: string
  terms: RewardTerms
  stock: number
  stockPerDay: number | null
  reservation: ReservationPolicy
  bearer: CostBearer
  taxClass: TaxClass
}

/** What a form begins with; what is missing is for the user to fill in. */
type Beginning<Terms> = Terms extends RewardTerms ? Partial<Terms> & Pick<Terms, 'kind'> : never

const NEW_TERMS: { [Kind in RewardKind]: Beginning<Extract<RewardTerms, { kind: Kind }>> } = {
  coupon: {
    kind: 'coupon',
    off: { kind: 'amount' },
    thresholdFen: 0,
    scope: { kind: 'all' },
    validity: { kind: 'days', days: 7 },
    useLink: '',
  },
  cash: { kind: 'cash', useLink: '' },
  subsidy: {
    kind: 'subsidy',
    scope: { kind: 'all' },
    validity: { kind: 'days', days: 7 },
    useLink: '',
  },
  points: { kind: 'points', validDays: 365, useLink: '' },
  partner_voucher: {
    kind: 'partner_voucher',
    validity: { kind: 'days', days: 30 },
    howToUse: '',
    useLink: '',
  },
  physical: { kind: 'physical', image: '' },
}

/** The values a new reward of a kind begins with, its name kept. */
export function newReward(kind: RewardKind): Partial<RewardFormValues> {
  return {
    terms: NEW_TERMS[kind] as RewardTerms,
    // The stock of a partner's vouchers is the number of codes, which come after.
    stock: kind === 'partner_voucher' ? 0 : 1_000,
    stockPerDay: null,
    reservation: { kind: 'full' },
    bearer: { kind: 'platform' },
    taxClass: 'exempt',
  }
}
