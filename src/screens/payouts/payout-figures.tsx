'use client'

import { useTranslations } from 'next-intl'
import { FigureFilters } from '@/components/figure-filters'
import { formatFen } from '@/components/money'
import type { StaffOutput } from '@/src/client/trpc'
import { type PayoutState, STATES } from './payout'

interface FiguresProps {
  totals: StaffOutput['payouts']['totals'] | undefined
  chosen: string
  /** Shows those of one state, or of all. */
  onChoose: (state: PayoutState | undefined) => void
}

/** How much stands where; each figure shows what it counts. */
export function PayoutFigures({ totals, chosen, onChoose }: FiguresProps) {
  const t = useTranslations('payouts')
  const figures = STATES.map((state) => {
    const found = totals?.states.find((each) => each.state === state)
    const count = found?.count ?? 0
    return {
      key: state,
      label: t(`states.${state}`),
      value: totals && formatFen(found?.fen ?? 0),
      note: t('count', { count }),
      isUrgent: state === 'failed' && count > 0,
    }
  })
  return <FigureFilters label={t('title')} figures={figures} chosen={chosen} onChoose={onChoose} />
}
