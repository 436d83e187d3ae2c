'use client'

import { ArrowLeftOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, type TableColumnsType } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Instant, useFormatInstant } from '@/components/instant'
import { PageHeader } from '@/components/page-header'
import { CursorTable } from '@/src/client/cursor-table'
import { ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { ReconciliationDrawer } from './reconciliation-drawer'
import { type ReconciliationRow, rowsOf } from './reconciliation-row'
import { ResultTag } from './result-tag'

/** Do the books agree? */
export function ReconciliationScreen() {
  const t = useTranslations('reconciliation')
  const trpc = useTRPC()
  const canRead = useCan('budget.read')
  const [shown, setShown] = useState<{ row: ReconciliationRow; isOpen: boolean }>()
  const query = useInfiniteQuery(
    trpc.reconciliation.list.infiniteQueryOptions({}, { ...byCursor, enabled: canRead }),
  )
  const list = useCursorList(query, '')
  const columns = useColumns((row) => setShown({ row, isOpen: true }))

  if (!canRead) return <ForbiddenState />
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={<Answer last={query.data?.pages[0]?.items.find((row) => row.durationMs !== null)} />}
        back={
          <Link href="/budgets" prefetch={false} className="text-[13px] text-ink-soft hover:text-brand">
            <ArrowLeftOutlined aria-hidden="true" className="mr-1.5 text-xs" />
            {t('back')}
          </Link>
        }
      />
      <CursorTable<ReconciliationRow>
        label={t('list')}
        columns={columns}
        list={list}
        empty={<EmptyState picture="calm" title={t('empty.title')} text={t('empty.text')} />}
      />
      {shown && (
        <ReconciliationDrawer
          row={shown.row}
          isOpen={shown.isOpen}
          onClose={() => setShown({ ...shown, isOpen: false })}
        />
      )}
    </>
  )
}

function Answer({ last }: { last: ReconciliationRow | undefined }) {
  const t = useTranslations('reconciliation')
  if (!last) return t('answer')
  if (last.differenceCount) return t('answerOff', { count: last.differenceCount })
  return t('answerFine', { rows: rowsOf(last).toLocaleString('zh-CN') })
}

function useColumns(show: (row: ReconciliationRow) => void): TableColumnsType<ReconciliationRow> {
  const t = useTranslations('reconciliation')
  const format = useFormatInstant()
  return [
    { key: 'ranAt', title: t('columns.ranAt'), render: (_, { ranAt }) => <Instant at={ranAt} /> },
    { key: 'result', title: t('columns.result'), render: (_, row) => <ResultTag row={row} /> },
    {
      key: 'rows',
      title: t('columns.rows'),
      align: 'right',
      render: (_, row) => (
        <span className="tabular-nums">{row.checked && rowsOf(row).toLocaleString('zh-CN')}</span>
      ),
    },
    {
      key: 'duration',
      title: t('columns.duration'),
      align: 'right',
      render: (_, { durationMs }) =>
        durationMs !== null && (
          <span className="text-ink-soft tabular-nums">
            {t('seconds', { seconds: (durationMs / 1000).toFixed(1) })}
          </span>
        ),
    },
    {
      key: 'actions',
      title: <span className="sr-only">{t('columns.actions')}</span>,
      width: 90,
      align: 'right',
      render: (_, row) =>
        row.checked && (
          <Button
            type="link"
            size="small"
            aria-label={t('showOf', { time: format(row.ranAt) })}
            onClick={() => show(row)}
          >
            {t('show')}
          </Button>
        ),
    },
  ]
}
