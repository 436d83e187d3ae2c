'use client'

import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/empty-state'
import { readFailure } from './failure'
import { useFailureWords } from './use-failure-words'

/** Stands where content would be when it could not be loaded, or may not be seen. */
export function FailureState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations('client')
  const { sayFailure, sayRequestId } = useFailureWords()
  const failure = readFailure(error)
  if (failure.code === 'forbidden') return <ForbiddenState />
  if (failure.code === 'not_found') {
    return <EmptyState picture="search" title={t('notFoundTitle')} text={sayFailure(failure)} />
  }
  return (
    <EmptyState
      picture="broken"
      role="alert"
      title={t('failureTitle')}
      text={sayFailure(failure)}
      note={sayRequestId(failure)}
      action={onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    />
  )
}

/** Stands where content would be when the session has no permission for it. */
export function ForbiddenState() {
  const t = useTranslations('client')
  return <EmptyState picture="locked" title={t('forbiddenTitle')} text={t('forbiddenText')} />
}
