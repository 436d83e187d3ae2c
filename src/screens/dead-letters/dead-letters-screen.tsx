'use client'

import { RedoOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select, type TableColumnsType } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { PageHeader } from '@/components/page-header'
import { CursorTable } from '@/src/client/cursor-table'
import { ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { type StaffOutput, useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { type ResendAsked, ResendDialog } from './resend-dialog'
import { useTopicWords } from './use-topic-words'

type DeadLetter = StaffOutput['deadLetters']['list']['items'][number]

const FILTERS = ['topic'] as const

/** What was given up, why, and what is to be tried again? */
export function DeadLettersScreen() {
  const t = useTranslations('deadLetters')
  const trpc = useTRPC()
  const sayTopic = useTopicWords()
  const canRead = useCan('outbox.read')
  const canWrite = useCan('outbox.write')
  const { filters, isFiltered, setFilter, clearFilters } = useUrlFilters(FILTERS)
  const input = { topic: filters.topic || undefined }
  const query = useInfiniteQuery(
    trpc.deadLetters.list.infiniteQueryOptions(input, { ...byCursor, enabled: canRead }),
  )
  const list = useCursorList(query, JSON.stringify(input))
  const [asked, ask] = useState<{ what: ResendAsked; isOpen: boolean }>()
  const columns = useColumns((id) => ask({ what: { id }, isOpen: true }))

  if (!canRead) return <ForbiddenState />
  const topics = query.data?.pages[0]?.topics ?? []
  const waiting = topics
    .filter(({ topic }) => !input.topic || topic === input.topic)
    .reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={t('answer')}
        action={
          canWrite &&
          waiting > 0 && (
            <Button
              type="primary"
              icon={<RedoOutlined />}
              onClick={() => ask({ what: { topic: input.topic, count: waiting }, isOpen: true })}
            >
              {t('resendAll.action')}
            </Button>
          )
        }
      />
      <CursorTable<DeadLetter>
        label={t('list')}
        columns={columns}
        list={list}
        isFiltered={isFiltered}
        onClearFilters={clearFilters}
        toolbar={
          <Select
            allowClear
            className="w-56"
            aria-label={t('topicFilter')}
            placeholder={t('allTopics')}
            value={filters.topic || null}
            onChange={(value: string | undefined) => setFilter('topic', value)}
            options={topics.map(({ topic, count }) => ({
              value: topic,
              label: `${sayTopic(topic)} · ${count}`,
            }))}
          />
        }
        empty={<EmptyState picture="calm" title={t('empty.title')} text={t('empty.text')} />}
      />
      {asked && (
        <ResendDialog
          asked={asked.what}
          isOpen={asked.isOpen}
          onClose={() => ask({ ...asked, isOpen: false })}
        />
      )}
    </>
  )
}

function useColumns(onResend: (id: string) => void): TableColumnsType<DeadLetter> {
  const t = useTranslations('deadLetters')
  const sayTopic = useTopicWords()
  const canWrite = useCan('outbox.write')
  return [
    {
      key: 'endedAt',
      title: t('columns.endedAt'),
      width: 160,
      render: (_, { endedAt, createdAt }) => <Instant at={endedAt ?? createdAt} />,
    },
    {
      key: 'topic',
      title: t('columns.topic'),
      render: (_, { topic, id }) => (
        <div className="leading-5">
          <span className="block font-medium">{sayTopic(topic)}</span>
          <code className="block text-xs text-ink-faint">{id}</code>
        </div>
      ),
    },
    {
      key: 'error',
      title: t('columns.error'),
      render: (_, { lastError }) =>
        lastError ? (
          <span className="line-clamp-2 max-w-72 text-negative" title={lastError}>
            {lastError}
          </span>
        ) : (
          <span className="text-ink-faint">{t('unknownError')}</span>
        ),
    },
    {
      key: 'attempts',
      title: t('columns.attempts'),
      width: 90,
      align: 'right',
      render: (_, { attempts }) => <span className="tabular-nums">{t('attempts', { count: attempts })}</span>,
    },
    {
      key: 'payload',
      title: t('columns.payload'),
      render: (_, { payload }) => (
        <dl className="m-0 max-w-80 space-y-0.5 text-xs leading-5">
          {Object.entries(payload).map(([name, value]) => (
            <div key={name} className="flex gap-2">
              <dt className="flex-none text-ink-faint">{name}</dt>
              <dd className="m-0 truncate font-mono text-ink-soft">
                {typeof value === 'string' ? value : JSON.stringify(value)}
              </dd>
            </div>
          ))}
        </dl>
      ),
    },
    {
      key: 'actions',
      title: <span className="sr-only">{t('columns.actions')}</span>,
      width: 90,
      align: 'right',
      fixed: 'right',
      render: (_, { id }) =>
        canWrite && (
          <Button type="link" size="small" onClick={() => onResend(id)}>
            {t('resend.action')}
          </Button>
        ),
    },
  ]
}
