'use client'

import { useTranslations } from 'next-intl'
import type { BatchRow } from './batch'

/** Says why a row came to what it came to; empty when there is nothing to say. */
export function useRowWords(): (
  row: Pick<BatchRow, 'refusal' | 'outcome' | 'takenBackRefusal' | 'takenBackReason'>,
) => string {
  const t = useTranslations('grantBatches')
  const of = (group: 'refusals' | 'takeBackRefusals', code: string) => {
    const key = `${group}.${code}` as 'refusals.other'
    return t.has(key) ? t(key) : t(`${group}.other`, { code })
  }
  return ({ refusal, outcome, takenBackRefusal, takenBackReason }) => {
    if (outcome === 'not_taken_back' && takenBackRefusal) return of('takeBackRefusals', takenBackRefusal)
    if (outcome === 'taken_back' || outcome === 'taking_back') return takenBackReason ?? ''
    if (!refusal) return ''
    const [status = '', rule = ''] = refusal.split(':')
    // A group's id says nothing; a limit's name does.
    return of('refusals', status === 'limit_reached' ? rule : status)
  }
}
