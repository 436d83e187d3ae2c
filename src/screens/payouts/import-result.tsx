'use client'

import { useTranslations } from 'next-intl'
import type { Tone } from '@/components/state-tag'
import type { PayoutResults, PayoutRowOutcome } from '@/schemas/payout'
import { ImportRows } from '../import-rows'

const TONES: Record<PayoutRowOutcome, Tone> = {
  paid: 'positive',
  failed: 'negative',
  returned: 'neutral',
  unchanged: 'neutral',
  pending: 'caution',
  rejected: 'negative',
}

/** What became of the rows of the bank's answer. */
export function ImportResult({ results: { rows, counts } }: { results: PayoutResults }) {
  const t = useTranslations('payouts.import')
  const isDone = counts.paid + counts.failed + counts.returned > 0
  return (
    <ImportRows
      title={t(isDone ? 'done' : 'nothing')}
      isDone={isDone}
      tones={TONES}
      counts={counts}
      rows={rows}
      headings={{ row: t('row'), reference: t('reference'), outcome: t('outcome'), problem: t('problem') }}
      sayOutcome={(outcome) => t(`outcomes.${outcome}`)}
      sayProblem={({ problem }) => (problem ? t(`problems.${problem}`) : '')}
    />
  )
}
