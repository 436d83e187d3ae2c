'use client'

import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Select, type TableColumnsType } from 'antd'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { PageHeader } from '@/components/page-header'
import { SearchBox } from '@/components/search-box'
import { CursorTable } from '@/src/client/cursor-table'
import { ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { type StaffOutput, useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { BudgetCell } from './budget-cell'
import { CampaignFormDrawer } from './campaign-form-drawer'
import { CAMPAIGN_STATES, type CampaignState, CampaignStateTag } from './campaign-state-tag'

type CampaignRow = StaffOutput['campaigns']['list']['items'][number]

const FILTERS = ['search', 'state'] as const

/** Which campaigns are there, and how do they stand? */
export function CampaignsScreen() {
  const t = useTranslations('campaigns')
  const trpc = useTRPC()
  const router = useRouter()
  const canRead = useCan('campaign.read')
  const canWrite = useCan('campaign.write')
  const [isCreating, setCreating] = useState(false)
  const { filters, isFiltered, setFilter, clearFilters } = useUrlFilters(FILTERS)
  const state = CAMPAIGN_STATES.find((known) => known === filters.state)
  const input = { search: filters.search || undefined, state }
  const summary = useQuery(trpc.overview.summary.queryOptions(undefined, { enabled: canRead }))
  const query = useInfiniteQuery(
    trpc.campaigns.list.infiniteQueryOptions(input, { ...byCursor, enabled: canRead }),
  )
  const list = useCursorList(query, JSON.stringify(input))
  const columns = useColumns()

  if (!canRead) return <ForbiddenState />
  const create = canWrite && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={summary.data ? t('answerRunning', summary.data.campaigns) : t('answer')}
        action={create}
      />
      <CursorTable<CampaignRow>
        label={t('list')}
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
            <Select<CampaignState>
              allowClear
              className="w-36"
              aria-label={t('stateFilter')}
              placeholder={t('allStates')}
              value={state}
              onChange={(value) => setFilter('state', value)}
              options={CAMPAIGN_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
            />
          </>
        }
        empty={<EmptyState picture="build" title={t('empty.title')} text={t('empty.text')} action={create} />}
      />
      <CampaignFormDrawer
        isOpen={isCreating}
        onClose={() => setCreating(false)}
        onDone={(id) => router.push(`/campaigns/${id}`)}
      />
    </>
  )
}

function useColumns(): TableColumnsType<CampaignRow> {
  const t = useTranslations('campaigns')
  return [
    {
      key: 'name',
      title: t('columns.name'),
      render: (_, row) => (
        <Link
          href={`/campaigns/${row.id}`}
          prefetch={false}
          className="block max-w-80 truncate max-sm:max-w-44 font-medium"
        >
          {row.name}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('columns.state'),
      width: 120,
      render: (_, row) => <CampaignStateTag state={row.state} />,
    },
    {
      key: 'window',
      title: t('columns.window'),
      width: 320,
      render: (_, row) => (
        <span className="text-ink-soft">
          <Instant at={row.startsAt} /> <span className="text-ink-faint">{t('to')}</span>{' '}
          <Instant at={row.endsAt} />
        </span>
      ),
    },
    {
      key: 'budget',
      title: t('columns.budget'),
      width: 240,
      align: 'right',
      render: (_, row) => <BudgetCell budget={row.budget} />,
    },
  ]
}
