'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { ErrorDetail } from '@/src/lib/errors'
import type { Failure } from './failure'

/** Plain words for failures and for what is wrong with single fields, in the reader's language. */
export function useFailureWords() {
  const t = useTranslations('client')
  const sayFailure = useCallback((failure: Failure) => t(`failures.${failure.code}`), [t])
  const sayDetail = useCallback(
    (detail: ErrorDetail) => {
      const key = `details.${detail.code}` as 'details.other'
      return t.has(key) ? t(key) : t('details.other')
    },
    [t],
  )
  const sayRequestId = useCallback(
    (failure: Failure) => (failure.requestId ? t('requestId', { id: failure.requestId }) : undefined),
    [t],
  )
  return { sayFailure, sayDetail, sayRequestId }
}
