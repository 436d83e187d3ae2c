'use client'

import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PageHeader } from '@/components/page-header'
import { FailureState, ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { TopUpDialog } from '../campaigns/top-up-dialog'
import { Attention } from './attention'
import { Figures } from './figures'
import { FirstSteps } from './first-steps'
import { RecentGrants } from './recent-grants'
import { isFresh, tasksOf } from './tasks'

/** The figures are of now: they are asked for again while somebody looks at them. */
const REFRESH_MS = 30_000

/** What needs attention, and how is today going? */
export function OverviewScreen() {
  const t = useTranslations('overview')
  const trpc = useTRPC()
  const canRead = useCan('campaign.read')
  const canSeeGrants = useCan('grant.read')
  const [toppedUp, setToppedUp] = useState<{ id: string; name: string; availableFen: number }>()
  const summary = useQuery(
    trpc.overview.summary.queryOptions(undefined, { enabled: canRead, refetchInterval: REFRESH_MS }),
  )

  if (!canRead) return <ForbiddenState />
  if (summary.error && !summary.data) {
    return (
      <>
        <PageHeader title={t('title')} />
        <FailureState error={summary.error} onRetry={() => summary.refetch()} />
      </>
    )
  }
  if (summary.data && isFresh(summary.data)) return <FirstSteps />
  const tasks = summary.data && tasksOf(summary.data)
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={tasks ? (tasks.length > 0 ? t('answerBusy', { count: tasks.length }) : t('answerCalm')) : ' '}
      />
      {summary.data && tasks ? (
        <>
          <Figures summary={summary.data} />
          <div
            className={`mt-4 grid gap-4 max-lg:grid-cols-1 ${canSeeGrants ? 'grid-cols-[2fr_3fr]' : 'grid-cols-1'}`}
          >
            <Attention tasks={tasks} onTopUp={setToppedUp} />
            {canSeeGrants && <RecentGrants grants={summary.data.recentGrants} />}
          </div>
        </>
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
      <TopUpDialog campaign={toppedUp} onClose={() => setToppedUp(undefined)} />
    </>
  )
}
