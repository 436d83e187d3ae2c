'use client'

import { useTranslations } from 'next-intl'
import { StateTag } from '@/components/state-tag'
import type { ReconciliationRow } from './reconciliation-row'

/** Whether the books agreed. */
export function ResultTag({ row: { differenceCount } }: { row: ReconciliationRow }) {
  const t = useTranslations('reconciliation')
  if (differenceCount === null) return <StateTag tone="neutral">{t('underWay')}</StateTag>
  if (differenceCount === 0) return <StateTag tone="positive">{t('fine')}</StateTag>
  return <StateTag tone="negative">{t('off', { count: differenceCount })}</StateTag>
}
