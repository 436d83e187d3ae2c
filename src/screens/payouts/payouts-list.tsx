'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select, type TableColumnsType, Tag } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { Money } from '@/components/money'
import { SearchBox } from '@/components/search-box'
import { CursorTable } from '@/src/client/cursor-table'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { GiveBackDialog } from './give-back-dialog'
import { type PayoutRow, type PayoutState, referenceOf, STATES } from './payout'
import { PayoutStateTag } from './payout-state-tag'
import { RetryDialog } from './retry-dialog'

const FILTERS = ['search', 'state', 'batch'] as const

interface Asked {
  payout: PayoutRow
  what: 'retry' | 'giveBack'
  isOpen: boolean
}

/** Withdrawals from the newest, and what can be done with one that failed. */
export function PayoutsList() {
  const t = useTranslations('payouts')
  const trpc = useTRPC()
  const { filters, isFiltered, setFilter, clearFilters } = useUrlFilters(FILTERS)
  const [asked, ask] = useState<Asked>()
  const input = {
    search: filters.search || undefined,
    state: STATES.find((state) => state === filters.state),
    batchId: filters.batch || undefined,
  }
  const query = useInfiniteQuery(trpc.payouts.list.infiniteQueryOptions(input, byCursor))
  const list = useCursorList(query, JSON.stringify(input))
  const columns = useColumns((payout, what) => ask({ payout, what, isOpen: true }))
  const close = () => asked && ask({ ...asked, isOpen: false })
  return (
    <>
      <CursorTable<PayoutRow>
        label={t('orders')}
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
            <Select
              allowClear
              className="w-36"
              aria-label={t('columns.state')}
              placeholder={t('allStates')}
              value={input.state ?? null}
              onChange={(value: PayoutState | undefined) => setFilter('state', value)}
              options={STATES.map((state) => ({ value: state, label: t(`states.${state}`) }))}
            />
            {filters.batch && (
              <Tag closable onClose={() => setFilter('batch', undefined)}>
                {t('inBatch', { batch: filters.batch })}
              </Tag>
            )}
          </>
        }
        empty={<EmptyState picture="calm" title={t('empty.title')} text={t('empty.text')} />}
      />
      {asked && (
        <>
          <RetryDialog
            payout={asked.payout}
            isOpen={asked.isOpen && asked.what === 'retry'}
            onClose={close}
          />
          <GiveBackDialog
            payout={asked.payout}
            isOpen={asked.isOpen && asked.what === 'giveBack'}
            onClose={close}
          />
        </>
      )}
    </>
  )
}

function useColumns(ask: (payout: PayoutRow, what: Asked['what']) => void): TableColumnsType<PayoutRow> {
  const t = useTranslations('payouts')
  const canWrite = useCan('payout.write')
  const columns: TableColumnsType<PayoutRow> = [
    {
      key: 'requestedAt',
      title: t('columns.requestedAt'),
      width: 160,
      render: (_, { requestedAt }) => <Instant at={requestedAt} />,
    },
    {
      key: 'member',
      title: t('columns.member'),
      render: (_, { member }) => (
        <div className="leading-5">
          <span className="block max-w-44 truncate font-medium">{member.nickname}</span>
          <span className="block max-w-44 truncate font-mono text-xs text-ink-faint">
            {member.shopMemberId}
          </span>
        </div>
      ),
    },
    {
      key: 'amount',
      title: t('columns.amount'),
      width: 130,
      align: 'right',
      render: (_, { amountFen }) => <Money fen={amountFen} className="font-medium" />,
    },
    {
      key: 'state',
      title: t('columns.state'),
      render: (_, row) => <StateCell row={row} />,
    },
    {
      key: 'reference',
      title: t('columns.reference'),
      render: (_, row) => (
        <div className="leading-5">
          <code className="block text-xs whitespace-nowrap text-ink-soft">{referenceOf(row)}</code>
          {row.account && (
            <span className="block max-w-56 truncate text-xs text-ink-faint">
              {t('toAccount', { account: row.account })}
            </span>
          )}
        </div>
      ),
    },
    {
      key: 'updatedAt',
      title: t('columns.updatedAt'),
      width: 160,
      render: (_, { updatedAt }) => <Instant at={updatedAt} className="text-ink-soft" />,
    },
  ]
  if (!canWrite) return columns
  return [
    ...columns,
    {
      key: 'actions',
      title: <span className="sr-only">{t('columns.actions')}</span>,
      width: 170,
      align: 'right',
      fixed: 'right',
      render: (_, row) =>
        row.state === 'failed' && (
          <span className="whitespace-nowrap">
            <Button type="link" size="small" onClick={() => ask(row, 'retry')}>
              {t('retry.action')}
            </Button>
            <Button type="link" size="small" onClick={() => ask(row, 'giveBack')}>
              {t('giveBack.action')}
            </Button>
          </span>
        ),
    },
  ]
}

/** The state, and what there is to know beyond it. */
function StateCell({ row: { state, reason, attempt, handedAt } }: { row: PayoutRow }) {
  const t = useTranslations('payouts')
  const isHanding = state === 'claim_pending' && handedAt === null
  const notes = [
    isHanding && t('handing'),
    attempt > 1 && t('attempt', { attempt }),
    (state === 'failed' || state === 'returned') && reason,
  ].filter(Boolean)
  return (
    <div className="leading-6">
      <PayoutStateTag state={state} />
      {notes.length > 0 && (
        <span className="block max-w-60 truncate text-xs leading-5 text-ink-faint" title={notes.join(' · ')}>
          {notes.join(' · ')}
        </span>
      )}
    </div>
  )
}
