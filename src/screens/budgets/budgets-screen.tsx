'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Checkbox, type TableColumnsType } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { BudgetBar, budgetTone } from '@/components/budget-bar'
import { EmptyState } from '@/components/empty-state'
import { formatFen, Money } from '@/components/money'
import { PageHeader } from '@/components/page-header'
import { SearchBox } from '@/components/search-box'
import { CursorTable } from '@/src/client/cursor-table'
import { ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { type StaffOutput, useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { CampaignStateTag } from '../campaigns/campaign-state-tag'
import { TopUpDialog } from '../campaigns/top-up-dialog'

type CampaignRow = StaffOutput['campaigns']['list']['items'][number]

const FILTERS = ['search', 'ended'] as const
/** Many at once, because the tightest comes first only among those that are here. */
const PAGE_SIZE = 100

/** The tightest first; a draft's budget is still being put together, and what has ended is past. */
function urgency({ state, budget }: CampaignRow): number {
  const left = budget.totalFen > 0 ? budget.availableFen / budget.totalFen : 0
  return state === 'ended' ? 4 : state === 'draft' ? 2 + left : left
}

/** Which campaigns are running out of money? */
export function BudgetsScreen() {
  const t = useTranslations('budgets')
  const trpc = useTRPC()
  const canRead = useCan('budget.read')
  const [toppedUp, setToppedUp] = useState<CampaignRow>()
  const { filters, isFiltered, setFilter, clearFilters } = useUrlFilters(FILTERS)
  const input = { search: filters.search || undefined, limit: PAGE_SIZE }
  const query = useInfiniteQuery(
    trpc.campaigns.list.infiniteQueryOptions(input, { ...byCursor, enabled: canRead }),
  )
  const list = useCursorList(query, JSON.stringify(input))
  const rows = list.rows
    ?.filter((row) => filters.ended || row.state !== 'ended')
    .sort((a, b) => urgency(a) - urgency(b))
  const columns = useColumns(setToppedUp)

  if (!canRead) return <ForbiddenState />
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={<Answer rows={rows} />}
        extra={<Button href="/reconciliation">{t('reconciliation')}</Button>}
      />
      <CursorTable<CampaignRow>
        label={t('list')}
        columns={columns}
        list={{ ...list, rows }}
        isFiltered={isFiltered}
        onClearFilters={clearFilters}
        toolbar={
          <>
            <SearchBox
              label={t('search')}
              value={filters.search}
              onSearch={(value) => setFilter('search', value)}
            />
            <Checkbox
              className="ml-2!"
              checked={filters.ended === '1'}
              onChange={(event) => setFilter('ended', event.target.checked ? '1' : undefined)}
            >
              {t('showEnded')}
            </Checkbox>
          </>
        }
        empty={<EmptyState picture="calm" title={t('empty.title')} text={t('empty.text')} />}
      />
      <TopUpDialog
        campaign={
          toppedUp && { id: toppedUp.id, name: toppedUp.name, availableFen: toppedUp.budget.availableFen }
        }
        onClose={() => setToppedUp(undefined)}
      />
    </>
  )
}

function Answer({ rows }: { rows: CampaignRow[] | undefined }) {
  const t = useTranslations('budgets')
  if (!rows?.length) return t('answer')
  const live = rows.filter(({ state }) => state !== 'draft' && state !== 'ended')
  const low = live.filter(({ budget }) => budgetTone(budget.totalFen, budget.availableFen) !== 'brand').length
  if (low > 0) return t('answerLow', { low })
  return t('answerFine', {
    available: formatFen(live.reduce((sum, { budget }) => sum + budget.availableFen, 0)),
  })
}

function useColumns(onTopUp: (row: CampaignRow) => void): TableColumnsType<CampaignRow> {
  const t = useTranslations('budgets')
  const words = useTranslations('campaigns')
  const canTopUp = useCan('budget.write')
  const columns: TableColumnsType<CampaignRow> = [
    {
      key: 'name',
      title: t('columns.name'),
      render: (_, { id, name }) => (
        <Link href={`/campaigns/${id}`} prefetch={false} className="block max-w-64 truncate font-medium">
          {name}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('columns.state'),
      width: 120,
      render: (_, { state }) => <CampaignStateTag state={state} />,
    },
    {
      key: 'gauge',
      title: '',
      width: 160,
      render: (_, { budget: { totalFen, availableFen } }) => (
        <BudgetBar
          totalFen={totalFen}
          availableFen={availableFen}
          label={words('left', { available: formatFen(availableFen), total: formatFen(totalFen) })}
        />
      ),
    },
    {
      key: 'left',
      title: t('columns.left'),
      width: 140,
      align: 'right',
      render: (_, { budget }) => <Money fen={budget.availableFen} className="font-medium" />,
    },
    {
      key: 'reserved',
      title: t('columns.reserved'),
      width: 140,
      align: 'right',
      render: (_, { budget }) => <Money fen={budget.reservedFen} className="text-ink-soft" />,
    },
    {
      key: 'spent',
      title: t('columns.spent'),
      width: 140,
      align: 'right',
      render: (_, { budget }) => <Money fen={budget.spentFen} className="text-ink-soft" />,
    },
    {
      key: 'total',
      title: t('columns.total'),
      width: 140,
      align: 'right',
      render: (_, { budget }) => <Money fen={budget.totalFen} className="text-ink-soft" />,
    },
  ]
  if (!canTopUp) return columns
  return [
    ...columns,
    {
      key: 'actions',
      title: <span className="sr-only">{t('columns.actions')}</span>,
      width: 90,
      align: 'right',
      fixed: 'right',
      render: (_, row) =>
        row.state !== 'ended' && (
          <Button
            type="link"
            size="small"
            aria-label={t('topUpOf', { name: row.name })}
            onClick={() => onTopUp(row)}
          >
            {t('topUp')}
          </Button>
        ),
    },
  ]
}
