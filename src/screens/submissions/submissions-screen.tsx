'use client'

import { ArrowLeftOutlined, ExportOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Tooltip } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DayRangePicker } from '@/components/day-range-picker'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { SearchBox } from '@/components/search-box'
import { CursorTable } from '@/src/client/cursor-table'
import { ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { EraseDialog } from './erase-dialog'
import { ExportDialog } from './export-dialog'
import type { SubmissionRow } from './submission'
import { SubmissionDrawer } from './submission-drawer'
import { useSubmissionColumns } from './use-submission-columns'
import { useSubmissionFilters } from './use-submission-filters'

/** What did members fill in in this form? */
export function SubmissionsScreen({ toolId }: { toolId: string }) {
  const t = useTranslations('submissions')
  const trpc = useTRPC()
  const canRead = useCan('submission.read')
  const canExport = useCan('submission.export')
  const { filters, asked, isFiltered, setFilter, clearFilters } = useSubmissionFilters(toolId)
  const tool = useQuery(trpc.tools.get.queryOptions({ id: toolId }, { enabled: canRead }))
  const count = useQuery(trpc.submissions.count.queryOptions(asked, { enabled: canRead }))
  const query = useInfiniteQuery(
    trpc.submissions.list.infiniteQueryOptions(asked, { ...byCursor, enabled: canRead }),
  )
  const list = useCursorList(query, JSON.stringify(asked))
  const [dialog, setDialog] = useState<{ what: 'show' | 'erase'; row: SubmissionRow; isOpen: boolean }>()
  const [isExporting, setExporting] = useState(false)
  const fields = query.data?.pages.flatMap(({ columns }) => columns) ?? []
  const columns = useSubmissionColumns(fields, (what, row) => setDialog({ what, row, isOpen: true }))
  const close = () => setDialog((known) => known && { ...known, isOpen: false })

  if (!canRead) return <ForbiddenState />
  const total = count.data?.count
  return (
    <>
      <PageHeader
        back={
          <Link href="/tools" prefetch={false} className="text-[13px] text-ink-soft hover:text-brand">
            <ArrowLeftOutlined aria-hidden="true" className="mr-1.5 text-xs" />
            {t('back')}
          </Link>
        }
        title={tool.data ? t('titleOf', { name: tool.data.name }) : t('title')}
        answer={total !== undefined && t(isFiltered ? 'found' : 'answer', { count: total })}
        action={
          canExport && (
            <Tooltip title={total === 0 ? t('export.none') : undefined}>
              <Button
                type="primary"
                icon={<ExportOutlined />}
                disabled={!total}
                onClick={() => setExporting(true)}
              >
                {t('export.action')}
              </Button>
            </Tooltip>
          )
        }
      />
      <CursorTable<SubmissionRow>
        label={t('title')}
        columns={columns}
        list={list}
        isFiltered={isFiltered}
        onClearFilters={clearFilters}
        toolbar={
          <>
            <SearchBox
              label={t('search')}
              value={filters.search}
              onSearch={(value) => setFilter('search', value)}
            />
            <DayRangePicker
              label={t('period')}
              from={filters.from}
              to={filters.to}
              onChange={(from, to) => {
                setFilter('from', from)
                setFilter('to', to)
              }}
            />
          </>
        }
        empty={<EmptyState picture="calm" title={t('empty.title')} text={t('empty.text')} />}
      />
      <ExportDialog
        count={total ?? 0}
        columns={fields}
        of={asked}
        isPart={isFiltered}
        isOpen={isExporting}
        onClose={() => setExporting(false)}
      />
      {dialog && (
        <>
          <SubmissionDrawer
            key={dialog.row.id}
            row={dialog.row}
            isOpen={dialog.isOpen && dialog.what === 'show'}
            onClose={close}
          />
          <EraseDialog row={dialog.row} isOpen={dialog.isOpen && dialog.what === 'erase'} onClose={close} />
        </>
      )}
    </>
  )
}
