'use client'

import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/empty-state'

/** Stands in for a screen that threw while it was drawn. */
export function CrashedScreen({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('shell.crashed')
  return (
    <div className="flex min-h-[60vh] items-center justify-center">
      <EmptyState
        picture="broken"
        role="alert"
        title={t('title')}
        text={t('text')}
        action={<Button onClick={onRetry}>{t('retry')}</Button>}
      />
    </div>
  )
}
