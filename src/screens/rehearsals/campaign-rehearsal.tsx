'use client'

import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Panel } from '@/components/panel'
import { StateTag } from '@/components/state-tag'
import { FailureState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { LastRehearsal } from './last-rehearsal'
import { RehearsalActions } from './rehearsal-actions'
import { RehearsalView } from './rehearsal-view'
import { StartRehearsalDialog } from './start-rehearsal-dialog'

/** Testers are watched as they play. */
const WATCH_EVERY_MS = 4_000

/** The campaign's rehearsal: starting one, following it, clearing it. */
export function CampaignRehearsal({ campaignId }: { campaignId: string }) {
  const t = useTranslations('rehearsals')
  const trpc = useTRPC()
  const canRehearse = useCan('campaign.rehearse')
  const [isStarting, setStarting] = useState(false)
  const read = useQuery(
    trpc.rehearsals.read.queryOptions(
      { campaignId },
      {
        refetchInterval: ({ state: { data } }) =>
          data && (data.open || data.isBeingMade) ? WATCH_EVERY_MS : false,
      },
    ),
  )
  const open = read.data?.open
  return (
    <Panel
      title={t('title')}
      isFlush={Boolean(open)}
      action={
        open && (
          <div className="flex flex-wrap items-center justify-end gap-2">
            <StateTag tone="caution">{t('running')}</StateTag>
            {canRehearse && <RehearsalActions rehearsal={open} />}
          </div>
        )
      }
    >
      {read.error && !read.data ? (
        <FailureState error={read.error} onRetry={() => read.refetch()} />
      ) : !read.data ? (
        <Skeleton active paragraph={{ rows: 3 }} />
      ) : open ? (
        <RehearsalView rehearsal={open} pages={read.data.pages} />
      ) : read.data.isBeingMade ? (
        <p className="m-0 text-ink-soft" role="status">
          {t('making')}
        </p>
      ) : (
        <>
          <EmptyState
            isCompact
            picture="build"
            title={t('intro.title')}
            text={read.data.pages.length > 0 ? t('intro.text') : t('intro.noPage')}
            action={
              canRehearse &&
              read.data.pages.length > 0 && <Button onClick={() => setStarting(true)}>{t('start')}</Button>
            }
          />
          {read.data.last && <LastRehearsal last={read.data.last} />}
        </>
      )}
      <StartRehearsalDialog campaignId={campaignId} isOpen={isStarting} onClose={() => setStarting(false)} />
    </Panel>
  )
}
