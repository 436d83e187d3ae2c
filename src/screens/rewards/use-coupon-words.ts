'use client'

import { useTranslations } from 'next-intl'
import { useFormatInstant } from '@/components/instant'
import { formatFenShort } from '@/components/money'
import type { CouponTerms } from '@/schemas/reward'

/** Says what a coupon gives and how long it lasts, in the reader's language. */
export function useCouponWords() {
  const t = useTranslations('rewards')
  const formatInstant = useFormatInstant()
  return {
    face: ({ amountFen, thresholdFen }: Pick<CouponTerms, 'amountFen' | 'thresholdFen'>) =>
      thresholdFen > 0
        ? t('face', { threshold: formatFenShort(thresholdFen), amount: formatFenShort(amountFen) })
        : t('faceAny', { amount: formatFenShort(amountFen) }),
    validity: ({ validity }: Pick<CouponTerms, 'validity'>) =>
      validity.kind === 'days'
        ? t('validFor', { days: validity.days })
        : t('validUntil', { at: formatInstant(validity.until) }),
  }
}
