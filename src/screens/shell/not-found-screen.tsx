'use client'

import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/empty-state'

/** A path that leads nowhere. */
export function NotFoundScreen() {
  const t = useTranslations('shell.notFound')
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <EmptyState
        picture="search"
        title={t('title')}
        text={t('text')}
        action={
          <Button type="primary" href="/">
            {t('back')}
          </Button>
        }
      />
    </main>
  )
}
