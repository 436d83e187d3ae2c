'use client'

import { DownloadOutlined, RollbackOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select, type TableColumnsType } from 'antd'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { SearchBox } from '@/components/search-box'
import { CursorTable } from '@/src/client/cursor-table'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { useUrlFilters } from '@/src/client/use-url-filters'
import type { Batch, BatchRow, RowOutcome } from './batch'
import { ROW_OUTCOMES, RowOutcomeTag } from './batch-tags'
import { TakeBackDialog } from './take-back'
import { useRowExport } from './use-row-export'
import { useRowWords } from './use-row-words'

const FILTERS = ['member', 'outcome'] as const
type Row = BatchRow & { id: string }

const isRevocable = ({ outcome }: BatchRow) => outcome === 'granted' || outcome === 'not_taken_back'

/** Who is on the list, and what became of each. */
export function BatchRows({ batch }: { batch: Batch }) {
  const t = useTranslations('grantBatches')
  const trpc = useTRPC()
  const canRevoke = useCan('grant.revoke')
  const { filters, isFiltered, setFilter, clearFilters } = useUrlFilters(FILTERS)
  const [chosen, setChosen] = useState<string[]>([])
  const [asked, ask] = useState<{ positions: number[]; isOpen: boolean }>()
  const { exportRows, exportedSoFar } = useRowExport(batch)
  const filter = {
    search: filters.member || undefined,
    outcome: ROW_OUTCOMES.find((outcome) => outcome === filters.outcome),
  }
  const input = { id: batch.id, ...filter }
  const query = useInfiniteQuery(trpc.grantBatches.rows.infiniteQueryOptions(input, byCursor))
  useLookAgain(JSON.stringify(batch.counts), query.refetch)
  const list = useCursorList(query, JSON.stringify(input))
  const rows = list.rows?.map((row): Row => ({ ...row, id: String(row.position) }))
  const columns = useColumns((row) => ask({ positions: [row.position], isOpen: true }))
  const isExporting = exportedSoFar !== undefined
  return (
    <>
      <h2 className="mt-2 mb-3 text-[15px] font-semibold text-ink">{t('rows.title')}</h2>
      <CursorTable<Row>
        label={t('rows.title')}
        columns={columns}
        list={{ ...list, rows }}
        isFiltered={isFiltered}
        onClearFilters={clearFilters}
        {...(canRevoke && {
          selection: {
            chosen,
            onChange: setChosen,
            isChoosable: isRevocable,
            labelOf: ({ member }: Row) => t('rows.select', { name: member.nickname }),
          },
        })}
        toolbar={
          <>
            <SearchBox
              label={t('rows.search')}
              value={filters.member}
              onSearch={(value) => setFilter('member', value)}
            />
            <Select<RowOutcome>
              allowClear
              className="w-36"
              aria-label={t('rows.outcomeFilter')}
              placeholder={t('rows.all')}
              value={filter.outcome}
              onChange={(value) => setFilter('outcome', value)}
              options={ROW_OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
            />
            <span className="flex-1" />
            {canRevoke && chosen.length > 0 && (
              <Button
                danger
                icon={<RollbackOutlined />}
                onClick={() => ask({ positions: chosen.map(Number), isOpen: true })}
              >
                {t('takeBack.some', { count: chosen.length })}
              </Button>
            )}
            <Button
              icon={<DownloadOutlined />}
              loading={isExporting}
              disabled={!rows?.length}
              onClick={() => exportRows(filter)}
            >
              {isExporting ? t('rows.exporting', { count: exportedSoFar }) : t('rows.export')}
            </Button>
          </>
        }
        empty={<EmptyState picture="calm" isCompact title={t('rows.empty')} text={t('rows.emptyText')} />}
      />
      {asked && (
        <TakeBackDialog
          batchId={batch.id}
          title={t('takeBack.titleSome', { count: asked.positions.length })}
          positions={asked.positions}
          isOpen={asked.isOpen}
          onClose={() => {
            ask({ ...asked, isOpen: false })
            setChosen([])
          }}
        />
      )}
    </>
  )
}

/** Rows are read again whenever the batch's figures, which are looked at all the time, are others. */
function useLookAgain(figures: string, lookAgain: () => Promise<unknown>) {
  const seen = useRef(figures)
  useEffect(() => {
    if (seen.current === figures) return
    seen.current = figures
    void lookAgain()
  }, [figures, lookAgain])
}

function useColumns(takeBack: (row: Row) => void): TableColumnsType<Row> {
  const t = useTranslations('grantBatches.rows')
  const say = useRowWords()
  const canRevoke = useCan('grant.revoke')
  const columns: TableColumnsType<Row> = [
    {
      key: 'position',
      title: t('position'),
      width: 70,
      align: 'right',
      render: (_, { position }) => <span className="text-ink-faint tabular-nums">{position}</span>,
    },
    {
      key: 'member',
      title: t('member'),
      render: (_, { member }) => (
        <div className="leading-5">
          <span className="block max-w-44 truncate font-medium">{member.nickname || '—'}</span>
          <span className="block max-w-44 truncate font-mono text-xs text-ink-faint">
            {member.shopMemberId}
          </span>
        </div>
      ),
    },
    {
      key: 'remark',
      title: t('remark'),
      render: (_, { remark }) => (
        <span className="block max-w-56 truncate text-ink-soft" title={remark}>
          {remark || '—'}
        </span>
      ),
    },
    {
      key: 'outcome',
      title: t('outcome'),
      width: 120,
      render: (_, { outcome }) => <RowOutcomeTag outcome={outcome} />,
    },
    {
      key: 'why',
      title: t('why'),
      render: (_, row) => <span className="block max-w-72 truncate text-ink-soft">{say(row)}</span>,
    },
    {
      key: 'settledAt',
      title: t('settledAt'),
      width: 160,
      render: (_, { settledAt }) => settledAt && <Instant at={settledAt} className="text-ink-soft" />,
    },
  ]
  if (!canRevoke) return columns
  return [
    ...columns,
    {
      key: 'actions',
      title: <span className="sr-only">{t('takeBack')}</span>,
      width: 80,
      align: 'right',
      fixed: 'right',
      render: (_, row) =>
        isRevocable(row) && (
          <Button
            type="link"
            danger
            size="small"
            aria-label={t('takeBackOf', { name: row.member.nickname })}
            onClick={() => takeBack(row)}
          >
            {t('takeBack')}
          </Button>
        ),
    },
  ]
}
