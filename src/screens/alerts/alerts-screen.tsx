'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import type { TableColumnsType } from 'antd'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { PageHeader } from '@/components/page-header'
import { CursorTable } from '@/src/client/cursor-table'
import { ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { TopUpDialog } from '../campaigns/top-up-dialog'
import type { Alert, ToppedUp } from './alert'
import { AlertAction } from './alert-action'
import { AlertWords } from './alert-words'
import { useSeeAlerts } from './use-see-alerts'

/** What went wrong, and where is it set right? */
export function AlertsScreen() {
  const t = useTranslations('alerts')
  const trpc = useTRPC()
  const canRead = useCan('budget.read')
  const [toppedUp, setToppedUp] = useState<ToppedUp>()
  const query = useInfiniteQuery(trpc.alerts.list.infiniteQueryOptions({}, { ...byCursor, enabled: canRead }))
  const list = useCursorList(query, '')
  const columns = useColumns(setToppedUp)
  const see = useSeeAlerts()
  const newest = query.data?.pages[0]?.items[0]
  useEffect(() => {
    if (newest?.isNew) see(newest.id)
  }, [newest, see])

  if (!canRead) return <ForbiddenState />
  return (
    <>
      <PageHeader title={t('title')} answer={t('answer')} />
      <CursorTable<Alert>
        label={t('list')}
        columns={columns}
        list={list}
        empty={<EmptyState picture="calm" title={t('empty.title')} text={t('empty.text')} />}
      />
      <TopUpDialog campaign={toppedUp} onClose={() => setToppedUp(undefined)} />
    </>
  )
}

function useColumns(onTopUp: (campaign: ToppedUp) => void): TableColumnsType<Alert> {
  const t = useTranslations('alerts')
  return [
    { key: 'what', title: t('columns.what'), render: (_, alert) => <AlertWords alert={alert} /> },
    {
      key: 'raisedAt',
      title: t('columns.raisedAt'),
      width: 180,
      render: (_, { raisedAt }) => <Instant at={raisedAt} />,
    },
    {
      key: 'action',
      title: <span className="sr-only">{t('columns.action')}</span>,
      width: 120,
      align: 'right',
      render: (_, alert) => <AlertAction alert={alert} onTopUp={onTopUp} />,
    },
  ]
}
