'use client'

import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { useCan } from '@/src/client/session'

/** The overview of a shop that has made nothing yet. */
export function FirstSteps() {
  const t = useTranslations('overview')
  const canStart = useCan('campaign.write')
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="rounded-lg border border-line bg-white">
        <EmptyState
          picture="build"
          title={t('start.title')}
          text={t('start.text')}
          action={
            canStart && (
              <Button type="primary" href="/campaigns">
                {t('start.action')}
              </Button>
            )
          }
        />
      </div>
    </>
  )
}
