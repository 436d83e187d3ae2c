'use client'

import { useTranslations } from 'next-intl'
import { formatFenShort } from '@/components/money'
import type { CouponFace } from '@/schemas/outcome'
import { percentOfPpm } from './percent'

/** Says in a line what a coupon takes off: `满 ¥199 减 ¥20`, `打 8 折，最高减 ¥20`. */
export function useCouponWords(): (face: CouponFace) => string {
  const t = useTranslations('rewards.face')
  return ({ amountFen, thresholdFen, off }) => {
    const amount = formatFenShort(amountFen)
    const threshold = formatFenShort(thresholdFen)
    const from = thresholdFen > 0 ? t('from', { threshold }) : ''
    switch (off?.kind) {
      case 'percent': {
        const zhe = String((1_000_000 - off.offPpm) / 100_000)
        return t('percent', { from, amount, zhe, percent: percentOfPpm(off.offPpm) })
      }
      case 'exchange':
        return t('exchange', { from, amount })
      default:
        return thresholdFen > 0 ? t('coupon', { threshold, amount }) : t('anyOrder', { amount })
    }
  }
}
