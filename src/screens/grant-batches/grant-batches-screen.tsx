'use client'

import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select, type TableColumnsType } from 'antd'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { Money } from '@/components/money'
import { PageHeader } from '@/components/page-header'
import { SearchBox } from '@/components/search-box'
import { CursorTable } from '@/src/client/cursor-table'
import { ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { CampaignSelect } from '../campaigns/campaign-select'
import { RewardKindIcon } from '../rewards/reward-kind-icon'
import { type BatchListed, type BatchState, number } from './batch'
import { BatchFormDrawer } from './batch-form-drawer'
import { BATCH_STATES, BatchStateTag } from './batch-tags'

const FILTERS = ['search', 'state', 'campaign'] as const

/** What is given by staff to many at once, and how far is it? */
export function GrantBatchesScreen() {
  const t = useTranslations('grantBatches')
  const trpc = useTRPC()
  const router = useRouter()
  const canRead = useCan('grant.read')
  const canGive = useCan('grant.give')
  const [isCreating, setCreating] = useState(false)
  const { filters, isFiltered, setFilter, clearFilters } = useUrlFilters(FILTERS)
  const state = BATCH_STATES.find((known) => known === filters.state)
  const input = {
    search: filters.search || undefined,
    state,
    campaignId: filters.campaign || undefined,
  }
  const query = useInfiniteQuery(
    trpc.grantBatches.list.infiniteQueryOptions(input, { ...byCursor, enabled: canRead }),
  )
  const list = useCursorList(query, JSON.stringify(input))
  const columns = useColumns()

  if (!canRead) return <ForbiddenState />
  const create = canGive && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} answer={t('answer')} action={create} />
      <CursorTable<BatchListed>
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
            <Select<BatchState>
              allowClear
              className="w-36"
              aria-label={t('stateFilter')}
              placeholder={t('allStates')}
              value={state}
              onChange={(value) => setFilter('state', value)}
              options={BATCH_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
            />
            <CampaignSelect
              className="w-52"
              aria-label={t('campaignFilter')}
              placeholder={t('allCampaigns')}
              value={filters.campaign || null}
              onChange={(value) => setFilter('campaign', value)}
            />
          </>
        }
        empty={<EmptyState picture="calm" title={t('empty.title')} text={t('empty.text')} action={create} />}
      />
      <BatchFormDrawer
        isOpen={isCreating}
        onClose={() => setCreating(false)}
        onDone={(id) => router.push(`/grant-batches/${id}`)}
      />
    </>
  )
}

function useColumns(): TableColumnsType<BatchListed> {
  const t = useTranslations('grantBatches')
  return [
    {
      key: 'name',
      title: t('columns.name'),
      render: (_, row) => (
        <Link
          href={`/grant-batches/${row.id}`}
          prefetch={false}
          className="block max-w-64 truncate font-medium"
        >
          {row.name}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('columns.state'),
      width: 110,
      render: (_, { state }) => <BatchStateTag state={state} />,
    },
    {
      key: 'reward',
      title: t('columns.reward'),
      render: (_, { reward }) => (
        <span className="flex items-center gap-3">
          <RewardKindIcon kind={reward.kind} />
          <span className="max-w-52 truncate">{reward.title}</span>
        </span>
      ),
    },
    {
      key: 'campaign',
      title: t('columns.campaign'),
      render: (_, { campaign }) => <span className="block max-w-48 truncate">{campaign.name}</span>,
    },
    {
      key: 'members',
      title: t('columns.members'),
      width: 90,
      align: 'right',
      render: (_, { memberCount }) => <span className="tabular-nums">{number(memberCount)}</span>,
    },
    {
      key: 'worst',
      title: t('columns.worst'),
      width: 130,
      align: 'right',
      render: (_, { worstFen }) =>
        worstFen === null ? <span className="text-ink-faint">—</span> : <Money fen={worstFen} />,
    },
    {
      key: 'createdBy',
      title: t('columns.createdBy'),
      width: 170,
      render: (_, { createdBy, createdAt }) => (
        <div className="leading-5">
          <span className="block max-w-40 truncate">{createdBy}</span>
          <Instant at={createdAt} className="text-[13px] text-ink-faint" />
        </div>
      ),
    },
  ]
}
