'use client'

import { useTranslations } from 'next-intl'
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
  return (
    <fieldset
      className="m-0 mb-6 grid grid-cols-5 gap-4 border-0 p-0 max-xl:grid-cols-3"
      aria-label={t('title')}
    >
      {STATES.map((state) => {
        const found = totals?.states.find((each) => each.state === state)
        const isChosen = chosen === state
        const isUrgent = state === 'failed' && (found?.count ?? 0) > 0
        return (
          <button
            key={state}
            type="button"
            aria-pressed={isChosen}
            onClick={() => onChoose(isChosen ? undefined : state)}
            className={`block cursor-pointer rounded-lg border border-solid px-5 py-4 text-left transition-colors hover:border-brand ${
              isChosen ? 'border-brand bg-brand-soft' : 'border-line bg-white'
            }`}
          >
            <span className="block text-[13px] text-ink-soft">{t(`states.${state}`)}</span>
            <span
              className={`mt-1 block text-xl leading-8 font-semibold tabular-nums ${isUrgent ? 'text-negative' : 'text-ink'}`}
            >
              {totals ? formatFen(found?.fen ?? 0) : '—'}
            </span>
            <span className="block text-[13px] text-ink-faint tabular-nums">
              {t('count', { count: found?.count ?? 0 })}
            </span>
          </button>
        )
      })}
    </fieldset>
  )
}
