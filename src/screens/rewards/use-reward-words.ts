'use client'

import { useTranslations } from 'next-intl'
import { useFormatInstant } from '@/components/instant'
import { formatFenShort } from '@/components/money'
import type { CostBearer, CouponTerms, RewardTerms, SubsidyTerms } from '@/schemas/reward'
import { percentOfPpm } from './percent'
import { useCouponWords } from './use-coupon-words'

const count = (value: number) => value.toLocaleString('zh-CN')

/** Says what a reward gives and how long it lasts, in the reader's language. */
export function useRewardWords() {
  const t = useTranslations('rewards')
  const coupon = useCouponWords()
  const formatInstant = useFormatInstant()

  function face(terms: RewardTerms): string {
    switch (terms.kind) {
      case 'coupon':
        return coupon(terms)
      case 'cash':
        return t('face.cash', { amount: formatFenShort(terms.amountFen) })
      case 'subsidy':
        return t('face.subsidy', { amount: formatFenShort(terms.amountFen) })
      case 'points':
        return terms.pendingDays === undefined
          ? t('face.points', { points: count(terms.points) })
          : t('face.pending', { points: count(terms.points), days: terms.pendingDays })
      case 'partner_voucher':
        return terms.partner
      case 'physical':
        return t('face.physical', { cost: formatFenShort(terms.costFen) })
    }
  }

  function validity(terms: RewardTerms): string {
    if (terms.kind === 'cash' || terms.kind === 'physical') return t('forEver')
    if (terms.kind === 'points') return t('validFor', { days: terms.validDays })
    return terms.validity.kind === 'days'
      ? t('validFor', { days: terms.validity.days })
      : t('validUntil', { at: formatInstant(terms.validity.until) })
  }

  /** Which products it is for. */
  function scope({ scope }: CouponTerms | SubsidyTerms): string {
    if (scope?.kind === 'groups') return t('scope.groups', { groups: scope.groups.join('、') })
    if (scope?.kind === 'skus') return t('scope.skus', { skus: scope.skus.join('、') })
    return t('scope.all')
  }

  /** Beside which others a coupon is used. */
  function stacking({ stackGroup }: CouponTerms): string {
    return stackGroup === undefined ? t('stacking.alone') : t('stacking.group', { group: stackGroup })
  }

  /** Who pays for it. */
  function bearer(by: CostBearer): string {
    if (by.kind === 'platform') return t('bearer.kinds.platform')
    const { merchant } = by
    return by.kind === 'merchant'
      ? t('bearer.byMerchant', { merchant })
      : t('bearer.shared', { merchant, percent: percentOfPpm(by.merchantPpm) })
  }

  return { face, validity, scope, stacking, bearer }
}
