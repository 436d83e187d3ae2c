'use client'

import { useTranslations } from 'next-intl'
import { formatFenShort } from '@/components/money'
import type { Given } from '@/schemas/outcome'
import { useCouponWords } from '../rewards/use-coupon-words'

/** Says in a line what was given, by its kind; a partner's code comes masked from the server. */
export function useGivenWords(): (given: Given) => string {
  const t = useTranslations('grants.given')
  const coupon = useCouponWords()
  return (given) => {
    switch (given.kind) {
      case 'coupon':
        return coupon(given)
      case 'cash':
        return t('cash', { amount: formatFenShort(given.amountFen) })
      case 'subsidy':
        return t('subsidy', { amount: formatFenShort(given.amountFen) })
      case 'points':
        return t('points', { points: given.points.toLocaleString('zh-CN') })
      case 'partner_voucher':
        return t('partner_voucher', { partner: given.partner, code: given.code })
      case 'physical':
        return t(given.hasAddress ? 'withAddress' : 'withoutAddress')
    }
  }
}
